"""What a screen reader asks about a button that Qt takes for a box to check."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget


class PressedInterface(QAccessibleWidget):
    """Pressed by a reader as by the mouse."""

    role_told = QAccessible.Role.Button

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, self.role_told)
        self.button = button

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self.button.click()
        else:
            super().doAction(name)


class FoldInterface(PressedInterface):
    """A title that opens: a button, unfolded or folded."""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self.button.isChecked()
        state.collapsed = not state.expanded
        return state


class TabInterface(PressedInterface):
    """A page tab, selected where Qt would say a check box that is checked."""

    role_told = QAccessible.Role.PageTab

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = True
        state.selected = self.button.isChecked()
        return state
