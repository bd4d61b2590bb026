"""What is read where the pointer rests: always as it was typed, never as markup."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

JOINER = "\u2060"
"""Takes no room and is not drawn: after a sign that opens markup, it opens none."""


def give_hint(widget: QWidget, text: str) -> None:
    """Give a widget its hint: every one of the program is given here."""
    widget.setToolTip(plain(text))


def plain(text: str) -> str:
    """A text that Qt shows sign by sign, even where it looks like markup.

    A tool tip has no format of its own: Qt reads what looks like HTML, and fetches its images.
    """
    if not Qt.mightBeRichText(text):
        return text
    return text.replace("<", f"<{JOINER}").replace("&", f"&{JOINER}")


def unmarked(text: str) -> str:
    """A text on a button or in a menu, where a single « & » would underline the next letter."""
    return text.replace("&", "&&")
