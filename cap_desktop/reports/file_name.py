"""The name that a report is given when it is saved."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""How long the name of a structure may be in that of a file."""
NAMELESS = "structure"

_LETTERS = {0x27: "", 0x152: "oe", 0x153: "oe", 0xC6: "ae", 0xE6: "ae", 0xDF: "ss", 0xF8: "o"}
"""The apostrophe, and letters that are no letter with an accent."""


def file_name(kind: str, year: int, structure: str, ending: str) -> str:
    """`CAP-2026-rapport-les-deux-rives.pdf`: ASCII, whatever the structure is called."""
    return f"CAP-{year}-{kind}-{slug(structure)}.{ending}"


def slug(name: str) -> str:
    """Letters without accents, figures and hyphens; a fixed word where nothing is left."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore")
    words = re.findall("[a-z0-9]+", plain.decode().lower())
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        kept = longer
    return kept or NAMELESS
