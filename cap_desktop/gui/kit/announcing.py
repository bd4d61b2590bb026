"""What a screen reader is told without the focus going there."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.accessible_roles import tell_role
from cap_desktop.gui.kit.bus_readers import knows_announcements


def announce(widget: QWidget, text: str) -> None:
    """Say a text when the reader has finished what it is saying."""
    # By the module: making these classes takes time that a start does not have.
    accessible = QtGui.QAccessible
    if not text or not accessible.isActive():
        return
    if knows_announcements():
        accessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))
    else:
        _notify(widget, text)


def _notify(widget: QWidget, text: str) -> None:
    """Say it to a reader that knows no announcement: a notification that comes in sight."""
    window = widget.window()
    shown = window.findChild(_Notification) or _Notification(window)
    shown.setAccessibleName(text)
    accessible = QtGui.QAccessible
    accessible.updateAccessibility(QtGui.QAccessibleEvent(shown, accessible.Event.ObjectShow))


class _Notification(QWidget):
    """Never seen: only its name is heard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        tell_role(_Notification, QtGui.QAccessible.Role.Notification)
        self.hide()
