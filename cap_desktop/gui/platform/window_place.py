"""Where the window was, and where it can be on the screens that are there now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from cap_desktop.preferences import WindowPlace


def place_of(window: QMainWindow) -> WindowPlace:
    """Its place as it would be, were it not maximised, and whether it is."""
    is_maximised = window.isMaximized()
    here = window.normalGeometry() if is_maximised else window.geometry()
    return WindowPlace(here.x(), here.y(), here.width(), here.height(), is_maximised)


def put(window: QMainWindow, place: WindowPlace) -> None:
    """Put the window there, wholly on a screen that is there."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.setGeometry(on_screen(QRect(place.x, place.y, place.width, place.height), screens))
    if place.is_maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def fit(window: QMainWindow) -> None:
    """Make a window that was never placed no larger than the screen: the system places it."""
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        window.resize(window.size().boundedTo(screen.availableGeometry().size()))


def on_screen(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The same size and place, moved and made smaller as far as the nearest screen asks."""
    if not screens:
        return wanted

    def seen(screen: QRect) -> int:
        shared = screen.intersected(wanted)
        return shared.width() * shared.height() if shared.isValid() else 0

    screen = max(screens, key=seen)
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height())
    left = min(max(wanted.x(), screen.x()), screen.x() + screen.width() - width)
    top = min(max(wanted.y(), screen.y()), screen.y() + screen.height() - height)
    return QRect(left, top, width, height)
