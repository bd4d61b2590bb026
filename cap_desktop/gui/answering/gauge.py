"""A scale: this year as a full dot, last year as a hollow one, marks as labelled lines."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.figures import GaugeMark, GaugeValues, mark_words, summary
from cap_desktop.i18n import _
from cap_desktop.words.numbers import number, with_unit

SIDE = 20
ABOVE = 24
BAR = 16
ROW = 22
TICKS = 24
GAP = 8
BESIDE = 7


class Gauge(QWidget):
    """Shows a reading; its accessible description says the same in one sentence."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: GaugeValues | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Pour vous situer"))

    def show_reading(self, found: GaugeValues) -> None:
        """Show another figure."""
        self._reading = found
        self.setAccessibleDescription(summary(found))
        self._fit()
        self.update()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt's own event, handed on
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        rows = max((place.row + 1 for place in self._mark_labels()), default=0)
        tall = px(ABOVE) + px(10) + px(BAR) + px(GAP) + rows * px(ROW) + px(TICKS)
        if self.minimumHeight() != tall:
            self.setFixedHeight(tall)

    @property
    def _bar(self) -> QRectF:
        px = self._look.px
        return QRectF(px(SIDE), px(ABOVE) + px(10), self.width() - 2 * px(SIDE), px(BAR))

    def _x(self, value: Fraction) -> float:
        if self._reading is None:
            return 0.0
        place = self._reading.share(value)
        return self._bar.left() + self._bar.width() * place.numerator / place.denominator

    def _mark_labels(self) -> list[MarkLabel]:
        if self._reading is None:
            return []
        metrics = QFontMetricsF(self._look.font(SMALL, SEMIBOLD))
        words = [mark_words(mark, self._reading.unit) for mark in self._reading.marks]
        places = [self._x(mark.value) for mark in self._reading.marks]
        widths = [metrics.horizontalAdvance(text) + 2 for text in words]
        return mark_labels(places, widths, self.width())

    # --- Drawing ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._reading is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bar(painter, self._reading)
        self._draw_marks(painter, self._reading)
        self._draw_ticks(painter, self._reading)
        self._draw_years(painter, self._reading)
        painter.end()

    def _draw_bar(self, painter: QPainter, found: GaugeValues) -> None:
        bar, radius = self._bar, self._bar.height() / 2
        painter.setPen(self._look.ground_pen())
        painter.setBrush(self._look.colour("subtle"))
        painter.drawRoundedRect(bar, radius, radius)
        if found.value is not None:
            full = QRectF(bar.left(), bar.top(), self._x(found.value) - bar.left(), bar.height())
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(full, radius, radius)

    def _draw_marks(self, painter: QPainter, found: GaugeValues) -> None:
        px = self._look.px
        font = self._look.font(SMALL, SEMIBOLD)
        for mark, place in zip(found.marks, self._mark_labels(), strict=True):
            colour = self._mark_colour(mark)
            x, top = self._x(mark.value), self._bar.bottom() + px(GAP) + place.row * px(ROW)
            painter.setPen(QPen(colour, px(3)))
            painter.drawLine(QPointF(x, self._bar.top() - px(6)), QPointF(x, top + px(ROW - 6)))
            box = QRectF(place.left, top, place.right - place.left, px(ROW))
            self._write(painter, box, mark_words(mark, found.unit), font, colour)

    def _mark_colour(self, mark: GaugeMark) -> QColor:
        return self._look.colour("text" if mark.is_own else "attention")

    def _draw_ticks(self, painter: QPainter, found: GaugeValues) -> None:
        px = self._look.px
        ticks = found.ticks()
        font = self._look.font(CAPTION)
        metrics = QFontMetricsF(font)
        for tick in ticks:
            x = self._x(tick)
            painter.setPen(QPen(self._look.colour("control_border"), self._look.thick(1)))
            painter.drawLine(
                QPointF(x, self._bar.bottom() + px(2)), QPointF(x, self._bar.bottom() + px(8))
            )
            text = with_unit(tick, found.unit) if tick == ticks[-1] else number(tick)
            left, right = within(x, metrics.horizontalAdvance(text), self.width())
            place = QRectF(left, self.height() - px(TICKS), right - left + 2, px(TICKS))
            self._write(painter, place, text, font, self._look.colour("text_secondary"))

    def _draw_years(self, painter: QPainter, found: GaugeValues) -> None:
        px, centre = self._look.px, self._bar.center().y()
        if found.value is not None:
            painter.setPen(QPen(self._look.colour("surface"), 2))
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(QPointF(self._x(found.value), centre), px(10), px(10))
        if found.former is not None:
            painter.setPen(QPen(self._look.colour("previous_year"), 2.5))
            painter.setBrush(self._look.colour("surface"))
            painter.drawEllipse(QPointF(self._x(found.former), centre), px(6), px(6))
        self._write_years(painter, found)

    def _write_years(self, painter: QPainter, found: GaugeValues) -> None:
        years = (
            (found.former_year, found.former, QFont.Weight.Normal, "text_secondary"),
            (found.year, found.value, SEMIBOLD, "accent"),
        )
        shown = [
            (
                _("{year}\u00a0: {value}", year=year, value=with_unit(value, found.unit)),
                self._look.font(SMALL, weight),
                colour,
                self._x(value),
            )
            for year, value, weight, colour in years
            if value is not None
        ]
        labels = [
            (place, QFontMetricsF(font).horizontalAdvance(text))
            for text, font, _colour, place in shown
        ]
        for (text, font, colour, _place), (left, right) in zip(
            shown, side_by_side(labels, self.width()), strict=True
        ):
            place = QRectF(left - 1, 0, right - left + 2, self._look.px(ABOVE))
            self._write(painter, place, text, font, self._look.colour(colour))

    def _write(
        self, painter: QPainter, place: QRectF, text: str, font: QFont, colour: QColor
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def within(centre: float, width: float, most: float) -> tuple[float, float]:
    """The ends of a label of this width under a point, kept between 0 and `most`."""
    left = min(max(centre - width / 2, 0.0), max(most - width, 0.0))
    return left, left + width


def side_by_side(labels: list[tuple[float, float]], most: float) -> list[tuple[float, float]]:
    """The ends of one or two labels, given where each points and its width.

    Two labels never touch: they go away from each other, the lower one to the left.
    """
    if len(labels) < 2:
        return [within(place, width, most) for place, width in labels]
    order = sorted(range(2), key=lambda rank: labels[rank][0])
    (low, low_width), (high, high_width) = (labels[rank] for rank in order)
    split = (low + high) / 2
    end = min(max(low + low_width / 2, low_width), split - GAP, most - high_width - 2 * GAP)
    end = max(end, low_width)
    start = max(high - high_width / 2, split + GAP, end + 2 * GAP)
    start = min(start, most - high_width)
    boxes = {order[0]: (end - low_width, end), order[1]: (start, start + high_width)}
    return [boxes[0], boxes[1]]


@dataclass(frozen=True, slots=True)
class MarkLabel:
    """Where the label of a mark stands: its ends, and its row under the bar."""

    left: float
    right: float
    row: int


def mark_labels(places: list[float], widths: list[float], most: float) -> list[MarkLabel]:
    """Stand labels beside their lines, so that no line crosses another's label.

    The lower marks are written left of their lines and the higher ones right of them; the
    further in a mark stands, the lower its label.
    """
    order = sorted(range(len(places)), key=lambda rank: places[rank])
    middle = (len(order) + 1) // 2
    lower, higher = order[:middle], order[middle:]
    if any(places[rank] - BESIDE < widths[rank] for rank in lower):
        lower, higher = [], order
    elif any(places[rank] + BESIDE + widths[rank] > most for rank in higher):
        lower, higher = order, []
    found: dict[int, MarkLabel] = {}
    for row, rank in enumerate(lower):
        right = places[rank] - BESIDE
        found[rank] = MarkLabel(right - widths[rank], right, row)
    for row, rank in enumerate(reversed(higher)):
        left = min(places[rank] + BESIDE, most - widths[rank])
        found[rank] = MarkLabel(left, left + widths[rank], row)
    return [found[rank] for rank in range(len(places))]
