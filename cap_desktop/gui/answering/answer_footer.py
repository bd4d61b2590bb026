"""The line under a question: back, what else may be answered, to be discussed, next."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QMenu, QPushButton, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import BaseQuestion, ComputedQuestion
from cap_desktop.gui.kit.basics import button, slim_height
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, FOOTER, Look
from cap_desktop.i18n import _, mark
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.states import NOT_APPLICABLE, UNKNOWN

SIDE = 20
GAP = 12
NEXT = 150
ICON = 18
SLIM = 8
"""The room above and below the buttons; it does not grow with the text."""
REST_MS = 300
"""A second press of « Suivante » within this time is of the same gesture."""
FOLLOWING = (mark("Suivante"), mark("Suivante"))
LAST = (mark("Terminer ce thème"), mark("Terminer"))
"""What the main button says, and what it says where there is little room."""


class Room(IntEnum):
    """How much of the line can be said in words; the less there is, the more is a drawing."""

    ARROWS = 0
    MENU = 1
    BOXES = 2
    WORDS = 3


class AnswerFooter(QFrame):
    """Always on one line, each thing at its own place whatever the question.

    Which words there is room for is measured once, not by laying them out: a line that laid
    itself out to be measured would do it again from its own resize, without an end.
    """

    next_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("box", "foot")
        self.setFixedHeight(max(slim_height(look) + 2 * SLIM, FOOTER))
        self.back = button(look, _("Précédente"), "", "arrow-left")
        give_hint(self.back, self.back.accessibleName())
        self.na = self._box(_(NOT_APPLICABLE))
        self.unknown = self._box(_(UNKNOWN))
        self.discuss = self._box(_("À discuter"))
        side = look.px(ICON)
        self.discuss.setIcon(icons.icon("flag", look.colour("attention"), side))
        self.discuss.setIconSize(QSize(side, side))
        self.more = self._menu_button()
        self.next = button(look, _(FOLLOWING[0]), "main", "arrow-right")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for pressed in (self.back, self.more, self.next):
            pressed.setProperty("slim", True)
            pressed.setMinimumHeight(0)
            pressed.setFixedHeight(slim_height(look))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self.next.clicked.connect(self.press_next)
        self._line = QGridLayout(self)
        self._lay()
        self._words = (_(FOLLOWING[0]), _(FOLLOWING[1]))
        self._may_na = self._may_not_know = self._is_question = True
        self._widths: dict[Room, int] = {}
        self._worn: tuple[object, ...] = ()
        self._fit()

    def _lay(self) -> None:
        """Put each thing at its place; the Tab key takes them in the order they come here."""
        side, gap = self._look.px(SIDE), self._look.px(GAP)
        self._line.setContentsMargins(side, 0, side, 0)
        self._line.setHorizontalSpacing(gap)
        order = (self.unknown, self.discuss, self.more, self.back, self.next, self.na)
        places = {self.back: 0, self.na: 1, self.unknown: 2, self.discuss: 3, self.more: 4}
        for item in order:
            self._line.addWidget(item, 0, places.get(item, 6))
        self._line.setColumnStretch(5, 1)

    def _menu_button(self) -> QPushButton:
        made = button(self._look, _("Autres"), "", "chevron-down")
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(made)
        menu.setFont(self._look.font(BODY))
        self._menu_na = menu.addAction(self.na.text(), self.na.click)
        self._menu_unknown = menu.addAction(self.unknown.text(), self.unknown.click)
        for action in (self._menu_na, self._menu_unknown):
            action.setCheckable(True)
        menu.aboutToShow.connect(self._show_checks)
        made.setMenu(menu)
        return made

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setFont(self._look.font(BODY))
        box.setMinimumHeight(slim_height(self._look))
        return box

    def show_answer(
        self, opened: OpenAssessment, entry: QuestionEntry, answer: Answer, *, is_na: bool
    ) -> None:
        """Show what is said of a question, and what else may be said."""
        question = entry.question
        self.na.setChecked(is_na)
        self.unknown.setChecked(answer.unknown)
        self.discuss.setChecked(opened.is_discussed(entry.id))
        for box in (self.na, self.unknown, self.discuss):
            box.setEnabled(not opened.assessment.is_sealed)
        self._may_na, self._is_question = question.na.allowed, True
        self._may_not_know = may_be_unknown(question)
        self.back.setVisible(True)
        self._fit()

    def press_next(self) -> None:
        """Ask for what follows, once for a double click or a key held down."""
        if not self._rest.isActive():
            self._rest.start()
            self.next_wanted.emit()

    @property
    def is_resting(self) -> bool:
        """True while another press would be of the same gesture."""
        return self._rest.isActive()

    def show_no_question(self, *, has_back: bool) -> None:
        """Keep only what leads elsewhere."""
        self._is_question = False
        self.back.setVisible(has_back)
        self.back.setEnabled(True)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The least of all, whatever is said now: a narrower window is never held open."""
        return QSize(self._measured()[Room.ARROWS], self.minimumHeight())

    def name_next(self, text: str, short: str = "") -> None:
        """Say where the main button leads; `short` is for where there is little room."""
        self._words = (text, short or text)
        self.next.setAccessibleName(text)
        self._fit()

    # --- Fitting ----------------------------------------------------------------------

    def _fit(self) -> None:
        """Say as much as there is room for, the same for every question."""
        widths = self._measured()
        room = max((room for room in Room if widths[room] <= self.width()), default=Room.ARROWS)
        worn = (room, self._words, self._may_na, self._may_not_know, self._is_question)
        if worn != self._worn:
            self._worn = worn
            self._wear(room)

    def _wear(self, room: Room) -> None:
        has_boxes = room >= Room.BOXES
        # Where words would be cut, the arrow says the same; the name stays for who listens.
        has_words = room in (Room.MENU, Room.WORDS)
        self.back.setText(f" {self.back.accessibleName()}" if has_words else "")
        self.next.setText(f"{self._words[not has_words and self._is_question]} ")
        self.next.setMinimumWidth(self._look.px(NEXT) if room > Room.ARROWS else 0)
        for box, action, may in (
            (self.na, self._menu_na, self._may_na),
            (self.unknown, self._menu_unknown, self._may_not_know),
        ):
            keep = box.sizePolicy()
            keep.setRetainSizeWhenHidden(has_boxes and self._is_question)
            box.setSizePolicy(keep)
            box.setVisible(may and has_boxes and self._is_question)
            action.setVisible(may)
        may_more = self._may_na or self._may_not_know
        self.more.setVisible(may_more and not has_boxes and self._is_question)
        self.discuss.setVisible(self._is_question)

    def _measured(self) -> dict[Room, int]:
        """How wide the line is, by how much it says; the same for every question."""
        if not self._widths:
            boxes = sum(self._wide(item) for item in (self.na, self.unknown, self.discuss))
            menu = self._wide(self.discuss) + self._wide(self.more)
            back, arrow = (self._wide(self.back, text) for text in (self._back_words, ""))
            least = self._look.px(NEXT)
            long, short = (
                max(self._wide(self.next, f"{_(text)} ") for text in words)
                for words in zip(FOLLOWING, LAST, strict=True)
            )
            gap, sides = self._look.px(GAP), 2 * self._look.px(SIDE)
            self._widths = {
                Room.ARROWS: arrow + menu + short + 4 * gap + sides,
                Room.MENU: back + menu + max(long, least) + 4 * gap + sides,
                Room.BOXES: arrow + boxes + max(short, least) + 5 * gap + sides,
                Room.WORDS: back + boxes + max(long, least) + 5 * gap + sides,
            }
        return self._widths

    @property
    def _back_words(self) -> str:
        return f" {self.back.accessibleName()}"

    def _wide(self, item: QCheckBox | QPushButton, text: str | None = None) -> int:
        """How wide a thing likes to be, with another text where one is given."""
        item.ensurePolished()
        worn = item.text()
        if text is not None:
            item.setText(text)
        wide = item.sizeHint().width()
        item.setText(worn)
        return wide

    def _show_checks(self) -> None:
        for action, box in ((self._menu_na, self.na), (self._menu_unknown, self.unknown)):
            action.setChecked(box.isChecked())
            action.setEnabled(box.isEnabled())


def may_be_unknown(question: BaseQuestion) -> bool:
    """True where « je ne sais pas » may be said: a computed figure knows by itself."""
    return question.unknown_allowed and not isinstance(question, ComputedQuestion)
