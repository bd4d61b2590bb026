"""What a screen reader asks about a heading: its words, one by one if it likes, and its level.

Orca reads a heading by its text, never by its name: one without a text is read as « heading ».
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QLabel
from shiboken6 import Shiboken, getCppPointer

NOTHING = Shiboken.VoidPtr(0)
"""What C++ is given for « none »: `None` would be taken for an address."""

Kind = QAccessible.InterfaceType


class HeadingInterface(QAccessibleWidget):
    """Adds to a label the role of a heading, its text and its level."""

    def __init__(self, heading: QLabel, level: int) -> None:
        super().__init__(heading, QAccessible.Role.Heading)
        # Only addresses go to C++: both parts have to live as long as this.
        self._words, self._level = _Words(heading), _Level(level)
        self._parts = {
            Kind.TextInterface: _address(self._words),
            Kind.AttributesInterface: _address(self._level),
        }

    # The address of a part, in a type that the stubs do not have.
    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind == Kind.ActionInterface:
            return super().interface_cast(kind)
        return self._parts.get(kind, NOTHING)  # type: ignore[return-value]


class _Level(QAccessibleAttributesInterface):
    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, _key: QAccessible.Attribute) -> int:
        return self._level


class _Words(QAccessibleTextInterface):
    """The text of a label, which has neither cursor nor selection."""

    def __init__(self, shown: QLabel) -> None:
        super().__init__()
        self._shown = shown

    def text(self, start: int, end: int) -> str:
        return self._shown.text()[start : end if end >= 0 else None]

    def characterCount(self) -> int:
        return len(self._shown.text())

    def characterRect(self, _offset: int) -> QRect:
        return QRect(self._shown.mapToGlobal(QPoint(0, 0)), self._shown.size())

    def offsetAtPoint(self, _point: QPoint) -> int:
        return 0

    def cursorPosition(self) -> int:
        return 0

    def setCursorPosition(self, position: int) -> None:
        """Have none."""

    def selectionCount(self) -> int:
        return 0

    def selection(self, _rank: int) -> tuple[int, int]:
        return (0, 0)

    def addSelection(self, start: int, end: int) -> None:
        """Have none."""

    def setSelection(self, rank: int, start: int, end: int) -> None:
        """Have none."""

    def removeSelection(self, rank: int) -> None:
        """Have none."""

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Stay: a heading is short."""

    def attributes(self, _offset: int) -> tuple[str, int, int]:
        return ("", 0, self.characterCount())


def _address(part: Shiboken.Object) -> Shiboken.VoidPtr:
    return Shiboken.VoidPtr(getCppPointer(part)[0])
