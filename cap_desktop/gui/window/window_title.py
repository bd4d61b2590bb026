"""The title of the window: the page, its year, whose data, and the program."""

from __future__ import annotations

from cap_desktop.domain.text import curly


def window_title(page: str, year: int | None, structure: str) -> str:
    """« Résultats 2026 – L’Établi des Deux Rives – CAP Desktop »; what is not known is left out."""
    where = " ".join(part for part in (page, "" if year is None else str(year)) if part)
    return " – ".join(part for part in (where, curly(structure), "CAP Desktop") if part)
