"""How a safety copy is named inside a sentence."""

from __future__ import annotations

from pathlib import Path

from cap_desktop.i18n import _
from cap_desktop.paths import copy_name
from cap_desktop.words.days import whole_day


def copy_time(time: str) -> str:
    """« 18 h 40 » out of the six digits of a name; nothing out of nothing."""
    return f"{int(time[:2])}\u00a0h\u00a0{time[2:4]}" if time else ""


def copy_words(name: str) -> str:
    """« 12 novembre 2026, à 18 h 40 », by the name of a copy; of another file, its own name."""
    found = copy_name(Path(name))
    if found is None:
        return name
    day, time = whole_day(found.day), copy_time(found.time)
    return _("{day}, à {time}", day=day, time=time) if time else day
