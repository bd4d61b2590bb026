"""A button that paints itself whole, with the program's focus ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from cap_desktop.gui.look.look import BOLD, FOCUS_WIDTH, Look

RADIUS = 8


class PaintedButton(QPushButton):
    """Says what it is by its accessible name; subclasses draw inside the ring."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.setProperty("kind", "painted")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = FOCUS_WIDTH / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = self.look.px(RADIUS)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("subtle"))
            painter.drawRoundedRect(ring, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, radius, radius)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw what the button shows."""
        raise NotImplementedError


def draw_badge(painter: QPainter, look: Look, rank: int, box: QRectF) -> None:
    """The number of a level or of a band, in its colours."""
    level = look.colours.levels[rank]
    painter.setPen(QPen(QColor(level.outline), look.thick(1.2)))
    painter.setBrush(QColor(level.fill))
    radius = box.height() / 4.5
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(level.ink))
    font = look.font(16, BOLD)
    font.setPixelSize(round(box.height() * 0.5))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(rank))
