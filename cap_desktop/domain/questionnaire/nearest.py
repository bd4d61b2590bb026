"""Words to name what is wrong: the nearest name, and what lies inside what."""

from __future__ import annotations

from collections.abc import Iterable

from cap_desktop.errors import Problem

COMPARED_NAMES = 2000
"""Above this many, looking for a resemblance would take longer than it helps."""


def nearest_name(seen: str, names: Iterable[str]) -> str:
    """The name closest to the one seen, or an empty string when none resembles it."""
    from difflib import get_close_matches  # start-up: only what is wrong is compared

    found = get_close_matches(seen, sorted(set(names)), n=1, cutoff=0.6)
    return found[0] if found else ""


def inside(place: str, other: str) -> bool:
    """True when ``place`` is ``other`` or lies under it."""
    return place == other or place.startswith((other + "/", other + "["))


def unknown(place: str, what: str, seen: str, names: object) -> Problem:
    """An E-REF problem: nothing of that kind has this id; the nearest one is proposed."""
    candidates = [str(name) for name in names] if hasattr(names, "__iter__") else []
    near = nearest_name(seen, candidates) if len(candidates) <= COMPARED_NAMES else ""
    return Problem("E-REF", place, what, seen=seen, nearest=near)
