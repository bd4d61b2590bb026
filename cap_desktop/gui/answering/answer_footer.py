"""The line under a question: back, what else may be answered, to be discussed, next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import BaseQuestion, ComputedQuestion
from cap_desktop.gui.kit.basics import button
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BUTTON, FOOTER, Look
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.states import NOT_APPLICABLE, UNKNOWN

SIDE = 24
TIGHT_SIDE = 16
GAP = 16
TIGHT_GAP = 10
NEXT = 150
ICON = 18


class AnswerFooter(QFrame):
    """Always on one line: where it is narrow, the rarer answers are in a menu."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look.px
        self._look = look
        self.setProperty("box", "foot")
        self.setMinimumHeight(px(FOOTER))
        self._row = QHBoxLayout(self)
        self.back = button(look, _("Précédente"), "", "arrow-left")
        self.na = self._box(_(NOT_APPLICABLE))
        self.unknown = self._box(_(UNKNOWN))
        self.discuss = self._box(_("À discuter"))
        side = px(ICON)
        self.discuss.setIcon(icons.icon("flag", look.colour("attention"), side))
        self.discuss.setIconSize(QSize(side, side))
        self.more = button(look, _("Autres"), "", "chevron-down")
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(self.more)
        menu.setFont(look.font(BODY))
        self._menu_na = menu.addAction(self.na.text(), self.na.click)
        self._menu_unknown = menu.addAction(self.unknown.text(), self.unknown.click)
        for action in (self._menu_na, self._menu_unknown):
            action.setCheckable(True)
        menu.aboutToShow.connect(self._show_checks)
        self.more.setMenu(menu)
        self.next = button(look, _("Suivante"), "main", "arrow-right")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.back.setToolTip(self.back.accessibleName())
        for widget in (self.back, self.na, self.unknown, self.discuss, self.more):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.next)
        self._next_words = (_("Suivante"), _("Suivante"))
        self._may_na = self._may_not_know = self._is_question = True
        self._fit()

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setFont(self._look.font(BODY))
        box.setMinimumHeight(self._look.px(BUTTON))
        return box

    def show_answer(
        self, opened: OpenAssessment, entry: QuestionEntry, answer: Answer, *, is_na: bool
    ) -> None:
        """Show what is said of a question, and what else may be said."""
        question = entry.question
        self.back.setVisible(True)
        self.na.setChecked(is_na)
        self.unknown.setChecked(answer.unknown)
        self.discuss.setChecked(opened.is_discussed(entry.id))
        for box in (self.na, self.unknown, self.discuss):
            box.setEnabled(not opened.assessment.is_sealed)
        self._may_na, self._is_question = question.na.allowed, True
        self._may_not_know = may_be_unknown(question)
        self._fit()

    def show_no_question(self, *, has_back: bool) -> None:
        """Keep only what leads elsewhere."""
        self._is_question = False
        self.back.setVisible(has_back)
        self.back.setEnabled(True)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def name_next(self, text: str, short: str = "") -> None:
        """Say where the main button leads; `short` is for where there is little room."""
        self._next_words = (text, short or text)
        self.next.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        """Say as much as there is room for: the boxes go into a menu, then words are short."""
        for has_boxes, has_words in ((True, True), (False, True), (False, False)):
            self._lay(has_boxes=has_boxes, has_words=has_words)
            if self._needed() <= self.width():
                return

    def _lay(self, *, has_boxes: bool, has_words: bool) -> None:
        na = self._is_question and self._may_na
        unknown = self._is_question and self._may_not_know
        # Where words would be cut, the arrow says the same; the name stays for who listens.
        self.back.setText(f" {self.back.accessibleName()}" if has_words else "")
        text, short = self._next_words
        self.next.setText(f"{text if has_words else short} ")
        self.next.setMinimumWidth(self._look.px(NEXT) if has_words else 0)
        side = self._look.px(SIDE if has_boxes else TIGHT_SIDE)
        self._row.setContentsMargins(side, self._look.px(8), side, self._look.px(8))
        self._row.setSpacing(self._look.px(GAP if has_boxes else TIGHT_GAP))
        self.na.setVisible(na and has_boxes)
        self.unknown.setVisible(unknown and has_boxes)
        self.more.setVisible((na or unknown) and not has_boxes)
        self._menu_na.setVisible(na)
        self._menu_unknown.setVisible(unknown)
        self.discuss.setVisible(self._is_question)

    def _needed(self) -> int:
        """How wide the line is as it is laid."""
        row = (self.back, self.na, self.unknown, self.discuss, self.more, self.next)
        shown = [item for item in row if item.isVisibleTo(self)]
        widths = [max(item.sizeHint().width(), item.minimumWidth()) for item in shown]
        margins = self._row.contentsMargins()
        # The stretch before the main button has a space of its own.
        return sum(widths) + self._row.spacing() * len(shown) + margins.left() + margins.right()

    def _show_checks(self) -> None:
        for action, box in ((self._menu_na, self.na), (self._menu_unknown, self.unknown)):
            action.setChecked(box.isChecked())
            action.setEnabled(box.isEnabled())


def may_be_unknown(question: BaseQuestion) -> bool:
    """True where « je ne sais pas » may be said: a computed figure knows by itself."""
    return question.unknown_allowed and not isinstance(question, ComputedQuestion)
