"""The signs that no kept text holds, or that nothing can show: said once for every layer.

Each set is written as the inside of a regular expression's brackets.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line: Word and web pages have several signs for it."""

CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""The controls of Unicode but the tab and the line feed."""

HALVES: Final = "\ud800-\udfff"
"""Halves of a character, which no file can hold."""

TURNS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of what follows, and so hide what stands there."""

NO_CHARACTERS: Final = "\ufeff\ufffe\uffff"
"""A mark of the order of bytes, and what is no character."""

REPLACED: Final = "\ufffd"
"""Stands in a drawing for what has no form."""

# Compiled at their first use: the first page is drawn without them.
_NOT_KEPT: Final = f"[\t{CONTROLS}{HALVES}\u2028\u2029]"
_TAKEN_OUT: Final = f"[{CONTROLS}{HALVES}]"
_LINE_END: Final = f"\r\n|[{LINE_ENDS}]"
_LINE_BREAKS: Final = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")
_NOT_SHOWN: Final = f"[{CONTROLS}{HALVES}{TURNS}{NO_CHARACTERS}{REPLACED}]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Kept here, where a questionnaire is read: `re` looks a pattern up for each of its texts."""
    return re.compile(pattern)


def first_not_kept(text: str) -> str | None:
    """The first sign that no text may hold: a line is ended by a line feed alone."""
    found = _compiled(_NOT_KEPT).search(text)
    return None if found is None else found.group()


def as_kept(text: str) -> str:
    """A typed text as it is kept: one way to end a line, spaces for tabs, no other control."""
    spaced = re.sub(_LINE_END, "\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", re.sub(_TAKEN_OUT, "", spaced))


def showable(text: str) -> str:
    """The text with line feeds for line breaks, and a sign in place of what has no form."""
    return re.sub(_NOT_SHOWN, REPLACED, re.sub(_LINE_BREAKS, "\n", text))


_JOINED: Final = str.maketrans({"œ": "oe", "æ": "ae", "\u2019": "'"})


def folded(text: str) -> str:
    """A text without accents, capitals, joined letters or outer spaces, to compare and to find."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold().translate(_JOINED))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def french_order(text: str) -> tuple[str, str, str]:
    """What names are sorted by, as in a French list: letters first, accents where they are alike.

    No locale is asked: the order is the same on every computer.
    """
    plain = text.strip()
    apart = unicodedata.normalize("NFD", plain.casefold().translate(_JOINED))
    return folded(plain), apart, plain


def cut(text: str, limit: int) -> str:
    """A text of `limit` signs at most, with a sign where something of it is left out."""
    return text if len(text) <= limit else f"{text[: limit - 2].rstrip()}\u00a0…"


def curly(text: str) -> str:
    """A text as it is shown: the straight apostrophes within words as they are printed."""
    return _APOSTROPHE.sub("\u2019", text)


def one_line(text: str) -> str:
    """A text on one line with plain spaces, one at a time, whichever of them were typed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def without_breaks(text: str) -> str:
    """A text on one line, its breaks turned into spaces."""
    return re.sub(_LINE_END, " ", text)
