"""Every theme as a row; the one that is looked at is told in full under them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from cap_desktop.charts.legend import LegendBand, bands_legend
from cap_desktop.gui.kit.basics import emptied, label, rule
from cap_desktop.gui.kit.chart_view import ChartView
from cap_desktop.gui.look.look import CAPTION, Look
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.gui.results.theme_row import ThemeHead, ThemeRow
from cap_desktop.i18n import _
from cap_desktop.words.scores import common_base

LINES = 2


class ThemesCard(QFrame):
    """Announces the theme of a row."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.rows: list[ThemeRow] = []
        self._said: dict[str, str] = {}
        self.setProperty("box", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(10), px(8), px(10), px(8))
        inside.setSpacing(px(4))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside.addLayout(self._rows, 1)
        inside.addWidget(rule())
        self.bands = ChartView(look, 300, 26, takes_its_height=True)
        inside.addWidget(self.bands)
        self.line = label(look, "", CAPTION)
        # The rows keep their place whatever is said of one of them.
        self.line.setMinimumHeight(LINES * QFontMetrics(look.font(CAPTION)).lineSpacing())
        inside.addWidget(self.line)

    def show_results(self, shown: Overview, bands: tuple[LegendBand, ...]) -> None:
        """Show the themes, and what their colours mean."""
        emptied(self._rows)
        self.rows.clear()
        self._said.clear()
        for rank, item in enumerate(shown.parts):
            title = f"{item.part.code} · {item.part.title}"
            self._rows.addWidget(ThemeHead(self._look, title, None if rank else shown.years))
            for standing in item.themes:
                row = ThemeRow(self._look, standing, shown.decimals)
                row.clicked.connect(lambda _checked=False, n=standing.name: self.chosen.emit(n))
                row.looked_at.connect(self._tell)
                self._rows.addWidget(row, 1)
                self.rows.append(row)
                if standing.year:
                    whole = standing.whole_change(shown.years[0], shown.decimals)
                    self._said[standing.name] = f"{standing.code} · {standing.title}\u00a0: {whole}"
        self.bands.show_figure(lambda width, _height: bands_legend(bands, "", width))
        self._invite(shown)

    def _invite(self, shown: Overview) -> None:
        """What is said before a row is looked at."""
        self.line.setVisible(bool(shown.years[1]))
        base = "" if shown.common is None else f"{common_base(shown.common)} "
        self.line.setText(base + _("Placez-vous sur un thème pour lire ce qui a changé."))

    def _tell(self, name: str) -> None:
        if name in self._said:
            self.line.setText(self._said[name])
