"""The staircase of a level: as many full steps as its rank; it says the rank without colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.look.look import Look

STEPS = 4
TALL = 16
STEP = 5
WIDTH = STEPS * STEP


def paint_stairs(painter: QPainter, look: Look, place: QRectF, rank: int, ink: QColor) -> None:
    """Draw the staircase of a rank, from 0 to 4, standing on the foot of the place."""
    px = look.px
    painter.setPen(QPen(ink, 1))
    for step in range(STEPS):
        tall = px(TALL * (step + 1) // STEPS)
        bar = QRectF(place.left() + step * px(STEP), place.bottom() - tall, px(3), tall)
        painter.setBrush(ink if step < rank else Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)


class Stairs(QWidget):
    """The staircase as a widget; its words stand beside it, so that it needs none itself."""

    def __init__(self, look: Look, rank: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rank = look, rank
        self.setFixedSize(QSize(look.px(WIDTH) + 2, look.px(TALL) + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -2)
        ink = self._look.colour("accent" if self._rank else "text_secondary")
        paint_stairs(painter, self._look, place, self._rank, ink)
        painter.end()
