"""One theme in the list of scores: code, name, bar, score, movement; a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy

from cap_desktop.charts.score_bar import score_bar
from cap_desktop.gui.kit.chart_view import paint_figure
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.painted_button import PaintedButton
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import direction, signed

ROW = 33
CODE_WIDTH = 34
NAME_WIDTH = 180
SCORE_WIDTH = 60
DELTA_WIDTH = 78
ARROWS = {"up": "trending-up", "down": "trending-down", "same": "equal"}
EDGE = 6
TWO_ROWS = 56
WORDS = CODE_WIDTH + NAME_WIDTH + SCORE_WIDTH + DELTA_WIDTH + 2 * EDGE
ONE_LINE = WORDS + 90
"""From this width on, the bar stands beside the name."""


class ThemeBar(PaintedButton):
    """Shows a standing; its accessible name says all that is drawn."""

    usual = ONE_LINE
    least = (WORDS, ROW)

    def __init__(self, look: Look, standing: ScoreLine, decimals: int) -> None:
        super().__init__(look, standing.sentence(decimals))
        self._standing, self._decimals = standing, decimals
        self._line = look.px(ROW)
        give_hint(self, standing.sentence(decimals))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self.look.px(ROW if width >= self.look.px(ONE_LINE) else TWO_ROWS)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def draw(self, painter: QPainter) -> None:
        px, standing = self.look.px, self._standing
        is_narrow = self.width() < px(ONE_LINE)
        left = px(EDGE)
        self._line = px(ROW) if is_narrow else self.height()
        self._words(painter, standing.code, left, px(CODE_WIDTH), CAPTION, SEMIBOLD, "secondary")
        left += px(CODE_WIDTH)
        self._words(painter, standing.title, left, px(NAME_WIDTH), BODY, SEMIBOLD)
        right = self.width() - px(EDGE) - px(DELTA_WIDTH)
        bar = left + px(NAME_WIDTH), right - px(SCORE_WIDTH)
        if is_narrow:
            bar = left, self.width() - px(EDGE)
        top = px(ROW) - px(4) if is_narrow else 0
        self._bar(painter, bar, top)
        self._score(painter, right)
        self._movement(painter, right)

    def _bar(self, painter: QPainter, ends: tuple[int, int], top: int) -> None:
        """Beside the name, or under it where the row is narrow."""
        left, right = ends
        scale = self.look.scale
        width, height = (right - left) / scale, (self.height() - top) / scale
        painter.save()
        painter.translate(left, top)
        drawn = score_bar(self._standing, width, height, self._decimals)
        paint_figure(painter, self.look, drawn)
        painter.restore()

    def _score(self, painter: QPainter, right: int) -> None:
        px, standing = self.look.px, self._standing
        end = Qt.AlignmentFlag.AlignRight
        wide = px(SCORE_WIDTH)
        if standing.score is not None:
            shown = figure(standing.score, self._decimals)
            self._words(painter, shown, right - wide, wide, BODY, BOLD, align=end)
            return
        why = standing.reading()
        if standing.is_provisional and standing.coverage:
            why = _("Provisoire, {share}", share=percent(standing.coverage))
        wide += px(DELTA_WIDTH)
        self._words(
            painter, why, right - px(SCORE_WIDTH), wide, CAPTION, tone="secondary", align=end
        )

    def _movement(self, painter: QPainter, left: int) -> None:
        px, standing = self.look.px, self._standing
        if standing.delta is None:
            return
        way = direction(standing.delta, self._decimals)
        shown = signed(standing.delta, self._decimals)
        self._words(
            painter,
            shown,
            left,
            px(DELTA_WIDTH),
            SMALL,
            tone="secondary",
            align=Qt.AlignmentFlag.AlignRight,
        )
        wide = painter.fontMetrics().horizontalAdvance(shown)
        side = px(16)
        x = left + px(DELTA_WIDTH) - wide - side - px(5)
        place = QRectF(x, (self._line - side) / 2, side, side)
        icons.paint(painter, ARROWS[way], place, self.look.colour("text_secondary"))

    def _words(
        self,
        painter: QPainter,
        words: str,
        left: int,
        width: int,
        size: int,
        weight: QFont.Weight = QFont.Weight.Normal,
        tone: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(self.look.font(size, weight))
        painter.setPen(self.look.colour("text_secondary" if tone else "text"))
        box = QRectF(left, 0, width, self._line)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)
