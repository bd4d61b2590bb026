"""Days in words and in figures; no locale is asked."""

from __future__ import annotations

from datetime import date

from cap_desktop.i18n import _, mark

MONTHS = (
    mark("janvier"),
    mark("février"),
    mark("mars"),
    mark("avril"),
    mark("mai"),
    mark("juin"),
    mark("juillet"),
    mark("août"),
    mark("septembre"),
    mark("octobre"),
    mark("novembre"),
    mark("décembre"),
)


def day_words(day: str, *, with_year: bool = False) -> str:
    """A day in words, « 4 décembre », from its ISO form `AAAA-MM-JJ`."""
    year, month, number = day.split("-")
    first = _("1er") if int(number) == 1 else str(int(number))
    words = f"{first}\u00a0{_(MONTHS[int(month) - 1])}"
    return f"{words}\u00a0{year}" if with_year else words


def whole_day(day: date) -> str:
    """A day in words with its year: « 31 mars 2027 »."""
    return day_words(day.isoformat(), with_year=True)


def day_numbers(day: date) -> str:
    """A day in figures: « 04/12/2026 »."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
