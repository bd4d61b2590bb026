"""A tag: a few words and a sign on a ground of their own, drawn inside a cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, Look

TALL = 26
SIDE = 15
LEFT, RIGHT = 27, 7
"""Where the words begin after their sign, and what is left after them."""


def paint_tag(
    painter: QPainter, look: Look, inside: QRect, words: str, ground: str, ink: str
) -> QRectF:
    """Draw a tag at the left of a cell, without its sign; return where that stands."""
    px, font = look.px, look.font(CAPTION, SEMIBOLD)
    wide = px(LEFT + RIGHT) + QFontMetrics(font).horizontalAdvance(words)
    tag = QRectF(inside.left(), inside.center().y() - px(TALL) / 2 + 1, wide, px(TALL))
    painter.setPen(look.ground_pen())
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(tag, px(6), px(6))
    painter.setPen(look.colour(ink))
    painter.setFont(font)
    painter.drawText(tag.adjusted(px(LEFT), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    side = px(SIDE)
    return QRectF(tag.left() + px(7), tag.center().y() - side / 2, side, side)
