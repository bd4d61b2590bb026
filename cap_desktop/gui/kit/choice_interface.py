"""What a screen reader asks about a closed list: its name, and what is chosen in it.

On Linux, Qt gives what is chosen for the name, and a reader then says it twice.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox


class ChoiceInterface(QAccessibleWidget):
    """Holds the open list as its child: a reader finds in it what is chosen."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox)
        self._box = box

    def text(self, what: QAccessible.Text) -> str:
        if what == QAccessible.Text.Value:
            return self._box.currentText()
        if what == QAccessible.Text.Description:
            # Not its tip, which says again what is chosen.
            return self._box.accessibleDescription()
        return super().text(what)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._box.view().isVisible()
        state.collapsed = not state.expanded
        return state

    def childCount(self) -> int:
        return 1

    def child(self, rank: int) -> QAccessibleInterface | None:  # type: ignore[override]
        # The stubs do not know that there may be none.
        return QAccessible.queryAccessibleInterface(self._box.view()) if rank == 0 else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return 0 if child.object() is self._box.view() else -1

    def actionNames(self) -> list[str]:
        return [self.showMenuAction(), self.pressAction()]

    def doAction(self, name: str) -> None:
        if name not in self.actionNames():
            super().doAction(name)
        elif self._box.view().isVisible():
            self._box.hidePopup()
        else:
            self._box.showPopup()
