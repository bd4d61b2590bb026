"""Saying to a screen reader what changed elsewhere than under the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, text: str) -> None:
    """Have a text read when the reader is done with what it says."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))
