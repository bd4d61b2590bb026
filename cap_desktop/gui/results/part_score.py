"""The score of one part: the figure, its band, how complete it is, and the way to its reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.theme_bar import ARROWS
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import direction, movement

FIGURE = 40


class PartScoreCard(QWidget):
    """Shows a standing; « Pourquoi ce score » announces the part."""

    why_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._name = look, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        self._title = label(look, "", SMALL, SEMIBOLD, "secondary")
        self._score = label(look, "", FIGURE, BOLD, "accent")
        self._score.setWordWrap(False)
        self._whole = label(look, _("sur 100"), BODY, tone="secondary")
        self._reading = label(look, "", BODY, SEMIBOLD)
        self._complete = label(look, "", SMALL, tone="secondary")
        self._arrow = QLabel()
        self._moved = label(look, "", SMALL, SEMIBOLD, "secondary")
        self.why = button(look, _("Pourquoi ce score\u00a0?"), "link")
        self.why.clicked.connect(self._ask)
        column.addWidget(self._title)
        column.addLayout(self._row(self._score, self._whole, space=8))
        column.addWidget(self._reading)
        column.addWidget(self._complete)
        column.addLayout(self._row(self._arrow, self._moved, space=6))
        column.addWidget(self.why, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _row(self, first: QLabel, second: QLabel, space: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(space))
        row.addWidget(first)
        row.addWidget(second, 1)
        return row

    def show_standing(self, standing: ScoreLine, title: str, decimals: int, last: str) -> None:
        """Show another state of the part; `title` is its full name."""
        self._name = standing.name
        self._title.setText(standing.title)
        self._title.setToolTip(title)
        has_score = standing.score is not None
        self._score.setText(figure(standing.score, decimals))
        self._whole.setVisible(has_score)
        self._reading.setText(standing.reading())
        completeness = _completeness(standing, decimals)
        self._complete.setText(completeness)
        self._complete.setVisible(bool(completeness))
        self._show_movement(standing, decimals, last)
        self.setAccessibleName(standing.sentence(decimals))
        why = _("Pourquoi ce score\u00a0: {part}", part=standing.title)
        self.why.setAccessibleName(why)

    def _show_movement(self, standing: ScoreLine, decimals: int, last: str) -> None:
        delta = standing.delta
        self._arrow.setVisible(delta is not None)
        self._moved.setVisible(delta is not None)
        if delta is None:
            return
        side = self._look.px(18)
        colour = self._look.colour("text_secondary")
        name = ARROWS[direction(delta, decimals)]
        drawing = icons.icon(name, colour, side, self.devicePixelRatioF())
        self._arrow.setPixmap(drawing.pixmap(side, side))
        self._moved.setText(movement(delta, decimals))
        self._moved.setToolTip(_("Par rapport à {year}", year=last))

    def _ask(self) -> None:
        self.why_wanted.emit(self._name)


def _completeness(standing: ScoreLine, decimals: int) -> str:
    """How much is answered, or what the score may become: the reading says the rest."""
    if standing.coverage is None or standing.coverage == 0:
        return ""
    if standing.is_provisional:
        low, high = figure(standing.lower, decimals), figure(standing.upper, decimals)
        return _("Entre {low} et {high}", low=low, high=high)
    return _("Complété à {share}", share=percent(standing.coverage))
