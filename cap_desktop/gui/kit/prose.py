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
        self._lines: tuple[QLabel, ...] = ()
        self._shape: tuple[bool, ...] = ()
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
        lines = pieces(text)
        shape = tuple(line.is_item for line in lines)
        if shape != self._shape:
            self._shape = shape
            self._lay_out()
        for shown, line in zip(self._lines, lines, strict=True):
            shown.setText(line.text)

    def _lay_out(self) -> None:
        emptied(self._column)
        was_item = False
        made = []
        for rank, is_item in enumerate(self._shape):
            gap = 0 if rank == 0 else IN_LIST if is_item or was_item else BETWEEN
            line = self._words()
            self._column.addSpacing(self._look.px(gap))
            self._column.addLayout(self._row(line, is_item=is_item))
            made.append(line)
            was_item = is_item
        self._lines = tuple(made)

    def _row(self, line: QLabel, *, is_item: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(BETWEEN))
        if is_item:
            bullet = self._words(BULLET)
            bullet.setWordWrap(False)
            row.addSpacing(self._look.px(IN_LIST))
            row.addWidget(bullet, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(line, 1)
        return row

    def _words(self, text: str = "") -> QLabel:
        return label(self._look, text, self._size, QFont.Weight.Normal, self._tone)
