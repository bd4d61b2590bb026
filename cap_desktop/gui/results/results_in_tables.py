"""The charts of the results as real tables: parts, themes, priorities."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from cap_desktop.charts.score_bar import standings_table
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.look.look import CARD, CARD_PADDING, FIELD_GAP, SEMIBOLD, Look
from cap_desktop.gui.results.result_tables import parts_table, priorities_table
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment


class ResultsInTables(QFrame):
    """Announces the theme, the part or the question of a row."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside = QVBoxLayout(self)
        side = look.px(CARD_PADDING)
        inside.setContentsMargins(side, side, side, side)
        inside.setSpacing(look.px(FIELD_GAP))
        self._title = label(look, "", CARD, SEMIBOLD)
        inside.addWidget(self._title)
        self.parts, self.themes = FittedTable(look), FittedTable(look)
        self.priorities = FittedTable(look)
        for table in (self.parts, self.themes, self.priorities):
            table.chosen.connect(self.chosen)
            inside.addWidget(table)

    @property
    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        return [self.parts, self.themes, self.priorities]

    def show_results(self, opened: OpenAssessment, shown: Overview) -> None:
        """Show the same results as the charts."""
        year = opened.assessment.year
        self._title.setText(_("Résultats {year} en tableau", year=year))
        spread = (3, 1, 1, 2, 2) if shown.years[1] else (3, 1, 2)
        self.parts.show_table(parts_table(shown), spread)
        themes = standings_table(shown.themes, shown.decimals, shown.years, _("Les thèmes"))
        self.themes.show_table(themes, spread)
        self.themes.line_up(self.parts)
        self.priorities.show_table(priorities_table(opened), (4, 1, 1, 1, 3))
        self.priorities.setVisible(bool(opened.results.advice.priorities))
