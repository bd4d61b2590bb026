"""How much room a text takes on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

WRAPPED = int(Qt.TextFlag.TextWordWrap)
NO_END = 10_000
"""High enough for any text."""


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """How high a text is at a width."""
    space = QRect(0, 0, width, NO_END)
    return QFontMetrics(font).boundingRect(space, WRAPPED, text).height()
