"""The one door by which words reach the paper: what comes out can be drawn as it is.

The drawing takes `Printable` only, and nothing else makes one. There is no markup beyond
this door: words are never parsed, so that no text can become a picture, a link or a style.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import Final, NewType
from unicodedata import is_normalized, normalize

from cap_desktop.domain.text import curly, showable

Printable = NewType("Printable", str)
"""Words that the font has, without any control but the line break."""

PLACEHOLDER: Final = "\u25ca"
"""Stands for a character that the font does not have: the nearest to a box that it has."""

_INVISIBLE: Final = re.compile("[\xad\u200b-\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Soft hyphens, joiners, variants: they say how to draw, and nothing to read."""

_ALIKE: Final = {
    "\t": "    ",
    "\u2007": "\xa0",
    "\u202f": "\xa0",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u2190": "<-",
    "\u2192": "->",
    "\u21d2": "=>",
}


def closed(words: Printable) -> Printable:
    """The words and a space that nobody sees: who listens hears where they end."""
    return Printable(words + " ")


class Door:
    """Makes words printable, and remembers which characters the font does not have."""

    def __init__(self, drawable: Collection[str]) -> None:
        self._drawable = frozenset(drawable) - {PLACEHOLDER, "\uffff"}
        self.missing: Counter[str] = Counter()

    def printable(self, words: str) -> Printable:
        """The words as they can be drawn; every line break is a line feed."""
        words = curly(words)
        if self._drawable.issuperset(words) and is_normalized("NFC", words):
            return Printable(words)
        text = _INVISIBLE.sub("", normalize("NFC", showable(words)))
        unknown = set(text) - self._drawable - {"\n"}
        if not unknown:
            return Printable(text)
        return Printable(
            text.translate({ord(char): self._stand_in(char, text) for char in unknown})
        )

    def line(self, words: str) -> Printable:
        """The same on one line, for a bookmark or the foot of a page."""
        return Printable(" ".join(self.printable(words).split()))

    def _stand_in(self, char: str, text: str) -> str:
        alike = _ALIKE.get(char) or normalize("NFKC", char)
        if self._drawable.issuperset(alike):
            return alike
        self.missing[char] += text.count(char)
        return PLACEHOLDER
