"""A scale: this year as a full dot, last year as a hollow one, marks as labelled lines."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cap_desktop.gui.figures import Mark, Reading, mark_words, summary, with_unit, written
from cap_desktop.gui.theme import CAPTION, SEMIBOLD, SMALL, Theme
from cap_desktop.i18n import _

SIDE = 20
ABOVE = 24
BAR = 16
ROW = 22
TICKS = 24
GAP = 8


class Gauge(QWidget):
    """Shows a reading; its accessible description says the same in one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: Reading | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Pour vous situer"))

    def show_reading(self, found: Reading) -> None:
        """Show another figure."""
        self._reading = found
        self.setAccessibleDescription(summary(found))
        self._fit()
        self.update()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt's own event, handed on
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        rows = max(len(mark_rows(self._mark_boxes())), 1) if self._has_marks else 0
        tall = px(ABOVE) * 2 + px(BAR) + px(GAP) + rows * px(ROW) + px(TICKS)
        if self.minimumHeight() != tall:
            self.setFixedHeight(tall)

    @property
    def _has_marks(self) -> bool:
        return self._reading is not None and bool(self._reading.marks)

    @property
    def _bar(self) -> QRectF:
        px = self._theme.px
        return QRectF(px(SIDE), px(ABOVE) * 2, self.width() - 2 * px(SIDE), px(BAR))

    def _x(self, value: Fraction) -> float:
        if self._reading is None:
            return 0.0
        place = self._reading.share(value)
        return self._bar.left() + self._bar.width() * place.numerator / place.denominator

    def _mark_boxes(self) -> list[tuple[float, float]]:
        """Left and right ends of the label of each mark, kept inside the widget."""
        if self._reading is None:
            return []
        metrics = QFontMetricsF(self._theme.font(SMALL, SEMIBOLD))
        words = [mark_words(mark, self._reading.unit) for mark in self._reading.marks]
        widths = [metrics.horizontalAdvance(text) for text in words]
        places = [self._x(mark.value) for mark in self._reading.marks]
        return [
            within(place, width, self.width()) for place, width in zip(places, widths, strict=True)
        ]

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

    def _draw_bar(self, painter: QPainter, found: Reading) -> None:
        bar, radius = self._bar, self._bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("subtle"))
        painter.drawRoundedRect(bar, radius, radius)
        if found.value is not None:
            full = QRectF(bar.left(), bar.top(), self._x(found.value) - bar.left(), bar.height())
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(full, radius, radius)

    def _draw_marks(self, painter: QPainter, found: Reading) -> None:
        px = self._theme.px
        boxes = self._mark_boxes()
        rows = mark_rows(boxes)
        font = self._theme.font(SMALL, SEMIBOLD)
        for row, ranks in enumerate(rows):
            for rank in ranks:
                mark = found.marks[rank]
                colour = self._mark_colour(mark)
                top = self._bar.bottom() + px(GAP) + row * px(ROW)
                x = self._x(mark.value)
                painter.setPen(QPen(colour, px(3)))
                painter.drawLine(QPointF(x, self._bar.top() - px(8)), QPointF(x, top + px(2)))
                left, right = boxes[rank]
                place = QRectF(left, top, right - left + 2, px(ROW))
                self._write(painter, place, mark_words(mark, found.unit), font, colour)

    def _mark_colour(self, mark: Mark) -> QColor:
        return self._theme.colour("text" if mark.is_own else "attention")

    def _draw_ticks(self, painter: QPainter, found: Reading) -> None:
        px = self._theme.px
        ticks = found.ticks()
        font = self._theme.font(CAPTION)
        metrics = QFontMetricsF(font)
        for tick in ticks:
            x = self._x(tick)
            painter.setPen(QPen(self._theme.colour("control_border"), 1))
            painter.drawLine(
                QPointF(x, self._bar.bottom() + px(2)), QPointF(x, self._bar.bottom() + px(8))
            )
            text = with_unit(tick, found.unit) if tick == ticks[-1] else written(tick)
            left, right = within(x, metrics.horizontalAdvance(text), self.width())
            place = QRectF(left, self.height() - px(TICKS), right - left + 2, px(TICKS))
            self._write(painter, place, text, font, self._theme.colour("text_secondary"))

    def _draw_years(self, painter: QPainter, found: Reading) -> None:
        """The dots, and their labels on one line, or on two where they would touch."""
        px, centre = self._theme.px, self._bar.center().y()
        if found.value is not None:
            x = self._x(found.value)
            painter.setPen(QPen(self._theme.colour("surface"), 2))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QPointF(x, centre), px(10), px(10))
            text = _("{year} : {value}", year=found.year, value=with_unit(found.value, found.unit))
            font = self._theme.font(SMALL, SEMIBOLD)
            width = QFontMetricsF(font).horizontalAdvance(text)
            left, right = within(x, width, self.width())
            place = QRectF(left, px(ABOVE) - px(4), right - left + 2, px(ABOVE))
            self._write(painter, place, text, font, self._theme.colour("accent"))
        if found.former is not None:
            x = self._x(found.former)
            painter.setPen(QPen(self._theme.colour("previous_year"), 2.5))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(QPointF(x, centre), px(6), px(6))
            text = _(
                "{year} : {value}",
                year=found.former_year,
                value=with_unit(found.former, found.unit),
            )
            font = self._theme.font(SMALL)
            width = QFontMetricsF(font).horizontalAdvance(text)
            left, right = within(x, width, self.width())
            place = QRectF(left, 0, right - left + 2, px(ABOVE))
            self._write(painter, place, text, font, self._theme.colour("text_secondary"))
            painter.setPen(QPen(self._theme.colour("previous_year"), 1))
            painter.drawLine(QPointF(x, px(ABOVE)), QPointF(x, centre - px(7)))

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


def mark_rows(boxes: list[tuple[float, float]]) -> list[list[int]]:
    """Share labels out in rows, so that none touches another."""
    rows: list[list[int]] = []
    for rank, (left, right) in enumerate(boxes):
        for row in rows:
            if all(right + GAP < boxes[other][0] or boxes[other][1] + GAP < left for other in row):
                row.append(rank)
                break
        else:
            rows.append([rank])
    return rows
