"""Days in French, written and read."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def day_words(moment: str) -> str:
    """The day of an ISO moment: « 4 décembre 2026 », « 1er mars 2026 »."""
    day = datetime.fromisoformat(moment)
    french = QLocale(QLocale.Language.French, QLocale.Country.France)
    words = french.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
    return words.replace("1 ", "1er ", 1) if day.day == 1 else words


def day_numbers(day: date) -> str:
    """A day in figures: « 4/12/2026 »."""
    return f"{day.day}/{day.month}/{day.year}"


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
