"""A text of several lines, its lists with bullets that stand out of the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.look.look import SMALL, Look
from cap_desktop.words.typography import pieces

BULLET = "•"
BETWEEN = 8
IN_LIST = 3


class Prose(QWidget):
    """Reads as one text: the bullets are seen, and the lines said."""

    def __init__(self, look: Look, size: int = SMALL, tone: str = "secondary") -> None:
        super().__init__()
        self._look, self._size, self._tone = look, size, tone
        self._text = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def text(self) -> str:
        """The whole text as it was given."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text; an empty line stands between two paragraphs."""
        if text == self._text:
            return
        self._text = text
        emptied(self._column)
        was_item = False
        for rank, (line, is_item) in enumerate(pieces(text)):
            gap = 0 if rank == 0 else IN_LIST if is_item or was_item else BETWEEN
            self._column.addSpacing(self._look.px(gap))
            self._column.addLayout(self._line(line, is_item=is_item))
            was_item = is_item

    def _line(self, text: str, *, is_item: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(BETWEEN))
        if is_item:
            bullet = self._words(BULLET)
            bullet.setWordWrap(False)
            row.addSpacing(self._look.px(IN_LIST))
            row.addWidget(bullet, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words(text), 1)
        return row

    def _words(self, text: str) -> QLabel:
        return label(self._look, text, self._size, QFont.Weight.Normal, self._tone)
