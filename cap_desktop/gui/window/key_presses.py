"""What the window does with a key that nothing else takes; imported at the first one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.binding import press_button
from cap_desktop.gui.kit.digit_row import DigitRow
from cap_desktop.gui.kit.tab_order import follow_reading


class KeyPresses:
    """Knows the digits by their place on the keyboard, the order of Tab, and Entrée."""

    def __init__(self, window: QWidget) -> None:
        self._digits = DigitRow(window)

    def offer_digit(self, event: QKeyEvent) -> bool:
        """Press the shortcut of a digit, whatever its key writes; False for any other key."""
        return self._digits.offer(event)

    def follow_reading(self, body: QWidget) -> None:
        """Put the stops of Tab in the order of reading: pages make parts of themselves anew."""
        follow_reading(body)

    def press_focused(self, event: QKeyEvent) -> bool:
        """Press the focused button at Entrée: on some systems Qt leaves that to the space bar."""
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and press_button()
