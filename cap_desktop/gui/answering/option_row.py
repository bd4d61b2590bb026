"""One choice among several as a full-width row: key cap, words, and a mark to fill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from cap_desktop.gui.kit.hints import unmarked
from cap_desktop.gui.kit.painted_choice import INSET, MARK, PaintedChoice
from cap_desktop.gui.kit.text_size import wrapped_height
from cap_desktop.gui.look.look import BODY, CAPTION, SEMIBOLD, Look
from cap_desktop.i18n import _
from cap_desktop.words.typography import unbroken

NUMBERS = "123456789"
ROW = 52
PADDING = 16
BETWEEN = 14
CAP = 24


def shortcut_number(rank: int) -> str:
    """The number of a row, which its key chooses; none after the ninth."""
    return NUMBERS[rank] if rank < len(NUMBERS) else ""


class _Row(PaintedChoice):
    """What both kinds of row are."""

    usual = 640
    least = (260, ROW)

    def __init__(self, look: Look, number: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._number, self._text = number, unbroken(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Drawn sign by sign below; a single « & » would make a key of the next letter.
        self.setText(unmarked(text))
        self.setAccessibleName(text)
        if number:
            self.setAccessibleDescription(_("Touche {number}", number=number))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def heightForWidth(self, width: int) -> int:
        px = self.look.px
        text = wrapped_height(self.look.font(BODY), self._text, self._text_width(width))
        return max(px(ROW), text + px(24)) + 2 * INSET

    def _text_width(self, width: int) -> int:
        px = self.look.px
        return max(width - 2 * INSET - px(2 * PADDING + CAP + MARK + 2 * BETWEEN), px(80))

    def draw(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        chosen, usable = self.isChecked(), self.is_usable
        frame = self.inside(INSET)
        left = frame.left() + px(PADDING)
        self.draw_mark(painter, left)
        left += px(MARK + BETWEEN)
        painter.setFont(look.font(BODY, SEMIBOLD if chosen else look.font(BODY).weight()))
        painter.setPen(look.colour("text" if usable else "text_secondary"))
        words = QRectF(left, frame.top(), self._text_width(self.width()), frame.height())
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), self._text
        )
        if self._number:
            side = px(CAP)
            right = frame.right() - px(PADDING) - side
            cap = QRectF(right, frame.center().y() - side / 2, side, side)
            draw_key(painter, look, cap, self._number)


class RadioRow(_Row, QRadioButton):
    """One of the options, of which one is chosen."""


class CheckRow(_Row, QCheckBox):
    """One of the options, of which several may be chosen."""


def draw_key(painter: QPainter, look: Look, place: QRectF, text: str) -> None:
    """A key of the keyboard."""
    painter.setPen(QPen(look.colour("control_border"), look.thick(1)))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(place, look.px(4), look.px(4))
    painter.setPen(look.colour("text_secondary"))
    painter.setFont(look.font(CAPTION, SEMIBOLD))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
