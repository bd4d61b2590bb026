"""A button that paints itself whole, with the program's focus ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from cap_desktop.gui.kit.painted_control import WrappingControl
from cap_desktop.gui.look.look import BOLD, Look


class PaintedButton(WrappingControl, QPushButton):
    """Says what it is by its accessible name; subclasses draw inside the ring."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.setProperty("kind", "painted")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        width = self.look.px(self.usual)
        return QSize(width, self.heightForWidth(max(self.width(), width)))


def draw_badge(
    painter: QPainter, look: Look, rank: int, box: QRectF, words: str | None = None
) -> None:
    """The number of a level or of a band, or other short words, in its colours."""
    level = look.colours.levels[rank]
    painter.setPen(QPen(QColor(level.outline), look.thick(1.2)))
    painter.setBrush(QColor(level.fill))
    radius = box.height() / 4.5
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(level.ink))
    font = look.font(16, BOLD)
    font.setPixelSize(round(box.height() * (0.5 if words is None else 0.44)))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(rank) if words is None else words)
