"""First launch, or another structure: short steps, then the first question."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.durations import minutes
from cap_desktop.domain.scoring.indicators import is_awaited
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import BODY, BOLD, FOOTER, MARGIN, SEMIBOLD, SMALL, TITLE, Look
from cap_desktop.gui.presentation.answering_group import group_line, group_name
from cap_desktop.gui.session.destinations import Destination, ToBeginning
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.tasks import AnswerAs, BeginStructure, BringFormerData
from cap_desktop.gui.structure.profile_form import ProfileForm
from cap_desktop.gui.structure.promises import RING, promises, what_comes
from cap_desktop.gui.structure.step_panel import StepPanel
from cap_desktop.i18n import _, mark
from cap_desktop.preferences import GROUPS, AnsweringGroup

WIDE = 860
"""Under this effective width, the panel of steps becomes one line."""
WIDTH = 1040
SIDE_MARGIN = 56
NARROW_MARGIN = 20
HELLO, STRUCTURE, WHO = range(3)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OPEN_FORMER = mark("Ouvrir un dossier CAP existant")
COPYING = mark("Copie en cours…")


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed so far, to show it again in a window made anew."""

    step: int
    name: str
    profile: Profile
    group: AnsweringGroup


class WelcomePage(Page):
    """Asks for a name, a profile and who answers, then to begin with them; only the name is needed.

    Where a person has data already, on another computer or a key, they are asked for instead.
    A structure that is added beside others begins at its name, and can be given up at any step.
    """

    def __init__(
        self,
        look: Look,
        session: Session,
        questionnaire: Questionnaire,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._session = look, session
        self._form = ProfileForm(look, questionnaire.profile_fields)
        self.boxes = self._form.boxes
        self.name = self._form.name
        self._columns: list[QBoxLayout] = []
        self._titles_of: list[QLabel] = []
        self._titles = (_("Bienvenue"), _("Votre structure"), _("Qui répond ?"))
        self._steps = QStackedWidget()
        for made in (self._hello(questionnaire), self._structure(), self._who()):
            self._steps.addWidget(made)
        self._panel = StepPanel(look, self._titles)
        self._header = self._one_line()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._header)
        right.addWidget(self._steps, 1)
        right.addWidget(self._footer())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addLayout(right, 1)
        bind_keys(self, dict.fromkeys(BACK, self._escape), in_texts=True)
        self.show_step(HELLO)
        self._form.changed.connect(self._doubt_name)
        session.not_saved.connect(self._stop_copying)
        session.opened.connect(self._begin_anew)

    @property
    def step(self) -> int:
        """The step that is shown, counted from 0."""
        return self._steps.currentIndex()

    def show_destination(self, to: Destination) -> None:
        """Begin, or wait while former data are copied here."""
        is_copying = isinstance(to, ToBeginning) and to.is_copying
        self.show_copying(is_copying=is_copying)
        if not is_copying:
            self.offer_former_data(is_offered=self._session.standing is None)
            if self._is_added and self.step == HELLO:
                self.show_step(STRUCTURE)
            else:
                self.show_step(self.step)

    def left_off(self) -> Entered:
        """What was typed so far."""
        return Entered(self.step, self.name.text(), self.profile(), self._group())

    def go_on(self, left_off: Entered) -> None:
        self._form.show_values(left_off.name, left_off.profile)
        self._groups.show_values((left_off.group,))
        self.show_step(left_off.step)

    def offer_former_data(self, *, is_offered: bool) -> None:
        """Offer to open former data: only where nothing here would be replaced."""
        self._former.setVisible(is_offered)

    def show_copying(self, *, is_copying: bool) -> None:
        """Say that former data are being copied; nothing else is begun meanwhile."""
        words = _(COPYING if is_copying else OPEN_FORMER)
        # Qt leaves no room between the drawing and the words.
        self.open_former.setText(f" {words}")
        self.open_former.setAccessibleName(words)
        for made in (self.open_former, self.onward):
            made.setEnabled(not is_copying)

    def _stop_copying(self) -> None:
        self.show_copying(is_copying=False)

    def profile(self) -> dict[str, tuple[str, ...]]:
        """What is ticked, by field."""
        return self._form.profile()

    def show_step(self, step: int) -> None:
        """Show a step and put the focus where it begins."""
        self._steps.setCurrentIndex(step)
        self._panel.show_step(step)
        text = _("Étape {step} sur 3 · {title}", step=step + 1, title=self._titles[step])
        self._header_text.setText(text)
        is_added = self._is_added
        self.back.setVisible(step > (STRUCTURE if is_added else HELLO))
        self.give_up.setVisible(is_added)
        self._said_title.setText(
            _("Ajouter une structure") if is_added else _("Présentez votre structure")
        )
        self.onward.setVisible(step < WHO)
        self.go.setVisible(step == WHO)
        self.focus_main()
        # The window comes to a reader with this button; the steps after it are said by themselves.
        self.onward.setAccessibleDescription(text if step == HELLO else "")
        if self.isVisible() and step > HELLO:
            announce(self, text)

    def focus_main(self) -> None:
        """Put the focus where this step begins."""
        if self.step == STRUCTURE:
            self.name.setFocus()
        elif self.step == WHO:
            self._groups.focus_first()
        else:
            self.onward.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() / self.look.scale >= WIDE
        self._panel.setVisible(is_wide)
        self._header.setVisible(not is_wide)
        self._later.setVisible(is_wide)
        side = self.look.px(SIDE_MARGIN if is_wide else NARROW_MARGIN)
        for column in self._columns:
            column.setContentsMargins(side - RING, self.look.px(12), side - RING, 0)
        self._foot.setContentsMargins(side, 0, side, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self.step == WHO:
            self._begin()
        else:
            self._go_on()

    @property
    def _is_added(self) -> bool:
        """True beside other structures: there is somewhere to go back to."""
        return self._session.standing is not None

    def _begin_anew(self) -> None:
        """Something is open: what was asked for it is asked anew the next time."""
        self._form.show_values("", {})
        self._form.warn("")
        self._groups.show_values((GROUPS[0],))
        self._steps.setCurrentIndex(HELLO)

    def _escape(self) -> None:
        if self._is_added:
            self._give_up()
        elif self.step > HELLO:
            self._go_back()

    def _give_up(self) -> None:
        """Back to where the person was, with nothing added."""
        self._begin_anew()
        self.step_back()

    def _doubt_name(self) -> None:
        """Say where a structure of that name is here already; it may be another one."""
        standing = self._session.standing
        typed = self._form.name_typed.casefold()
        said = ""
        if standing is not None and typed:
            names = [standing.name, *(other.name for other in standing.others)]
            away = [other.name for other in standing.others if other.is_archived]
            if typed in (name.casefold() for name in away):
                said = _("Une structure archivée porte déjà ce nom. Vous pouvez la reprendre.")
            elif typed in (name.casefold() for name in names):
                said = _("Une structure porte déjà ce nom. Continuez si c’en est une autre.")
        self._form.warn(said)

    # --- Moving -----------------------------------------------------------------------

    def _go_on(self) -> None:
        if self.step == STRUCTURE and not self._form.is_complete():
            self._show_missing()
            return
        self.show_step(min(self.step + 1, WHO))

    def _go_back(self) -> None:
        self.show_step(max(self.step - 1, HELLO))

    def _begin(self) -> None:
        if not self._form.is_complete():
            self.show_step(STRUCTURE)
            self._show_missing()
            return
        self.wanted.emit(AnswerAs(self._group()))
        self.wanted.emit(BeginStructure(self._form.name_typed, self.profile()))

    def _group(self) -> AnsweringGroup:
        return next(group for group in GROUPS if group in self._groups.values)

    def _show_missing(self) -> None:
        block = self._form.focus_missing()
        area = self._steps.currentWidget()
        if isinstance(area, QScrollArea):
            # The fault has just appeared under its field: it takes room before it is scrolled to.
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(block, 0, MARGIN))

    # --- Building ---------------------------------------------------------------------

    def _one_line(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("box", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(NARROW_MARGIN), px(8), px(NARROW_MARGIN), px(8))
        row.addWidget(IconLabel(look, "compass", "accent", 24))
        self._header_text = label(look, "", BODY, SEMIBOLD, "accent")
        row.addWidget(self._header_text, 1)
        return bar

    def _footer(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("box", "foot")
        bar.setFixedHeight(px(FOOTER))
        # As wide as what it ends, so that the button stands under it.
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH + 2 * SIDE_MARGIN))
        outer = QHBoxLayout(bar)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder, 1)
        outer.addStretch(0)
        self._foot = QHBoxLayout(holder)
        self._foot.setSpacing(px(16))
        self.back = button(look, _("Retour"), icon="arrow-left")
        self.back.clicked.connect(self._go_back)
        self._later = label(
            look, _("Vous pourrez tout modifier plus tard."), SMALL, tone="secondary"
        )
        self.onward = button(look, _("Continuer"), "main", "arrow-right")
        self.onward.clicked.connect(self._go_on)
        self.go = button(look, _("Commencer"), "main", "arrow-right")
        self.go.clicked.connect(self._begin)
        self.give_up = button(look, _("Annuler"))
        self.give_up.clicked.connect(self._give_up)
        self._foot.addWidget(self.give_up)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self._later, 1)
        self._foot.addStretch(0)
        for forward in (self.onward, self.go):
            forward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self._foot.addWidget(forward)
        return bar

    def _page(self, title: str, text: str) -> tuple[QWidget, QBoxLayout]:
        """A step under its title; what it holds scrolls."""
        look, px = self.look, self.look.px
        inside = QWidget()
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH + 2 * SIDE_MARGIN))
        column = QVBoxLayout(holder)
        column.setSpacing(px(6))
        head = QVBoxLayout()
        head.setContentsMargins(RING, 0, RING, 0)
        head.setSpacing(px(4))
        named = label(look, title, TITLE, BOLD)
        self._titles_of.append(named)
        head.addWidget(named)
        head.addWidget(label(look, text, BODY, tone="secondary"))
        column.addLayout(head)
        outer.addWidget(holder, 1)
        outer.addStretch(0)
        self._columns.append(column)
        return scrolled(inside), column

    def _hello(self, questionnaire: Questionnaire) -> QWidget:
        awaited = [
            entry.question
            for entry in questionnaire.outline.questions
            if is_awaited(entry.question)
        ]
        text = _("Voici ce que vous allez faire avec CAP Desktop.")
        page, column = self._page(_("Bienvenue"), text)
        column.addLayout(promises(self.look, len(awaited), minutes(awaited)))
        column.addWidget(self._former_data())
        column.addStretch(1)
        return page

    def _former_data(self) -> QWidget:
        """For a person who changes computers."""
        look, px = self.look, self.look.px
        self._former = QWidget()
        within = QVBoxLayout(self._former)
        within.setContentsMargins(RING, px(6), RING, RING)
        within.setSpacing(px(6))
        said = _("Vous avez déjà des données CAP, sur une clé ou un autre ordinateur ?")
        within.addWidget(label(look, said, BODY, tone="secondary"))
        self.open_former = button(look, _(OPEN_FORMER), icon="folder-open")
        self.open_former.clicked.connect(lambda: self.wanted.emit(BringFormerData()))
        within.addWidget(self.open_former, alignment=Qt.AlignmentFlag.AlignLeft)
        return self._former

    def _structure(self) -> QWidget:
        page, column = self._page(
            _("Présentez votre structure"),
            _(
                "Seul le nom est nécessaire. Le reste choisit vos questions : ce que vous "
                "ne dites pas pourra s’ajouter plus tard."
            ),
        )
        self._said_title = self._titles_of[-1]
        column.addWidget(self._form)
        column.addStretch(1)
        return page

    def _who(self) -> QWidget:
        page, column = self._page(
            _("Qui répond aujourd’hui ?"),
            _("L’historique des réponses garde ce groupe, jamais un nom."),
        )
        options: dict[str, tuple[str, str]] = {
            group: (group_name(group), group_line(group)) for group in GROUPS
        }
        self._groups = ChoiceGrid(self.look, options, about=_("Qui répond aujourd’hui ?"))
        self._groups.show_values((GROUPS[0],))
        column.addWidget(self._groups)
        note = label(self.look, _("Vous pouvez le changer dans Réglages."), SMALL, tone="secondary")
        note.setContentsMargins(RING, 0, RING, 0)
        column.addWidget(note)
        column.addWidget(what_comes(self.look))
        column.addStretch(1)
        return page
