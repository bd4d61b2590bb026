"""What a screen reader is told without the focus going there."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Say a text when the reader has finished what it is saying."""
    # By the module: making these classes takes time that a start does not have.
    accessible = QtGui.QAccessible
    if text and accessible.isActive():
        accessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))
