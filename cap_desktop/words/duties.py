"""How many alerts of compliance there are; apart from their words, for the first page."""

from __future__ import annotations

from cap_desktop.i18n import counted


def duties_words(number: int) -> str:
    """« 3 obligations à régler »."""
    return counted("{number} obligation à régler", "{number} obligations à régler", number)
