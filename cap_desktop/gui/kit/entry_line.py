"""One line to type something that is added by a button or by Entrée."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import BODY, BUTTON, CAPTION, Look

DAY_WIDTH = 130


def entry_line(look: Look, name: str, hint: str = "") -> QLineEdit:
    """A line with its name for a screen reader, and a hint while it is empty."""
    made = TextLine()
    made.setFont(look.font(BODY))
    made.setMinimumHeight(look.px(BUTTON))
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


def named(look: Look, words: str, line: QLineEdit) -> QVBoxLayout:
    """A line with its name above it, where it stays while something is typed."""
    column = QVBoxLayout()
    column.setSpacing(look.px(2))
    name = label(look, words, CAPTION, tone="secondary")
    name.setBuddy(line)
    column.addWidget(name)
    column.addWidget(line)
    return column


def icon_button(look: Look, icon: str, name: str) -> QPushButton:
    """A button that is a drawing alone; its name is its tooltip too."""
    made = button(look, name, "icon", icon)
    made.setText("")
    give_hint(made, name)
    made.setFixedSize(look.px(BUTTON), look.px(BUTTON))
    return made
