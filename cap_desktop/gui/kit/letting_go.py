"""Takes what is no longer shown off the screen, and deletes it once nobody asks about it."""

from __future__ import annotations

from functools import partial

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

GONE = "gone"
"""The property of what was taken off a page and waits to be deleted."""
ASKED_MS = 60_000
"""How long after an event a screen reader may still ask about what it was of.

Orca 43 was fifteen seconds late after two windows made in a row with an action open.
"""


def let_go(widget: QWidget, told_by: QObject | None = None) -> None:
    """Hide a widget and delete it: later, where a reader may ask about what it was told of.

    A reader comes to an event when it has spoken of those before: of what is deleted by then
    it finds nothing, not even where the person is. Meanwhile `told_by`, and what it is made of,
    tells it nothing any more.
    """
    widget.hide()
    widget.setProperty(GONE, True)
    # What waits in it belonged to what was shown.
    widget.blockSignals(True)
    # By the module: making this class takes time that a start does not have.
    if QtGui.QAccessible.isActive():
        if told_by is not None:
            _part(widget, told_by)
        # Held until then: Python would delete a window that nobody names any more, piece by piece.
        QTimer.singleShot(ASKED_MS, widget, partial(_delete, widget))
    else:
        widget.deleteLater()


def _delete(widget: QWidget) -> None:
    widget.deleteLater()


def _part(widget: QWidget, told_by: QObject) -> None:
    for teller in (told_by, *told_by.findChildren(QObject)):
        for part in (widget, *widget.findChildren(QObject)):
            teller.disconnect(part)
