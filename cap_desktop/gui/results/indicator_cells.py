"""What is drawn in the table of the figures: a gauge, and how the figure reads, as a tag."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.kit.tag import paint_tag
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.presentation.figures import GaugeValues
from cap_desktop.gui.results.indicator_table import IndicatorRow
from cap_desktop.words.indicators import Tone

SIDE = 12
"""What is left at both ends of a gauge: a dot stands half outside it."""

SIGNS: dict[Tone, tuple[str, str, str]] = {
    "reached": ("check", "subtle", "success"),
    "near": ("equal", "accent_soft", "accent"),
    "gap": ("arrow-down", "subtle", "text"),
    "missing": ("pencil", "warning_soft", "warning"),
    "none": ("info", "subtle", "text_secondary"),
}
"""The sign of each reading, and the tones of its ground and ink; none is a fault."""


class _Cells(QStyledItemDelegate):
    """Draws the ground of a cell as every other one, then what the row holds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: Sequence[IndicatorRow] = ()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.row() < len(self.rows):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, option, self.rows[index.row()])
            painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: IndicatorRow) -> None:
        raise NotImplementedError


class GaugeCells(_Cells):
    """A hollow dot for last year, a full one for this year, a tall line to read them beside."""

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: IndicatorRow) -> None:
        found, look, px = row.gauge, self._look, self._look.px
        if not found.has_scale:
            return
        inside = QRectF(option.rect).adjusted(px(SIDE), 0, -px(SIDE), 0)
        middle = inside.center().y()
        bar = QRectF(inside.left(), middle - px(5), inside.width(), px(10))
        painter.setPen(look.ground_pen())
        painter.setBrush(look.colour("subtle"))
        painter.drawRoundedRect(bar, px(5), px(5))
        if found.value is not None:
            painter.setBrush(look.colour("accent"))
            full = QRectF(bar)
            full.setRight(max(_x(bar, found, found.value), bar.left() + px(10)))
            painter.drawRoundedRect(full, px(5), px(5))
        for mark in found.marks:
            x = _x(bar, found, mark.value)
            painter.setPen(QPen(look.colour("text" if mark.is_own else "attention"), px(3)))
            painter.drawLine(QPointF(x, middle - px(15)), QPointF(x, middle + px(15)))
        if found.value is not None:
            painter.setPen(QPen(look.colour("surface"), 2))
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(QPointF(_x(bar, found, found.value), middle), px(7), px(7))
        if found.former is not None:
            painter.setPen(QPen(look.colour("previous_year"), 2.5))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(QPointF(_x(bar, found, found.former), middle), px(5), px(5))


class ReadingCells(_Cells):
    """« Sous le seuil », with the sign and the tone of how it stands."""

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: IndicatorRow) -> None:
        icon, ground, ink = SIGNS[row.reading.tone]
        inside = option.rect.adjusted(self._look.px(5), 0, 0, 0)
        box = paint_tag(painter, self._look, inside, row.reading.words, ground, ink)
        icons.paint(painter, icon, box, self._look.colour(ink))


def _x(bar: QRectF, found: GaugeValues, value: Fraction) -> float:
    place = found.share(value)
    return bar.left() + bar.width() * place.numerator / place.denominator
