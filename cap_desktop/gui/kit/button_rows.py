"""Buttons of one kind, in as many rows as the room asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from cap_desktop.gui.look.look import Look

SPACE = 12


class ButtonRows(QWidget):
    """Nothing is cut where the text is large or the window narrow: the rest goes below."""

    def __init__(self, look: Look, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons, self._space = buttons, look.px(SPACE)
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._space)
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one button: a page never scrolls sideways."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() + self._space
        self._arrange(max(1, room // (self._widest() + self._space)))

    def _widest(self) -> int:
        return max(button.sizeHint().width() for button in self._buttons)

    def _arrange(self, across: int) -> None:
        across = min(across, len(self._buttons))
        if across == self._across:
            return
        self._grid.setColumnStretch(self._across, 0)
        self._across = across
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // across, number % across)
        self._grid.setColumnStretch(across, 1)
