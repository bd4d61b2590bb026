"""One quiet line that names the keys, as key caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cap_desktop.gui.answering.option_row import draw_key
from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, Look
from cap_desktop.i18n import _

HintPiece = tuple[str, bool]
"""A text, and whether it is a key."""

TALL = 30
CAP = 24


def hints(keys: str) -> tuple[HintPiece, ...]:
    """The keys of a question; `keys` are those that choose, empty where none does."""
    first: tuple[HintPiece, ...] = ()
    if keys:
        low, high = keys[0], keys[-1]
        first = ((low, True), (_("à"), False), (high, True), (_("choisir"), False))
    return (
        *first,
        (_("Entrée"), True),
        (_("suivante"), False),
        ("D", True),
        (_("à discuter"), False),
    )


class KeyHints(QWidget):
    """Nothing to act on: what it says is in the help of the program too."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces: tuple[HintPiece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(TALL))

    def show_keys(self, keys: str) -> None:
        """Name the keys of another question."""
        self._pieces = hints(keys)
        self.setAccessibleName(" ".join(text for text, _is_key in self._pieces))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, tall = float(px(5)), px(CAP)
        top = (self.height() - tall) / 2
        for text, is_key in self._pieces:
            font = self._look.font(
                CAPTION, SEMIBOLD if is_key else self._look.font(CAPTION).weight()
            )
            width = QFontMetricsF(font).horizontalAdvance(text)
            if is_key:
                cap = QRectF(left, top, max(width + px(12), tall), tall)
                draw_key(painter, self._look, cap, text)
                left = cap.right() + px(6)
            else:
                painter.setFont(font)
                painter.setPen(self._look.colour("text_secondary"))
                place = QRectF(left, top, width + 2, tall)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
                left += width + px(6 if text == _("à") else 20)
        painter.end()
