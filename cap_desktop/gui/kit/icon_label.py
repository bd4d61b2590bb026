"""A drawing of the interface beside a text; it says nothing that the text does not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import Look


class IconLabel(QWidget):
    """One icon in one colour of the theme, painted: it stays sharp on every screen."""

    def __init__(
        self, look: Look, icon: str, colour: str = "text_secondary", size: int = 20
    ) -> None:
        super().__init__()
        self._icon, self._colour = icon, look.colour(colour)
        self.setFixedSize(QSize(look.px(size), look.px(size)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._icon, QRectF(self.rect()), self._colour)
        painter.end()
