"""What looks like a person's own number or address in a free text, which no score needs.

Only shapes that are hardly anything else: a figure, a day, an amount or a SIRET is none of them.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Personal = Literal["social_security", "pass_iae", "phone", "email"]

_GAP: Final = "[ .\u00a0\u202f-]"
_BEFORE: Final = rf"(?<![\w,/])(?<!\d{_GAP})"
"""No part of a longer number, however that is grouped."""
_AFTER: Final = rf"(?![\w/])(?!{_GAP}?\d)(?![.,]\d)"
# Compiled by `re` at their first use.
_SOCIAL_SECURITY: Final = (
    rf"{_BEFORE}([12]{_GAP}?\d\d{_GAP}?(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)"
    rf"{_GAP}?(?:\d\d|2[AaBb]){_GAP}?\d{{3}}{_GAP}?\d{{3}})(?:{_GAP}?/?{_GAP}?(\d\d))?{_AFTER}"
)
_PASS_IAE: Final = rf"{_BEFORE}99999{_GAP}?\d\d{_GAP}?\d{{5}}{_AFTER}"
_NAMED_PASS: Final = (
    rf"(?i:\bPASS(?:[ \u00a0-]IAE)?\b[^\n\d]{{0,20}})\d{{5}}{_GAP}?\d\d{_GAP}?\d{{5}}{_AFTER}"
)
_PHONE: Final = (
    rf"(?:{_BEFORE}0|(?<![\w+])(?:\+|00)33{_GAP}?(?:\(0\){_GAP}?)?)"
    rf"[1-9](?:({_GAP}?)\d\d)(?:\1\d\d){{3}}{_AFTER}"
)
_EMAIL: Final = r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}\b"
_GAPS: Final = f"{_GAP}|/"
_KEY: Final = 97
_CORSICA: Final = str.maketrans({"A": "0", "B": "0"})


def personal_in(text: str) -> tuple[Personal, ...]:
    """The kinds of personal data that a text seems to hold, each once, the gravest first."""
    found: list[Personal] = []
    if any(_is_social_security(*seen) for seen in re.findall(_SOCIAL_SECURITY, text)):
        found.append("social_security")
    if re.search(_PASS_IAE, text) or re.search(_NAMED_PASS, text):
        found.append("pass_iae")
    if re.search(_PHONE, text):
        found.append("phone")
    if "@" in text and re.search(_EMAIL, text):
        found.append("email")
    return tuple(found)


def _is_social_security(written: str, key: str) -> bool:
    """With its key, where that is right; without it, where it is grouped as on a card."""
    if not key:
        return len(re.split(_GAPS, written)) == len("SYMDCO")
    number = re.sub(_GAPS, "", written).upper()
    moved = 1_000_000 if "A" in number else 2_000_000 if "B" in number else 0
    return _KEY - (int(number.translate(_CORSICA)) - moved) % _KEY == int(key)
