"""How the answering page is laid out: three columns where they fit, else drawers."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.gui.answering.answer_fields import AnswerField
from cap_desktop.gui.answering.answer_footer import FOLLOWING, LAST, AnswerFooter
from cap_desktop.gui.answering.help_column import WIDTH as HELP_WIDTH
from cap_desktop.gui.answering.help_column import HelpColumn
from cap_desktop.gui.answering.position import Position, after, before
from cap_desktop.gui.answering.question_pane import QuestionPane
from cap_desktop.gui.answering.theme_list import ThemeList
from cap_desktop.gui.answering.theme_summary import ThemeSummary
from cap_desktop.gui.kit.answer_field import EDGE
from cap_desktop.gui.kit.basics import button, hold_width, scrolled, slim_height
from cap_desktop.gui.kit.in_sight import InSight
from cap_desktop.gui.kit.zones import Zone
from cap_desktop.gui.look.look import FIELD_GAP, Look
from cap_desktop.gui.presentation.progress import (
    displayed,
    place_words,
    rank_in_theme,
    short_title,
)
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment

THEMES_WIDTH = 272
THREE_COLUMNS = 1180
TWO_COLUMNS = 860
ROOM_FOR_TAG = 1000
TINY = 600
HINTS_FROM = 700


class Fitted(NamedTuple):
    """What the room that there is decides, and what is asked to be seen in it."""

    has_help: bool
    has_themes: bool
    helping: bool
    choosing: bool
    is_question: bool
    is_tiny: bool
    has_tag: bool
    has_hints: bool


class AnsweringLayout(QWidget):
    """Lays the columns out; what they show is the business of the page that holds them.

    A column that does not fit is a drawer: its button puts it in the place of the question.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.themes = ThemeList(look)
        self.help = HelpColumn(look)
        self.pane = QuestionPane(look)
        self.summary = ThemeSummary(look)
        self.footer = AnswerFooter(look)
        self.open_themes = self._opener(_("Thèmes"), "list-checks")
        self.open_help = self._opener(_("Aide et note"), "info")
        self._is_question = True
        self._fitted: Fitted | None = None
        self._build()

    def show_question(self) -> None:
        """Put the question in the middle, from its top."""
        self._is_question = True
        self._middle.setCurrentWidget(self.question_area)
        self.question_area.verticalScrollBar().setValue(0)
        self.close_drawers()

    def _faults_and_focus(self) -> list[QWidget]:
        """What is wrong in the question, for whoever has left the field, and the field in use."""
        faults = [fault for field in self.pane.parts().values() for fault in field.faults()]
        focused = QApplication.focusWidget()
        return faults if focused is None else [*faults, focused]

    def show_summary(self) -> None:
        """Put the theme in the middle, from its top; there is no question to help with."""
        self._is_question = False
        self.pane.say("")
        self._middle.setCurrentWidget(self._summary_area)
        self._summary_area.verticalScrollBar().setValue(0)
        self.close_drawers()

    def close_drawers(self) -> None:
        """Put the middle back where a drawer was."""
        self.open_themes.setChecked(False)
        self.open_help.setChecked(False)
        self._fit()

    def zones(self) -> tuple[Zone, ...]:
        """Themes, middle, help, foot."""
        middle = self.pane.title if self._is_question else self.summary.title
        return (
            (self.themes, self.themes),
            (self._middle, middle),
            (self.help, self.help.comment.edit),
            (self.footer, self.footer.next),
        )

    def fields(self) -> tuple[AnswerField, ...]:
        """Every field of the question that can hold what is not announced yet."""
        return (*self.pane.parts().values(), self.help.comment, self.pane.na_reason.field)

    def ensure_help(self) -> None:
        """Make the help column visible, as a drawer where it does not fit."""
        if not self._has_help:
            self.open_help.setChecked(True)
            self.open_themes.setChecked(False)
            self._fit()

    # --- Where we are -----------------------------------------------------------------

    def show_whole(self, opened: OpenAssessment, place: Position) -> None:
        """Show a theme whole: the list of its questions, or how it ended."""
        self.themes.show_assessment(opened, place.theme)
        self.footer.show_no_question(has_back=place.whole == "end")
        if place.whole == "list":
            self.summary.show_list(opened, place.theme)
            self.footer.name_next(_("Revenir à la question"), _("Revenir"))
            return
        self.summary.show_end(opened, place.theme)
        has_more = after(opened, place) is not None
        self.footer.name_next(_("Thème suivant") if has_more else _("Voir les résultats"))

    def show_place(self, opened: OpenAssessment, entry: QuestionEntry) -> None:
        """Say where a question stands, and what comes after it."""
        self.themes.show_assessment(opened, entry.theme)
        entries = displayed(opened, opened.questionnaire.outline.nodes[entry.theme])
        short, place = short_title(opened, entry.theme), rank_in_theme(opened, entry)
        self.pane.show_place(short, place_words(opened, entry))
        counted = "" if place is None else f" · {place[0]} / {place[1]}"
        self._name_themes(f"{short}{counted}")
        self.footer.back.setEnabled(before(opened, Position(entry.theme, entry.id)) is not None)
        is_last = not entries or entries[-1] == entry
        if is_last:
            self.footer.name_next(*map(_, LAST))
        else:
            self.footer.name_next(*map(_, FOLLOWING))

    def _name_themes(self, text: str) -> None:
        """Say on the button of the themes where we are."""
        self.open_themes.setText(f" {text}")
        self.open_themes.setAccessibleName(_("Thèmes\u00a0: {place}", place=text))

    # --- Fitting ----------------------------------------------------------------------

    @property
    def _effective_width(self) -> float:
        return self.width() / self.look.scale

    @property
    def _has_help(self) -> bool:
        return self._effective_width >= THREE_COLUMNS

    @property
    def _has_tag(self) -> bool:
        """True where two columns leave room for the kind of the question beside its place."""
        return self._effective_width >= ROOM_FOR_TAG

    @property
    def _has_themes(self) -> bool:
        return self._effective_width >= TWO_COLUMNS

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lay the columns out where anything is to change.

        What this does may resize the whole: it is never done again for the same reasons.
        """
        has_help, has_themes = self._has_help, self._has_themes
        fitted = Fitted(
            has_help=has_help,
            has_themes=has_themes,
            helping=not has_help and self.open_help.isChecked() and self._is_question,
            choosing=not has_themes and self.open_themes.isChecked(),
            is_question=self._is_question,
            is_tiny=self._effective_width < TINY,
            has_tag=has_help or not has_themes or self._has_tag,
            has_hints=self.height() >= self.look.px(HINTS_FROM) and has_themes,
        )
        if fitted != self._fitted:
            self._fitted = fitted
            self._place_buttons(has_themes=has_themes)
            self._place_bar(fitted)
            self._name_buttons(fitted)
            self._show_columns(fitted)

    def _name_buttons(self, fitted: Fitted) -> None:
        short = "" if fitted.is_tiny else _("Liste")
        self.pane.show_tag(has_room=fitted.has_tag)
        self.pane.name_list(_("Toutes les questions") if fitted.has_help else short)
        self.pane.listening.name(is_short=not fitted.has_help)
        self.open_help.setText(" " + (_("Aide") if fitted.is_tiny else _("Aide et note")))
        self.open_help.setVisible(fitted.is_question and not fitted.has_help)
        self.pane.all.setVisible(fitted.is_question)
        self.pane.keys.setVisible(fitted.has_hints)

    def _show_columns(self, fitted: Fitted) -> None:
        px, has_themes = self.look.px, fitted.has_themes
        helping, choosing = fitted.helping, fitted.choosing
        hold_width(self._left, px(THEMES_WIDTH) if has_themes else 0)
        hold_width(self.help, px(HELP_WIDTH) if has_themes else 0)
        self._left.setVisible(choosing or (has_themes and not helping))
        has_help = fitted.has_help and fitted.is_question
        self.help.setVisible(has_help or (helping and not choosing))
        for column, is_drawn in ((0, choosing), (2, helping and not has_themes)):
            self._grid.setColumnStretch(column, int(is_drawn))
        has_centre = has_themes or not (choosing or helping)
        self._grid.setColumnStretch(1, int(has_centre))
        self._centre.setVisible(has_centre)

    def _place_bar(self, fitted: Fitted) -> None:
        """The row of buttons scrolls away with the page; beside an open drawer it stays."""
        px = self.look.px
        if fitted.has_themes or fitted.helping or fitted.choosing:
            self._bar_row.setContentsMargins(px(16), px(10), px(16), px(6))
            self._grid.addWidget(self._bar, 0, 0, 1, 3)
        else:
            self._bar_row.setContentsMargins(EDGE, 0, EDGE, px(2))
            (self.pane if fitted.is_question else self.summary).top.addWidget(self._bar)
        self._bar.setVisible(not fitted.has_themes)

    def _place_buttons(self, *, has_themes: bool) -> None:
        """The buttons of what does not fit: above the question, or on a line of their own."""
        self.pane.shorten(is_narrow=not has_themes)
        row = self.pane.head if has_themes else self._bar_row
        row.addWidget(self.pane.listening.button)
        row.addWidget(self.pane.all)
        if has_themes:
            row.addWidget(self.open_help)
        else:
            row.insertWidget(1, self.open_help)

    def _open_themes(self) -> None:
        self.open_help.setChecked(False)
        self._fit()
        (self.themes if self.open_themes.isChecked() else self.open_themes).setFocus()

    def _open_help(self) -> None:
        self.open_themes.setChecked(False)
        self._fit()
        (self.help.comment.edit if self.open_help.isChecked() else self.open_help).setFocus()

    # --- Building ---------------------------------------------------------------------

    def _opener(self, text: str, icon: str) -> QPushButton:
        made = button(self.look, text, "", icon)
        made.setCheckable(True)
        made.setProperty("slim", True)
        made.setMinimumHeight(0)
        made.setFixedHeight(slim_height(self.look))
        return made

    def _build(self) -> None:
        px = self.look.px
        page = self._grid = QGridLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._bar = QFrame()
        bar = self._bar_row = QHBoxLayout(self._bar)
        bar.setSpacing(px(12))
        bar.addWidget(self.open_themes)
        bar.addStretch(1)
        self.open_themes.clicked.connect(self._open_themes)
        self.open_help.clicked.connect(self._open_help)
        self._left = QFrame()
        self._left.setProperty("box", "side")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(px(12), px(12), px(12), px(12))
        left.addWidget(self.themes)
        self.question_area = scrolled(self.pane)
        self.in_sight = InSight(self.question_area, self._faults_and_focus, px(FIELD_GAP))
        self._summary_area: QScrollArea = scrolled(self.summary)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.question_area)
        self._middle.addWidget(self._summary_area)
        self._centre = QWidget()
        centre = QVBoxLayout(self._centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        centre.addWidget(self._middle, 1)
        centre.addWidget(self.pane.status)
        centre.addWidget(self.footer)
        page.addWidget(self._left, 1, 0)
        page.addWidget(self._centre, 1, 1)
        page.addWidget(self.help, 1, 2)
        page.setRowStretch(1, 1)
        self._fit()
