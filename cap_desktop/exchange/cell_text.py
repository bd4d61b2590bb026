"""How a text stands in a workbook: `_x…_` for what XML would lose, lengths in units of UTF-16."""

from __future__ import annotations

import re
from typing import Final

from cap_desktop.exchange.office_package import cleaned

MOST: Final = 32_767
"""How many units of UTF-16 a cell may hold."""
LONGEST_NAME: Final = 31
"""And the name of a sheet."""

_LOST: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT: Final = re.compile("_x([0-9A-Fa-f]{4})_")


def written(text: str) -> str:
    """The text as a workbook holds it: what looks like `_x000D_` is not taken for a sign."""
    return _LOST.sub(lambda found: f"_x{ord(found.group()):04X}_", text)


def read(text: str) -> str:
    """The text that a workbook holds."""
    return _KEPT.sub(lambda found: chr(int(found.group(1), 16)), text)


def page_title(text: str) -> str:
    """A text as the name of a sheet may be."""
    bare = re.sub(r"[\[\]:*?/\\']", " ", cleaned(text)).strip()
    return cut_to_units(bare, LONGEST_NAME).rstrip() or "-"


def cut_to_units(text: str, most: int) -> str:
    """The start of a text that is ``most`` units of UTF-16 at most: so do spreadsheets count."""
    return next(iter(pieces(text, most)), "")


def pieces(text: str, most: int = MOST) -> tuple[str, ...]:
    """A text in pieces that each fit a cell as it is written there; no character is cut."""
    found, start, units = [], 0, 0
    for at, sign in enumerate(text):
        size = len(written(sign)) if sign.isascii() else 1 + (sign > "\uffff")
        # Each `_` may be written as seven signs: counted as if all were.
        size = 7 if sign == "_" else size
        if units + size > most:
            found.append(text[start:at])
            start, units = at, 0
        units += size
    if start < len(text):
        found.append(text[start:])
    return tuple(found)
