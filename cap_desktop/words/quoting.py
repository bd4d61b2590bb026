"""How a text that a person knows is named inside a sentence: short, between quotation marks."""

from __future__ import annotations

QUOTED = 48
"""As many signs as a tooltip, or a strip, can hold beside its own words."""


def quoted(text: str) -> str:
    """« “Le projet de chaque personne…” »: cut between two words, its final stop left out."""
    whole = " ".join(text.split()).rstrip(".")
    if len(whole) > QUOTED:
        whole = whole[:QUOTED].rsplit(" ", 1)[0].rstrip(" ,;:\u00a0") + "…"
    return f"“{whole}”"
