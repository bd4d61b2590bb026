"""One theme in the list of scores: its bar, both published scores, the change apart."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from cap_desktop.charts.score_bar import score_bar
from cap_desktop.gui.kit.chart_view import paint_figure
from cap_desktop.gui.kit.painted_button import PaintedButton
from cap_desktop.gui.kit.theme_bar import ARROWS
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import direction
from cap_desktop.words.two_years import EQUALLY

ROW, ROOMY, TWO_ROWS, HEAD = 28, 33, 54, 24
EDGE, CODE, NAME, SCORE, ARROW, CHANGE, APART = 6, 30, 172, 46, 24, 122, 12
LEAST_BAR = 80
INSIDE = 10
"""How high the inside of a bar is, between the edges of its outline."""
START, END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Columns(NamedTuple):
    """Where the columns of a row begin, in pixels of the screen."""

    code: int
    name: int
    bar: int
    bar_end: int
    former: int
    score: int
    change: int
    is_narrow: bool


def columns(look: Look, width: int, *, compares: bool) -> Columns:
    """Share out the width; where it is too little for all, the bar goes under the name."""
    px = look.px
    change = width - px(EDGE) - (px(CHANGE) if compares else 0)
    score = change - px(SCORE) - (px(APART) if compares else 0)
    # Without a former score too: there stands in words why there is none of this year.
    former = score - px(SCORE + ARROW)
    code = px(EDGE)
    name = code + px(CODE)
    bar, bar_end = name + px(NAME), former - px(APART)
    if bar_end - bar < px(LEAST_BAR):
        return Columns(code, name, name, width - px(EDGE), former, score, change, True)
    return Columns(code, name, bar, bar_end, former, score, change, False)


class ThemeRow(PaintedButton):
    """Its accessible name says all that is drawn; being looked at is announced."""

    looked_at = Signal(str)
    usual = 640
    least = (300, ROW)

    def __init__(self, look: Look, standing: ScoreLine, decimals: int) -> None:
        super().__init__(look, standing.sentence(decimals))
        self.standing, self._decimals = standing, decimals
        self._line = look.px(ROW)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumHeight(look.px(TWO_ROWS))

    def heightForWidth(self, width: int) -> int:
        return self.look.px(TWO_ROWS if self._columns(width).is_narrow else ROW)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self.standing.name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self.standing.name)

    def _columns(self, width: int) -> Columns:
        return columns(self.look, width, compares=bool(self.standing.year))

    def draw(self, painter: QPainter) -> None:
        px, standing = self.look.px, self.standing
        at = self._columns(self.width())
        self._line = px(ROW) if at.is_narrow else self.height()
        self._words(painter, standing.code, at.code, px(CODE), CAPTION, SEMIBOLD, "secondary")
        self._words(painter, standing.title, at.name, px(NAME), BODY, SEMIBOLD)
        self._bar(painter, at)
        self._scores(painter, at)
        if standing.year:
            self._change(painter, at)

    def _bar(self, painter: QPainter, at: Columns) -> None:
        """Beside the name, or under it where the row is narrow."""
        top = self.look.px(ROW - 4) if at.is_narrow else 0
        scale = self.look.scale
        painter.save()
        painter.translate(at.bar, top)
        width, height = (at.bar_end - at.bar) / scale, (self.height() - top) / scale
        # Last year's mark would cross the words of a bar without a level: its score is beside.
        shown = self.standing
        if shown.why_no_band():
            shown = replace(shown, former=None)
        paint_figure(painter, self.look, score_bar(shown, width, height, self._decimals))
        painter.restore()
        painter.translate(0, top)
        self._no_band(painter, at)
        painter.translate(0, -top)

    def _no_band(self, painter: QPainter, at: Columns) -> None:
        """Why a score has no level, written on its bar as far as there is room."""
        left = at.bar + self.look.px(EDGE)
        wide = QFontMetrics(self.look.font(CAPTION)).horizontalAdvance
        fitting = (said for said in self.standing.why_no_band() if wide(said) <= at.bar_end - left)
        if words := next(fitting, ""):
            # The end of the outline would cross them: its edges above and below go on.
            edge, inside = self.look.px(2), self.look.px(INSIDE)
            top = (self.look.px(ROW) if at.is_narrow else self.height()) // 2 - inside // 2
            ground = QRectF(left - edge, top, wide(words) + 2 * edge, inside)
            painter.fillRect(ground, self.look.colour("subtle"))
            self._words(painter, words, left, at.bar_end - left, CAPTION)

    def _scores(self, painter: QPainter, at: Columns) -> None:
        px, standing, wide = self.look.px, self.standing, self.look.px(SCORE)
        if standing.score is None:
            self._words(
                painter,
                _short_reading(standing),
                at.former,
                at.score + wide - at.former,
                CAPTION,
                tone="secondary",
                align=END,
            )
            return
        shown = figure(standing.score, self._decimals)
        self._words(painter, shown, at.score, wide, BODY, BOLD, align=END)
        if standing.year:
            past = figure(standing.former, self._decimals)
            self._words(painter, past, at.former, wide, SMALL, tone="secondary", align=END)
            self._icon(painter, "arrow-right", at.former + wide + px(6), 14)

    def _change(self, painter: QPainter, at: Columns) -> None:
        px, delta = self.look.px, self.standing.delta
        left = at.change
        if delta is not None:
            self._icon(painter, ARROWS[direction(delta, self._decimals)], left, 16)
            left += px(22)
        self._words(
            painter,
            self.standing.change(self._decimals),
            left,
            self.width() - left,
            SMALL,
            tone="secondary",
        )

    def _icon(self, painter: QPainter, name: str, left: int, size: int) -> None:
        side = self.look.px(size)
        place = QRectF(left, (self._line - side) / 2, side, side)
        icons.paint(painter, name, place, self.look.colour("text_secondary"))

    def _words(
        self,
        painter: QPainter,
        words: str,
        left: int,
        width: int,
        size: int,
        weight: QFont.Weight = QFont.Weight.Normal,
        tone: str = "",
        align: Qt.AlignmentFlag = START,
    ) -> None:
        painter.setFont(self.look.font(size, weight))
        painter.setPen(self.look.colour("text_secondary" if tone else "text"))
        box = QRectF(left, 0, width, self._line)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)


def _short_reading(standing: ScoreLine) -> str:
    if standing.is_provisional and standing.coverage:
        return _("Provisoire, {share}", share=percent(standing.coverage))
    return standing.reading()


class ThemeHead(QWidget):
    """The name of a part; above the first one, what the columns hold."""

    def __init__(self, look: Look, title: str, years: tuple[str, str] | None) -> None:
        super().__init__()
        self._look, self._title, self._years = look, title, years
        self.setAccessibleName(title)
        self.setFixedHeight(look.px(HEAD))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        px = self._look.px
        self._words(painter, self._title, px(EDGE), self.width(), START, BOLD)
        if self._years is not None and self._years[1]:
            self._name_columns(painter, self._years)
        painter.end()

    def _name_columns(self, painter: QPainter, years: tuple[str, str]) -> None:
        px, look = self._look.px, self._look
        at = columns(look, self.width(), compares=True)
        if at.is_narrow:
            return
        tick = _("score {year}", year=years[1])
        middle = self.height() / 2
        painter.fillRect(QRectF(at.bar, middle - px(7), px(3), px(14)), look.colour("text"))
        self._words(painter, tick, at.bar + px(10), at.bar_end - at.bar - px(10), START)
        self._words(painter, years[1], at.former, px(SCORE), END)
        self._words(painter, years[0], at.score, px(SCORE), END, BOLD)
        self._words(painter, _(EQUALLY), at.change - px(2), px(CHANGE + EDGE), START)

    def _words(
        self,
        painter: QPainter,
        words: str,
        left: int,
        width: int,
        align: Qt.AlignmentFlag,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        painter.setFont(self._look.font(CAPTION, weight))
        painter.setPen(self._look.colour("text" if weight == BOLD else "text_secondary"))
        box = QRectF(left, 0, width, self.height())
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)
