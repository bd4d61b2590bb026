"""How much room a text takes on the screen."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

WRAPPED = int(Qt.TextFlag.TextWordWrap)
NO_END = 10_000
"""High enough for any text."""


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """How high a text is at a width."""
    space = QRect(0, 0, width, NO_END)
    return QFontMetrics(font).boundingRect(space, WRAPPED, text).height()


def overhang(font: QFont) -> int:
    """How far a line goes to the left of where it begins: no letter does more than « j »."""
    key = font.key()
    if key not in _OVERHANGS:
        _OVERHANGS[key] = math.ceil(max(-QFontMetricsF(font).leftBearing("j"), 0))
    return _OVERHANGS[key]


_OVERHANGS: dict[str, int] = {}
"""Of the fonts that were asked for: a page asks for five, fifty times."""
