"""What is wrong with a questionnaire: a code, a place, and the facts of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct in a questionnaire.

    ``code`` is one of format.md §5 and ``place`` a path of ids. ``case`` says which sentence
    of that code applies; ``name`` is the field or the thing, ``seen`` the value met,
    ``expected`` the values that would do, ``nearest`` the one that was probably meant.
    """

    code: str
    place: str
    case: str = ""
    name: str = ""
    seen: str = ""
    expected: tuple[str, ...] = ()
    nearest: str = ""


def nearest_name(seen: str, names: Iterable[str]) -> str:
    """The name closest to the one seen, or an empty string when none resembles it."""
    found = get_close_matches(seen, sorted(set(names)), n=1, cutoff=0.6)
    return found[0] if found else ""


def inside(place: str, other: str) -> bool:
    """True when ``place`` is ``other`` or lies under it."""
    return place == other or place.startswith((other + "/", other + "["))
