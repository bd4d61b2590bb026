"""The size of files, in French units."""

from __future__ import annotations

from cap_desktop.i18n import _

KILO = 1024
MEGA = KILO * KILO


def size_words(size: int) -> str:
    """« 12 Ko », « 3,4 Mo »."""
    if size >= MEGA:
        tenths = round(size * 10 / MEGA)
        return _("{whole},{tenth} Mo", whole=tenths // 10, tenth=tenths % 10)
    return _("{size} Ko", size=max(1, round(size / KILO)))
