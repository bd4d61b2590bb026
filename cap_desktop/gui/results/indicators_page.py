"""The figures read beside the scores, each with its reading and its source."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button, card, label
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.choice import Choice
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.look.look import FIELD_GAP, MARGIN, SMALL, Look
from cap_desktop.gui.presentation.exports import FIGURES
from cap_desktop.gui.results.fresh_page import FreshPage
from cap_desktop.gui.results.indicator_cells import GaugeCells, ReadingCells
from cap_desktop.gui.results.indicator_table import (
    FIRST,
    IndicatorRow,
    indicator_rows,
    indicators_table,
    themes_of,
)
from cap_desktop.gui.results.result_views import ResultViews
from cap_desktop.gui.results.results_overview import YearBefore
from cap_desktop.gui.session.destinations import Destination, ToIndicators, ToQuestion
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.tasks import WriteExport
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment

SPACE, TOP = 12, 10
THEME = 240
ROOMY = 1200
"""Effective width from which a gauge has room beside the texts."""


class IndicatorsLeftOff(NamedTuple):
    """Whether every figure is shown, and the theme that is looked at, empty for all."""

    is_whole: bool
    theme: str


class IndicatorsPage(FreshPage):
    """Shows eight figures, then all of them, or those of a theme; each leads to its question."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent)
        self._year_before = YearBefore()
        self._rows: list[IndicatorRow] = []
        self._years = ("", "")
        self._has_gauges = False
        self._is_whole, self._theme = False, ""
        self._build()
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        bind_keys(self, {"Ctrl+E": self._ask_for_file}, in_texts=True)

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(px(MARGIN), px(TOP), px(MARGIN), px(TOP))
        column.setSpacing(px(SPACE))
        self.views = ResultViews(self.look, self, ToIndicators)
        self.themes = Choice(self.look, _("Thème"))
        self.themes.setFont(self.look.font(SMALL))
        self.themes.setMinimumWidth(px(THEME))
        self.themes.chosen.connect(self._choose_theme)
        self.views.offer(self.themes)
        self.export = button(self.look, _("Exporter"), "", "download")
        give_hint(self.export, _("Ctrl + E"))
        self.export.clicked.connect(self._ask_for_file)
        self.views.offer(self.export)
        column.addWidget(self.views)
        frame, inside = card(self.look)
        self._none = label(self.look, _("Aucun chiffre pour l’instant."), SMALL)
        inside.addWidget(self._none)
        self.table = FittedTable(self.look)
        self.table.chosen.connect(lambda name: self.wanted.emit(ToQuestion(name)))
        inside.addWidget(self.table)
        self._texts = QStyledItemDelegate(self.table)
        self._gauges = GaugeCells(self.look, self.table)
        self._readings = ReadingCells(self.look, self.table)
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
        stops = [*self.views.stops, self.themes, self.export, self.table, self.others]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def show_destination(self, _to: Destination) -> None:
        self.refresh()
        self.views.arrive()

    def left_off(self) -> IndicatorsLeftOff:
        """Whether every figure is shown, or those of which theme."""
        return IndicatorsLeftOff(self._is_whole, self._theme)

    def go_on(self, left_off: IndicatorsLeftOff) -> None:
        self._is_whole, self._theme = left_off
        self.themes.show_choice(self._theme)
        self._show_rows()

    def draw(self, opened: OpenAssessment) -> None:
        """Show the figures of an assessment."""
        both = self._year_before.beside(self.session.former, opened, self.session.path)
        year = str(opened.assessment.year)
        last = "" if both.former is None else str(both.former.assessment.year)
        self.views.name_page(_("Indicateurs {year}", year=year))
        self._years = (year, last)
        self._rows = indicator_rows(opened, both)
        self._none.setVisible(not self._rows)
        themes = themes_of(opened, self._rows)
        if self._theme not in dict(themes):
            self._theme = ""
        self.themes.show_options([("", _("Tous les thèmes")), *themes], self._theme)
        self.themes.setVisible(bool(self._rows))
        self.export.setVisible(bool(self._rows))
        self._show_rows()

    def show_all(self) -> None:
        """Show the others in their place, and go to the first of them."""
        first_new = self._rows[FIRST].question
        self._is_whole = True
        self._show_rows()
        self.table.go_to(first_new)

    def _ask_for_file(self) -> None:
        if self._rows:
            self.wanted.emit(WriteExport(FIGURES.kind))

    def _choose_theme(self, theme: str) -> None:
        self._theme = theme
        self._show_rows()

    def _show_rows(self) -> None:
        found = [row for row in self._rows if self._theme in ("", row.theme)]
        shown = found if self._is_whole or self._theme else found[:FIRST]
        self._show_table(shown)
        self.table.setVisible(bool(shown))
        left = len(found) - len(shown)
        self.others.setVisible(left > 0)
        self.others.setText(
            counted("Voir l’autre", "Voir les {number} autres", left) if left else ""
        )
        count = len(self._rows)
        told = counted("{number} indicateur.", "{number} indicateurs.", count)
        if len(shown) < count:
            told = counted(
                "{number} indicateur sur {count}.",
                "{number} indicateurs sur {count}.",
                len(shown),
                count=count,
            )
        beside = _("Ils ne changent aucun score\u00a0: ils se lisent à côté.")
        line = _("Le trait est le repère, le seuil ou la cible.")
        self._hint.setText(f"{told} {beside} {line}" if shown else told)

    def _show_table(self, shown: list[IndicatorRow]) -> None:
        """Draw a gauge in each row where it has room beside the texts."""
        self._has_gauges = self._is_roomy
        figures = 2 if self._years[1] else 1
        drawn = [self._gauges, self._readings] if self._has_gauges else [self._readings]
        for cells in drawn:
            cells.rows = shown
        for column in range(figures + 3):
            rank = column - figures - 1
            is_drawn = 0 <= rank < len(drawn)
            self.table.setItemDelegateForColumn(column, drawn[rank] if is_drawn else self._texts)
        gauge = (3,) if self._has_gauges else ()
        spread = (6, *(0,) * figures, *gauge, 0, 7)
        table = indicators_table(shown, self._years, has_gauges=self._has_gauges)
        self.table.show_table(table, spread)

    @property
    def _is_roomy(self) -> bool:
        return self.width() / self.look.scale >= ROOMY

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rows and self._is_roomy != self._has_gauges:
            self._show_rows()
