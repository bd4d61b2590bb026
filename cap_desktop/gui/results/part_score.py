"""The score of one part: the figure, its band, both years, how complete it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.painted_button import draw_badge
from cap_desktop.gui.kit.theme_bar import ARROWS
from cap_desktop.gui.look.look import BODY, BOLD, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import direction

FIGURE = 34
"""Two whole scores, « 100,0 sur 100 » twice, stand beside each other on a laptop."""
BADGE = 26


class BandBadge(QWidget):
    """The number of a band in its colours."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.rank = look, 1
        self.setFixedSize(QSize(look.px(BADGE), look.px(BADGE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_badge(painter, self._look, self.rank, QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


class PartScoreCard(QWidget):
    """Shows a standing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        self._title = label(look, "", SMALL, SEMIBOLD)
        self._score = label(look, "", FIGURE, BOLD, "accent")
        self._score.setWordWrap(False)
        self._whole = label(look, _("sur\u00a0100"), SMALL, tone="secondary")
        self._whole.setWordWrap(False)
        self._badge = BandBadge(look)
        self._reading = label(look, "", BODY, SEMIBOLD)
        self._change = QVBoxLayout()
        self._change.setSpacing(look.px(2))
        self._complete = label(look, "", SMALL, tone="secondary")
        column.addWidget(self._title)
        column.addLayout(self._row(self._score, self._whole, space=6))
        column.addLayout(self._row(self._badge, self._reading, space=8))
        column.addLayout(self._change)
        column.addWidget(self._complete)
        column.addStretch(1)

    def _row(self, first: QWidget, second: QWidget, space: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(space))
        row.addWidget(first)
        row.addWidget(second, 1)
        return row

    def show_standing(
        self, standing: ScoreLine, title: str, decimals: int, otherwise: str = ""
    ) -> None:
        """Show another state of the part; `title` is its full name.

        `otherwise` stands in the place of a score that is not there yet.
        """
        self._title.setText(standing.title)
        give_hint(self._title, title)
        has_score = standing.score is not None
        self._score.setText(figure(standing.score, decimals))
        for made in (self._score, self._whole):
            made.setVisible(has_score)
        self._badge.setVisible(has_score and bool(standing.band))
        self._badge.rank = standing.rank
        self._reading.setText(standing.reading() if has_score or not otherwise else otherwise)
        completeness = _completeness(standing, decimals)
        self._complete.setText(completeness)
        self._complete.setVisible(bool(completeness))
        self._show_change(standing, decimals)
        self.setAccessibleName(standing.sentence(decimals))

    def _show_change(self, standing: ScoreLine, decimals: int) -> None:
        emptied(self._change)
        if not standing.year or standing.score is None:
            return
        former = self._quiet(figure(standing.former, decimals))
        now = self._quiet(figure(standing.score, decimals))
        self._change.addLayout(
            self._line(former, IconLabel(self._look, "arrow-right", size=14), now)
        )
        apart = standing.change_words(decimals).partition("\u00a0: ")
        self._change.addWidget(self._quiet(f"{apart[0]}{apart[1].rstrip()}"))
        value = label(self._look, apart[2], SMALL, SEMIBOLD, "secondary")
        if standing.delta is None:
            self._change.addWidget(value)
        else:
            icon = ARROWS[direction(standing.delta, decimals)]
            self._change.addLayout(self._line(IconLabel(self._look, icon, size=16), value))

    def _quiet(self, words: str) -> QLabel:
        return label(self._look, words, SMALL, tone="secondary")

    def _line(self, *pieces: QWidget) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self._look.px(6))
        for made in pieces:
            if isinstance(made, QLabel):
                made.setWordWrap(False)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row


def _completeness(standing: ScoreLine, decimals: int) -> str:
    """How much is answered, or what the score may become: the reading says the rest."""
    if standing.coverage is None or standing.coverage == 0:
        return ""
    if standing.is_provisional:
        return standing.bounds(decimals).capitalize()
    return _("Complété à {share}", share=percent(standing.coverage))
