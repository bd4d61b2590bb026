"""Days as people type them: in figures or in words, with or without the year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from cap_desktop.domain.text import folded, one_line
from cap_desktop.words.days import MONTHS

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""No structure has a day outside them: it is a slip of the finger."""

_CENTURY = 2000
_LEAP_YEARS = 8
"""Within so many years there is always a 29th of February."""

_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_NUMBER = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NUMBER} ?[/.\- ] ?{_MONTH} ?[/.\- ] ?{_YEAR}",
        rf"(?P<year>[0-9]{{4}})-{_MONTH}-{_NUMBER}",
        rf"{_NUMBER} ?/ ?{_MONTH}",
        rf"{_MONTH} ?/ ?(?P<year>[0-9]{{4}})",
        rf"(?:le )?(?:[a-z]+di |dimanche )?{_NUMBER}(?:er)? {_NAME}(?: {_YEAR})?",
        rf"{_NAME} (?P<year>[0-9]{{4}})",
    )
)


def read_day(text: str, today: date | None = None) -> date | None:
    """Read a day in figures or in words; None where it is none.

    A month alone is its last day: what is due in March may take all of March. Without a year, a
    day is the coming one after `today`, and none where that is not given.
    """
    typed = folded(one_line(text))
    for form in _FORMS:
        found = form.fullmatch(typed)
        if found is not None:
            return _day_of(found.groupdict(), today)
    return None


def _day_of(parts: dict[str, str | None], today: date | None) -> date | None:
    month = _month_of(parts.get("name")) if "name" in parts else int(parts["month"] or 0)
    number, year = parts.get("day"), parts.get("year")
    if not 1 <= month <= len(MONTHS):
        return None
    if year is not None:
        whole = int(year) + (_CENTURY if len(year) == 2 else 0)
        return _first([(whole, month, int(number or monthrange(whole or 1, month)[1]))])
    if today is None:
        return None
    coming = range(today.year, today.year + _LEAP_YEARS + 1)
    return _first(((each, month, int(number or 0)) for each in coming), today)


def _first(days: Iterable[tuple[int, int, int]], since: date | None = None) -> date | None:
    """The first of the days that the calendar has, not before `since`."""
    for year, month, number in days:
        is_known = FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= monthrange(year, month)[1]
        if is_known and (since is None or date(year, month, number) >= since):
            return date(year, month, number)
    return None


def _month_of(name: str | None) -> int:
    """The rank of a month by its name or by how it begins; 0 where it is none, or several."""
    known = [folded(month) for month in MONTHS]
    found = [rank for rank, month in enumerate(known, 1) if name and month.startswith(name)]
    return found[0] if len(found) == 1 else 0
