"""Two years side by side: scores, movements, and the answers that changed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.gui.kit.basics import card, label, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.year_choice import YearChoice
from cap_desktop.gui.look.look import (
    BODY,
    CAPTION,
    CARD,
    FIELD_GAP,
    GAP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    Look,
)
from cap_desktop.gui.results.result_views import ResultViews
from cap_desktop.gui.results.year_tables import changes_table, notes, scores_table
from cap_desktop.gui.session.destinations import Destination, ToQuestion, ToScore, ToYears
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.assessments import ComparedYears
from cap_desktop.words.two_years import how_to_compare

TOP = 10
ROOM_FOR_BOTH = 640
"""From this effective width on, the two years are chosen side by side."""


class YearsPage(Page):
    """Asks for two years, and shows them once they are read."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.session = session
        self.compared: ComparedYears | None = None
        self._build()
        session.years_compared.connect(self._show)
        session.changed.connect(self._ask)
        session.opened.connect(self._forget)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        px = self.look.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        page.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(MARGIN), px(TOP), px(MARGIN), px(TOP))
        column.setSpacing(px(FIELD_GAP))
        self.views = ResultViews(self.look, self, ToYears)
        self.views.name_page(_("Deux années côte à côte"))
        column.addWidget(self.views)
        self._choice = self._choices()
        column.addWidget(self._choice)
        self._notes = label(self.look, "", BODY, tone="secondary")
        column.addWidget(self._notes)
        self._scores_card, within = card(self.look)
        within.addWidget(label(self.look, _("Les scores"), CARD, SEMIBOLD))
        self.scores = FittedTable(self.look)
        self.scores.chosen.connect(lambda node: self.wanted.emit(ToScore(node)))
        within.addWidget(self.scores)
        self._method = label(self.look, how_to_compare(), CAPTION, tone="secondary")
        within.addWidget(self._method)
        column.addWidget(self._scores_card)
        self._changes_card, within = card(self.look)
        self._changes_title = label(self.look, "", CARD, SEMIBOLD)
        within.addWidget(self._changes_title)
        hint = _("Les textes libres ne sont pas comparés.")
        within.addWidget(label(self.look, hint, SMALL, tone="secondary"))
        self.changes = FittedTable(self.look)
        self.changes.chosen.connect(lambda name: self.wanted.emit(ToQuestion(name)))
        within.addWidget(self.changes)
        column.addWidget(self._changes_card)
        column.addStretch(1)
        # Nothing stands empty while both years are read.
        self._show_nothing("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() / self.look.scale < ROOM_FOR_BOTH
        way = QBoxLayout.Direction
        self._both.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _choices(self) -> QWidget:
        made = QWidget()
        both = self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(self.look.px(FIELD_GAP))
        self.older = YearChoice(self.look, _("Première année"))
        self.newer = YearChoice(self.look, _("Seconde année"))
        for box in (self.older, self.newer):
            name = label(self.look, box.accessibleName(), BODY, SEMIBOLD)
            name.setBuddy(box)
            name.setWordWrap(False)
            box.currentIndexChanged.connect(self._ask)
            row = QHBoxLayout()
            row.setSpacing(self.look.px(FIELD_GAP))
            row.addWidget(name)
            row.addWidget(box)
            row.addSpacing(self.look.px(GAP))
            both.addLayout(row)
        both.addStretch(1)
        return made

    # --- Asking -----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def show_destination(self, _to: Destination) -> None:
        self.views.arrive()

    def refresh(self) -> None:
        """Propose the open year and the one before it, and compare what is chosen.

        The first year of all is proposed with the one after it; alone, with none.
        """
        opened, years = self.session.current, self.session.years
        if opened is None:
            return
        self._choice.setVisible(len(years) > 1)
        if len(years) < 2:
            self._show_nothing(_lacking(opened.assessment.year))
            return
        if not {self.older.chosen, self.newer.chosen} <= {item.id for item in years}:
            older, newer = _pair(years, opened.assessment)
            self.older.show_years(years, older.id)
            self.newer.show_years(years, newer.id)
        self._ask()

    def left_off(self) -> tuple[str, str]:
        """The two years that are chosen."""
        return (self.older.chosen, self.newer.chosen)

    def go_on(self, left_off: tuple[str, str]) -> None:
        for box, chosen in zip((self.older, self.newer), left_off, strict=True):
            box.show_years(self.session.years, chosen)

    def _forget(self) -> None:
        """Another year is open: it is the one to compare next time."""
        self.older.show_years((), "")
        self.newer.show_years((), "")

    def _ask(self) -> None:
        if self.older.chosen and self.newer.chosen and self.isVisible():
            self.session.compare_years(self.older.chosen, self.newer.chosen)

    # --- Showing ----------------------------------------------------------------------

    def _show_nothing(self, words: str) -> None:
        """Say why there is nothing to compare, in its place."""
        self.compared = None
        self._notes.setText(words)
        self._scores_card.hide()
        self._changes_card.hide()

    def _show(self, compared: ComparedYears) -> None:
        asked = {self.older.chosen, self.newer.chosen}
        if asked != {compared.old.assessment.id, compared.new.assessment.id}:
            return
        if len(asked) == 1:
            self._show_nothing(_("Choisissez deux années différentes."))
            return
        self.compared = compared
        self._scores_card.show()
        self._notes.setText("\n".join(notes(compared)))
        self._method.setVisible(compared.comparison is not None)
        spread = (4, 1, 1) if compared.comparison is None else (4, 1, 1, 2, 4)
        self.scores.show_table(scores_table(compared), spread)
        changes = changes_table(compared, is_open=self._is_newer_open(compared))
        self.changes.show_table(changes, (4, 2, 2, 2))
        count = len(changes.rows)
        self._changes_title.setText(
            counted("{number} réponse a changé", "{number} réponses ont changé", count)
        )
        self._changes_card.setVisible(compared.comparison is not None)
        self.changes.setVisible(count > 0)

    def _is_newer_open(self, compared: ComparedYears) -> bool:
        """True where the newer year is the open one: its questions can be looked at."""
        opened = self.session.current
        return opened is not None and opened.assessment.id == compared.new.assessment.id


def _pair(years: tuple[Assessment, ...], opened: Assessment) -> tuple[Assessment, Assessment]:
    """The open year and the one before it; the first of all, and the one after it."""
    before = [item for item in years if item.year < opened.year]
    if before:
        return max(before, key=_year), opened
    return opened, min((item for item in years if item.id != opened.id), key=_year)


def _year(item: Assessment) -> int:
    return item.year


def _lacking(year: int) -> str:
    return _(
        "Pour comparer, il faut deux années, et vous n’en avez qu’une\u00a0: {year}. "
        "Quand vous commencerez {next_year}, les deux se liront ici côte à côte.",
        year=year,
        next_year=year + 1,
    )
