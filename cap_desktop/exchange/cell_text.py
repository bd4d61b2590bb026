"""How a text stands in a cell of a workbook: `_x…_` for what XML or a reader would lose."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 32_767
"""How many units of UTF-16 a cell may hold."""

_LOST: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT: Final = re.compile("_x([0-9A-Fa-f]{4})_")


def written(text: str) -> str:
    """The text as a workbook holds it: what looks like `_x000D_` is not taken for a sign."""
    return _LOST.sub(lambda found: f"_x{ord(found.group()):04X}_", text)


def read(text: str) -> str:
    """The text that a workbook holds."""
    return _KEPT.sub(lambda found: chr(int(found.group(1), 16)), text)
