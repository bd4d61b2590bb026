"""A drawing of the interface beside a text; it says nothing that the text does not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cap_desktop.gui import icons
from cap_desktop.gui.theme import Theme


class Drawing(QWidget):
    """One icon in one colour of the theme."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        side: int,
        tone: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self.setFixedSize(QSize(theme.px(side), theme.px(side)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(self.rect())
        icons.paint(painter, self._icon, place, self._theme.colour(self._tone))
        painter.end()
