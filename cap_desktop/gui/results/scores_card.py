"""Both part scores and the radar of the themes, with the notice that goes with them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cap_desktop.charts.legend import years_legend
from cap_desktop.charts.radar import radar
from cap_desktop.gui.kit.basics import label, rule
from cap_desktop.gui.kit.chart_view import ChartView
from cap_desktop.gui.look.look import CAPTION, CARD, SEMIBOLD, Look
from cap_desktop.gui.results.part_score import PartScoreCard
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.i18n import _, counted

NO_LIMIT = 16777215


class ScoresCard(QFrame):
    """Announces the theme of a point of the radar."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("box", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(14), px(12), px(14), px(12))
        inside.setSpacing(px(6))
        self._waiting = label(look, "", CARD, SEMIBOLD)
        inside.addWidget(self._waiting)
        # A reader goes through widgets in the order they were made: both scores come later.
        scores = QWidget()
        self._row = QHBoxLayout(scores)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(12))
        self.parts: list[PartScoreCard] = []
        inside.addWidget(scores)
        inside.addWidget(rule())
        head = QHBoxLayout()
        self._title = label(look, "", CARD, SEMIBOLD)
        head.addWidget(self._title, 1)
        self._years = ChartView(look, 150, 26, takes_its_height=True)
        head.addWidget(self._years)
        inside.addLayout(head)
        self.radar = ChartView(look, 280, 200)
        self.radar.chosen.connect(self.chosen)
        inside.addWidget(self.radar, 1)
        notice = _("Une position déclarée par vous-mêmes\u00a0: ni un label, ni une certification.")
        inside.addWidget(label(look, notice, CAPTION, tone="secondary"))

    def hold_width(self, width: int) -> None:
        """Keep to a width, in pixels at 100 %; 0 for all there is."""
        self.setMinimumWidth(self._look.px(width) if width else 0)
        self.setMaximumWidth(self._look.px(width) if width else NO_LIMIT)
        # Alone on a row, the chart is no wider than it needs to be tall.
        self.radar.setMinimumHeight(self._look.px(200 if width else 300))

    def show_results(self, shown: Overview, waiting: str, lacking: Mapping[str, str]) -> None:
        """Show the parts and their themes; `lacking` stands in the place of a missing score."""
        has_none = all(item.part.score is None for item in shown.parts)
        self._waiting.setVisible(has_none)
        self._waiting.setText(waiting)
        self._show_parts(shown, {} if has_none else lacking)
        count = len(shown.themes)
        self._title.setText(counted("Le thème", "{number} thèmes", count))
        self.radar.show_figure(
            lambda width, height: radar(shown.themes, shown.years, shown.decimals, width, height)
        )
        legend = years_legend(shown.years)
        self._years.setFixedWidth(round(self._look.scale * legend.width))
        self._years.show_figure(lambda _width, _height: legend)

    def _show_parts(self, shown: Overview, lacking: Mapping[str, str]) -> None:
        while len(self.parts) < len(shown.parts):
            made = PartScoreCard(self._look)
            self.parts.append(made)
            self._row.addWidget(made, 1)
        for made, item in zip(self.parts, shown.parts, strict=False):
            otherwise = lacking.get(item.part.name, "")
            made.show_standing(item.part, item.title, shown.decimals, otherwise)
            made.show()
        for made in self.parts[len(shown.parts) :]:
            made.hide()
