"""Words to name what is wrong: the nearest name, and what lies inside what."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest_name(seen: str, names: Iterable[str]) -> str:
    """The name closest to the one seen, or an empty string when none resembles it."""
    found = get_close_matches(seen, sorted(set(names)), n=1, cutoff=0.6)
    return found[0] if found else ""


def inside(place: str, other: str) -> bool:
    """True when ``place`` is ``other`` or lies under it."""
    return place == other or place.startswith((other + "/", other + "["))
