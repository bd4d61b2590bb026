"""The row of digits, by its keys: on a French keyboard they give & é " ' ( before they give 1 2 3.

A shortcut on a digit is meant for the key that has this digit printed on it, on every layout.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

DIGITS = "1234567890"

PC_PLACES = dict(enumerate(DIGITS, start=2))
"""What Windows tells of a key: the scan codes of the PC."""

X_PLACES = {place + 8: digit for place, digit in PC_PLACES.items()}
"""What X and Wayland tell: eight more."""

MAC_PLACES = dict(
    zip((0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D), DIGITS, strict=True)
)
"""The virtual keys of a Mac, which has no scan codes; 6 comes before 5."""

AZERTY = dict(zip("&é\"'(-è_çà", DIGITS, strict=True))
BELGIAN = dict(zip("&é\"'(§è!çà", DIGITS, strict=True))
BEPO = dict(zip('"«»()@+-/*', DIGITS, strict=True))
SIGNS = BEPO | BELGIAN | AZERTY
"""The signs of the keys, for a keyboard whose places nobody tells; most people have AZERTY."""

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LAST_SIGN = 0xFFFF


def digit_of(event: QKeyEvent, system: str = sys.platform) -> str:
    """The digit printed on the key that was pressed, with or without Shift; empty for others."""
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return chr(event.key())
    places: Mapping[int, str] = X_PLACES
    place = event.nativeScanCode()
    if system == "darwin":
        places, place = MAC_PLACES, event.nativeVirtualKey()
    elif system == "win32":
        places = PC_PLACES
    if place:
        return places.get(place, "")
    # With Ctrl, a key has no text: its name is its sign, in capitals.
    sign = chr(event.key()).lower() if event.key() <= LAST_SIGN else event.text()
    return SIGNS.get(sign, "")


class DigitRow(QObject):
    """Lets every shortcut of a window that is a digit, or Ctrl and a digit, answer to its key."""

    def offer(self, event: QKeyEvent) -> bool:
        """Take a key that nothing inside wants to type; True where a shortcut waits for it.

        To be asked when Qt asks whether a key overrides the shortcuts.
        """
        focused = QApplication.focusWidget()
        if focused is None or self._shortcut(event, focused) is None:
            return False
        # A list would look for a row that begins with this sign: the key comes here first.
        focused.installEventFilter(self)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        watched.removeEventFilter(self)
        shortcut = self._shortcut(event, watched) if isinstance(watched, QWidget) else None
        if shortcut is None:
            return False
        shortcut.activated.emit()
        return True

    def _shortcut(self, event: QKeyEvent, focused: QWidget) -> QShortcut | None:
        """What a key that is not a digit by its sign stands for; Qt finds the others itself."""
        digit = digit_of(event)
        aside = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        pressed = event.modifiers() & ~aside
        if not digit or pressed not in (NONE, CONTROL):
            return None
        wanted = QKeySequence(f"Ctrl+{digit}" if pressed == CONTROL else digit)
        if any(found.key() == QKeySequence(event.keyCombination()) for found in _near(focused)):
            # A digit by its sign, or Ctrl and minus on the key of 6: Qt finds it.
            return None
        return next((found for found in _near(focused) if found.key() == wanted), None)


def _near(focused: QWidget) -> list[QShortcut]:
    """The shortcuts that a key pressed there can mean."""
    window = focused.window()
    return [
        found
        for found in window.findChildren(QShortcut)
        if found.isEnabled()
        and isinstance(around := found.parent(), QWidget)
        and (around is window or around is focused or around.isAncestorOf(focused))
    ]
