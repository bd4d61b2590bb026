"""A choice among several, with the program's own chevron."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, Look

SIDE = 18
SHORTEST = 8


class Choice(QComboBox):
    """Announces the name of what a person chooses, never what is shown by itself."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        # A long title is shown whole in the list; the closed box takes the room there is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _rank: self.chosen.emit(self.currentData() or ""))

    def show_options(self, options: Iterable[tuple[str, str]], chosen: str) -> None:
        """Propose pairs of name and words."""
        shown = [(self.itemData(rank), self.itemText(rank)) for rank in range(self.count())]
        wanted = list(options)
        if shown != wanted:
            self.clear()
            for name, words in wanted:
                self.addItem(words, name)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls; a choice does not change under the mouse that passes.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(SIDE)
        left = self.width() - side - self._look.px(8)
        painter = QPainter(self)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, "chevron-down", place, self._look.colour("text_secondary"))
        painter.end()
