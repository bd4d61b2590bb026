"""What a screen reader is told without the focus going there."""

from __future__ import annotations

from functools import partial

from PySide6 import QtGui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.accessible_roles import tell_role
from cap_desktop.gui.kit.bus_readers import knows_announcements

MADE_MS = 2500
"""How long a reader is busy with the events of a window that was just made.

Orca 43 drops what comes while more than fifty of them wait, as they do for two seconds.
"""
KEPT = 4
"""How many notifications in a row a reader may be late by."""
TURN = "notifications"
"""The property of a window that counts those it has shown."""


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


def announce_later(widget: QWidget, text: str) -> None:
    """Say it once a window is made: a reader drops much of what comes among all its events."""
    QTimer.singleShot(MADE_MS, widget, partial(announce, widget, text))


def _notify(widget: QWidget, text: str) -> None:
    """Say it to a reader that knows no announcement: a notification that comes in sight."""
    window = widget.window()
    known = window.findChildren(_Notification)
    turn = int(window.property(TURN) or 0)
    window.setProperty(TURN, turn + 1)
    # A reader asks for the words a moment later: those said just before have to be there still.
    shown = known[turn % KEPT] if len(known) == KEPT else _Notification(window)
    shown.setAccessibleName(text)
    accessible = QtGui.QAccessible
    accessible.updateAccessibility(QtGui.QAccessibleEvent(shown, accessible.Event.ObjectShow))


class _Notification(QWidget):
    """Never seen: only its name is heard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        tell_role(_Notification, QtGui.QAccessible.Role.Notification)
        self.hide()
