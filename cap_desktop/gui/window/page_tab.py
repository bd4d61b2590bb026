"""The steps of the journey as tabs: one stop of the Tab key, arrows between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cap_desktop.gui.kit.accessible_roles import tell_as, tell_role
from cap_desktop.i18n import _

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ARROWS = (*STEPS, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PageTab(QPushButton):
    """Asks for its page when it is pressed; it is checked when that page is shown, not before."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        tell_as(PageTab, "tab")
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Stay: the window tells which page it shows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PageTabs(QWidget):
    """A page turns on Entrée or Espace, never on the way to another tab."""

    def __init__(self) -> None:
        super().__init__()
        tell_role(PageTabs, QAccessible.Role.PageTabList)
        self.setAccessibleName(_("Pages"))
        self.tabs: list[PageTab] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def add(self, tab: PageTab) -> None:
        """Put one more tab at the end."""
        self.tabs.append(tab)
        self._row.addWidget(tab)

    def space(self, between: int) -> None:
        """Stand that far from one another."""
        self._row.setSpacing(between)

    def show_current(self, current: PageTab | None) -> None:
        """Mark the page that is shown; the Tab key stops at it, else at the first one."""
        stop = next(iter(self.tabs), None) if current is None else current
        for tab in self.tabs:
            tab.setChecked(tab is current)
            policy = Qt.FocusPolicy.StrongFocus if tab is stop else Qt.FocusPolicy.ClickFocus
            tab.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        here = next((rank for rank, tab in enumerate(self.tabs) if tab.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.tabs):
            self.tabs[here + step].setFocus(Qt.FocusReason.TabFocusReason)
