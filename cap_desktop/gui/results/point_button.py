"""A line that leads somewhere: a badge or a drawing, a title, a reason, maybe a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.painted_button import PaintedButton, draw_badge
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, SEMIBOLD, Look
from cap_desktop.words.typography import unbroken

BADGE = 30
EDGE, EDGES = 6, 1
GAP = 10
FIGURE = 46
STAIRS = 10
STEPS = 4
LEAST = 30
LINES = 2
"""How many lines a title takes before it ends on three dots; it is told in full besides."""


@dataclass(frozen=True, slots=True)
class PointLine:
    """What a line says, and the name it announces; `icon` is a drawing.

    `rank` is a level, drawn with its staircase, or with a `code` the band of a theme.
    `whole` is the reason in full, where there is room for its beginning only.
    """

    name: str
    title: str
    reason: str
    rank: int | None = None
    code: str = ""
    icon: str = ""
    tone: str = "accent"
    figure: str = ""
    whole: str = ""


class PointButton(PaintedButton):
    """Shows a line; its words wrap."""

    usual = 260
    least = (180, LEAST)

    def __init__(self, look: Look, line: PointLine) -> None:
        reason = line.whole or line.reason
        said = ", ".join(part for part in (line.title, line.figure, reason) if part)
        super().__init__(look, said)
        give_hint(self, "\n".join(part for part in (line.title, line.whole) if part))
        # Its words are never cut at « sont-ils »; its name is that of the questionnaire.
        self._line = replace(line, title=unbroken(line.title))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        px = self.look.px
        words = self._title_height(self._words_width(width))
        if self._line.reason:
            words += self._reason_height(self._words_width(width))
        return max(words, self._drawing_height()) + px(2 * EDGES)

    def _drawing_height(self) -> int:
        stairs = self._line.rank is not None and not self._line.code
        return self.look.px(BADGE + STAIRS + 3 if stairs else BADGE)

    def _title_height(self, width: int) -> int:
        whole = self._tall(self._line.title, CAPTION, SEMIBOLD, width)
        return min(whole, LINES * self._tall("A", CAPTION, SEMIBOLD, width))

    def _reason_height(self, width: int) -> int:
        return self._tall(self._line.reason, CAPTION, QFont.Weight.Normal, width)

    def _words_width(self, width: int) -> int:
        px = self.look.px
        taken = 2 * px(EDGE) + px(BADGE) + px(GAP) + (px(FIGURE + 6) if self._line.figure else 0)
        return max(width - taken, px(100))

    def _tall(self, words: str, size: int, weight: QFont.Weight, width: int) -> int:
        return wrapped_height(self.look.font(size, weight), words, width)

    def draw(self, painter: QPainter) -> None:
        px, look = self.look.px, self.look
        left, top, side = px(EDGE), px(EDGES), px(BADGE)
        self._drawing(painter, QRectF(left, top, side, side))
        left += side + px(GAP)
        wide = self._words_width(self.width())
        tall = self._title_height(wide)
        # What is left of the height stands above and below the words.
        words = tall + (self._reason_height(wide) if self._line.reason else 0)
        top = max((self.height() - words) // 2, 0)
        painter.setFont(look.font(CAPTION, SEMIBOLD))
        painter.setPen(look.colour("text"))
        painter.drawText(QRect(left, top, wide, tall), WRAPPED, self._shown_title(wide, tall))
        painter.setFont(look.font(CAPTION))
        painter.setPen(look.colour("text_secondary"))
        below = QRect(left, top + tall, wide, self.height() - top - tall)
        painter.drawText(below, WRAPPED, self._line.reason)
        if self._line.figure:
            painter.setFont(look.font(BODY, BOLD))
            painter.setPen(look.colour("text"))
            box = QRect(self.width() - px(EDGE + FIGURE), 0, px(FIGURE), self.height())
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, end, self._line.figure)

    def _shown_title(self, width: int, tall: int) -> str:
        """As many whole words as the room holds."""
        words = self._line.title.split(" ")
        shown = self._line.title
        while len(words) > 1 and self._tall(shown, CAPTION, SEMIBOLD, width) > tall:
            words.pop()
            shown = " ".join(words).rstrip(",;:") + "…"
        return shown

    def _drawing(self, painter: QPainter, box: QRectF) -> None:
        px, line, look = self.look.px, self._line, self.look
        if line.code and line.rank is not None:
            draw_badge(painter, look, line.rank, box, line.code)
        elif line.rank is not None:
            draw_badge(painter, look, line.rank, box)
            stairs = QRectF(box.left() + px(5), box.bottom() + px(3), px(20), px(STAIRS))
            draw_stairs(painter, look, line.rank, stairs)
        elif line.code:
            painter.setFont(look.font(CAPTION, BOLD))
            painter.setPen(look.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.code)
        elif line.icon:
            inset = px(5)
            place = box.adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, line.icon, place, look.colour(line.tone))


def draw_stairs(painter: QPainter, look: Look, rank: int, box: QRectF) -> None:
    """Four steps, as many of them filled as the level."""
    step = box.width() / STEPS
    painter.setPen(QPen(look.colour("text_secondary"), look.thick(1)))
    for at in range(STEPS):
        tall = box.height() * (at + 1) / STEPS
        bar = QRectF(box.left() + at * step, box.bottom() - tall, step - look.px(2), tall)
        painter.setBrush(look.colour("text_secondary") if at < rank else Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
