"""The figures read beside the scores, each with its reading and its source."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button, card, label
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.look.look import FIELD_GAP, MARGIN, SMALL, Look
from cap_desktop.gui.results.fresh_page import FreshPage
from cap_desktop.gui.results.indicator_table import (
    FIRST,
    IndicatorRow,
    indicator_rows,
    indicators_table,
)
from cap_desktop.gui.results.result_views import ResultViews
from cap_desktop.gui.results.results_overview import YearBefore
from cap_desktop.gui.session.destinations import Destination, ToIndicators, ToQuestion
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment

SPACE, TOP = 12, 10


class IndicatorsPage(FreshPage):
    """Shows eight figures, then all of them; each leads to its question."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent)
        self._year_before = YearBefore()
        self._rows: list[IndicatorRow] = []
        self._years = ("", "")
        self._is_whole = False
        self._build()
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(px(MARGIN), px(TOP), px(MARGIN), px(TOP))
        column.setSpacing(px(SPACE))
        self.views = ResultViews(self.look, self, ToIndicators)
        column.addWidget(self.views)
        frame, inside = card(self.look)
        self._none = label(self.look, _("Aucun chiffre pour l’instant."), SMALL)
        inside.addWidget(self._none)
        self.table = FittedTable(self.look)
        self.table.chosen.connect(lambda name: self.wanted.emit(ToQuestion(name)))
        inside.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(px(FIELD_GAP))
        self._hint = label(self.look, "", SMALL, tone="secondary")
        foot.addWidget(self._hint, 1)
        self.others = button(self.look, "", "link")
        self.others.clicked.connect(self.show_all)
        foot.addWidget(self.others)
        inside.addLayout(foot)
        column.addWidget(frame)
        column.addStretch(1)
        for one, other in pairwise([*self.views.stops, self.table, self.others]):
            self.setTabOrder(one, other)

    def show_destination(self, _to: Destination) -> None:
        self.refresh()
        self.views.arrive()

    def left_off(self) -> bool:
        """Whether every figure is shown."""
        return self._is_whole

    def go_on(self, left_off: bool) -> None:
        self._is_whole = left_off
        self._show_rows()

    def draw(self, opened: OpenAssessment) -> None:
        """Show the figures of an assessment."""
        both = self._year_before.beside(self.session.former, opened, self.session.path)
        year = str(opened.assessment.year)
        last = "" if both.former is None else str(both.former.assessment.year)
        self.views.name_page(_("Indicateurs {year}", year=year))
        self._years = (year, last)
        self._rows = indicator_rows(opened, both)
        self._none.setVisible(not any(row.value for row in self._rows))
        self._show_rows()

    def show_all(self) -> None:
        """Show the others in their place, and go to the first of them."""
        first_new = self._rows[FIRST].question
        self._is_whole = True
        self._show_rows()
        self.table.go_to(first_new)

    def _show_rows(self) -> None:
        shown = self._rows if self._is_whole else self._rows[:FIRST]
        spread = (4, 1, 1, 2, 4) if self._years[1] else (4, 1, 2, 4)
        self.table.show_table(indicators_table(shown, self._years), spread)
        self.table.setVisible(bool(shown))
        left = len(self._rows) - len(shown)
        self.others.setVisible(left > 0)
        self.others.setText(
            counted("Voir l’autre", "Voir les {number} autres", left) if left else ""
        )
        count = len(self._rows)
        told = counted("{number} indicateur.", "{number} indicateurs.", count)
        if left:
            told = _("{shown} indicateurs sur {count}.", shown=len(shown), count=count)
        beside = _("Ils ne changent aucun score\u00a0: ils se lisent à côté.")
        self._hint.setText(f"{told} {beside}")
