"""Days in figures, written and read; `i18n` writes them in words."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def day_numbers(day: date) -> str:
    """A day in figures: « 04/12/2026 »."""
    return f"{day:%d/%m/%Y}"


def read_day(text: str) -> date | None:
    """Read a day in figures; None where it is none."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    day, month, year = (int(number) for number in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
