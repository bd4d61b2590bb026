"""How a French sentence is set where lines break: said once, for whatever shows it."""

from __future__ import annotations

import re
from typing import NamedTuple

_INVERTED = re.compile(
    r"(?<=\w)-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|les?|la|en|y)\b"
)
HYPHEN = "\u2011"
"""A hyphen after which no line ends."""
MARK = "- "
"""What a line of a list begins with."""
ENDS = (".", "?", "!", "…")


def unbroken(text: str) -> str:
    """The text with « sont-ils », « a-t-on » or « arrêtez-vous » never cut at their hyphens."""
    if "-" not in text:
        return text
    return _INVERTED.sub(lambda found: found.group().replace("-", HYPHEN), text)


class Piece(NamedTuple):
    """One line of a text; a line of a list has no mark of its own."""

    text: str
    is_item: bool


def pieces(text: str) -> tuple[Piece, ...]:
    """A text line by line."""
    lines = (line.strip() for line in text.split("\n"))
    return tuple(Piece(line.removeprefix(MARK), line.startswith(MARK)) for line in lines if line)


def ended(text: str) -> str:
    """The text with one mark at its end, its own or a full stop."""
    return text if text.endswith(ENDS) else f"{text}."


def said_in_turn(*parts: str) -> str:
    """Parts of a text as they are said one after the other, each ended once; empty ones are not."""
    said = [part for part in parts if part]
    return " ".join([*map(ended, said[:-1]), *said[-1:]])
