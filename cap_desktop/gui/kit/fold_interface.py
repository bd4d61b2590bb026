"""What a screen reader asks about a title that opens: a button, unfolded or folded."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget

PRESS = "Press"


class FoldInterface(QAccessibleWidget):
    """Qt knows a checkable button as a box to check, which a fold is not."""

    def __init__(self, title: QAbstractButton) -> None:
        super().__init__(title, QAccessible.Role.Button)
        self._title = title

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._title.isChecked()
        state.collapsed = not state.expanded
        return state

    def actionNames(self) -> list[str]:
        return [PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == PRESS:
            self._title.click()
        else:
            super().doAction(name)
