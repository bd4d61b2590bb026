"""A line that leads somewhere: a badge or a drawing, a title, a reason, maybe a figure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy

from cap_desktop.gui.kit.painted_button import PaintedButton, draw_badge
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, SEMIBOLD, Look

BADGE = 34
EDGE = 6
GAP = 12
FIGURE = 46


@dataclass(frozen=True, slots=True)
class PointLine:
    """What a line says, and the name it announces; `rank` is a band, `icon` a drawing.

    `whole` is the reason in full, where there is room for its beginning only.
    """

    name: str
    title: str
    reason: str
    rank: int | None = None
    icon: str = ""
    tone: str = "accent"
    figure: str = ""
    whole: str = ""


class PointButton(PaintedButton):
    """Shows a line; its words wrap."""

    usual = 260
    least = (180, 44)

    def __init__(self, look: Look, line: PointLine) -> None:
        reason = line.whole or line.reason
        said = ", ".join(part for part in (line.title, line.figure, reason) if part)
        super().__init__(look, said)
        self.setToolTip(line.whole)
        self._line = line
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        px = self.look.px
        wide = self._words_width(width)
        words = self._tall(self._line.title, BODY, SEMIBOLD, wide)
        if self._line.reason:
            words += self._tall(self._line.reason, CAPTION, QFont.Weight.Normal, wide)
        return max(words, px(BADGE)) + px(2 * 5)

    def _words_width(self, width: int) -> int:
        px = self.look.px
        taken = 2 * px(EDGE) + px(BADGE) + px(GAP) + (px(FIGURE + 6) if self._line.figure else 0)
        return max(width - taken, px(100))

    def _tall(self, words: str, size: int, weight: QFont.Weight, width: int) -> int:
        return wrapped_height(self.look.font(size, weight), words, width)

    def draw(self, painter: QPainter) -> None:
        px, look = self.look.px, self.look
        left, top, side = px(EDGE), px(5), px(BADGE)
        if self._line.rank is not None:
            draw_badge(painter, look, self._line.rank, QRectF(left, top, side, side))
        elif self._line.icon:
            inset = px(6)
            place = QRectF(left + inset, top, side - 2 * inset, side - 2 * inset)
            icons.paint(painter, self._line.icon, place, look.colour(self._line.tone))
        left += side + px(GAP)
        wide = self._words_width(self.width())
        tall = self._tall(self._line.title, BODY, SEMIBOLD, wide)
        painter.setFont(look.font(BODY, SEMIBOLD))
        painter.setPen(look.colour("text"))
        painter.drawText(QRect(left, top, wide, tall), WRAPPED, self._line.title)
        painter.setFont(look.font(CAPTION))
        painter.setPen(look.colour("text_secondary"))
        below = QRect(left, top + tall, wide, self.height() - top - tall)
        painter.drawText(below, WRAPPED, self._line.reason)
        if self._line.figure:
            painter.setFont(look.font(BODY, BOLD))
            painter.setPen(look.colour("text"))
            box = QRect(self.width() - px(EDGE + FIGURE), top, px(FIGURE), px(24))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._line.figure)
