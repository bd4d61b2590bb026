"""Which copies of the day stay: 10 recent, 7 daily, 4 weekly, 12 monthly.

A day is what the clock said, and clocks jump. What a copy holds tells which was made after which:
wherever the days go back in that order, the clock did. Each stretch between two jumps is thinned
by itself, so that no copy is ever deleted for one whose day was false.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

RECENT, DAILY, WEEKLY, MONTHLY = 10, 7, 4, 12
MOST = RECENT + DAILY + WEEKLY + MONTHLY
"""No stretch keeps more, nor do all those before the last one together."""

Age = tuple[int, int]
"""How much was written before a copy was made: what is larger was made later."""


class DayCopy(NamedTuple):
    """A copy of the day; in the order in which they were made."""

    age: Age
    day: date
    name: str


def thinned(copies: Iterable[DayCopy]) -> frozenset[DayCopy]:
    """The copies that stay."""
    *before, last = _stretches(sorted(copies)) or [[]]
    former = sorted(copy for stretch in before for copy in _kept(stretch))
    return frozenset([*_kept(last), *former[-MOST:]])


def _stretches(copies: Sequence[DayCopy]) -> list[list[DayCopy]]:
    """Cut where the clock went back."""
    found: list[list[DayCopy]] = []
    for copy in copies:
        if found and found[-1][-1].day <= copy.day:
            found[-1].append(copy)
        else:
            found.append([copy])
    return found


def _kept(copies: Sequence[DayCopy]) -> set[DayCopy]:
    """Thin one stretch; of a day, a week or a month the last one stays."""
    return {
        *copies[-RECENT:],
        *_last_of_each(copies, lambda day: day, DAILY),
        *_last_of_each(copies, lambda day: day.isocalendar()[:2], WEEKLY),
        *_last_of_each(copies, lambda day: (day.year, day.month), MONTHLY),
    }


def _last_of_each(
    copies: Sequence[DayCopy], span: Callable[[date], Hashable], count: int
) -> list[DayCopy]:
    last = {span(copy.day): copy for copy in copies}
    return list(last.values())[-count:]
