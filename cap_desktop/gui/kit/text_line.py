"""One line to type in: what is pasted with line breaks stays on it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from cap_desktop.domain.text import without_breaks


class TextLine(QLineEdit):
    """A line of Qt keeps the breaks of what is pasted, and shows them nowhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._keep_on_one_line)

    def _keep_on_one_line(self, text: str) -> None:
        line = without_breaks(text)
        if line != text:
            place = len(without_breaks(text[: self.cursorPosition()]))
            self.setText(line)
            self.setCursorPosition(place)
