"""A button of the top bar that opens a menu, with the chevron that every choice has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cap_desktop.domain.text import curly
from cap_desktop.gui.kit.hints import unmarked
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BUTTON, SEMIBOLD, Look

CHEVRON = 18
EDGE = 8


class ChevronButton(QToolButton):
    """Its menu is its own; `kind` is its style."""

    def __init__(self, look: Look, kind: str, icon: str, tone: str, side: int) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", kind)
        self.setFont(look.font(BODY, SEMIBOLD))
        self.setMinimumHeight(look.px(BUTTON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        size = look.px(side)
        self.setIcon(icons.icon(icon, look.colour(tone), size, self.devicePixelRatioF()))
        self.setIconSize(QSize(size, size))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = menu_of(self)
        self.setMenu(self.choices)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isEnabled():
            return
        side = self._look.px(CHEVRON)
        painter = QPainter(self)
        left = self.width() - side - self._look.px(EDGE)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, "chevron-down", place, self._look.colour("text_secondary"))
        painter.end()


def menu_of(owner: QWidget) -> QMenu:
    """A menu that opens on its first item that may be chosen: a screen reader says it then."""
    menu = QMenu(owner)
    menu.aboutToShow.connect(partial(QTimer.singleShot, 0, menu, partial(_stand_on_first, menu)))
    return menu


def _stand_on_first(menu: QMenu) -> None:
    if menu.isVisible() and menu.activeAction() is None:
        first = next((act for act in menu.actions() if act.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)


def add_act(menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
    """Add a line to a menu: an ampersand in a name would underline what follows it."""
    action = QAction(unmarked(curly(text)), menu)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action
