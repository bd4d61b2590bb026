"""What an unfinished profile leaves open, said in one way; the first page imports it."""

from __future__ import annotations

from cap_desktop.i18n import counted


def undecided_words(number: int) -> str:
    """« 8 questions attendent d’en savoir plus sur votre structure »."""
    return counted(
        "{number} question attend d’en savoir plus sur votre structure",
        "{number} questions attendent d’en savoir plus sur votre structure",
        number,
    )
