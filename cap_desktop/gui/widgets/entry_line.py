"""One line to type something that is added by a button or by Entrée."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from cap_desktop.gui.theme import BODY, BUTTON, Theme

DAY_WIDTH = 130


def entry_line(theme: Theme, name: str, hint: str) -> QLineEdit:
    """A line with its name for a screen reader, and a hint while it is empty."""
    made = QLineEdit()
    made.setFont(theme.font(BODY))
    made.setMinimumHeight(theme.px(BUTTON))
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
