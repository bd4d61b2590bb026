"""How long something takes."""

from __future__ import annotations

from cap_desktop.i18n import _

HOUR = 60


def duration(minutes: int) -> str:
    """« 45 min », « 3 h », « 3 h 05 »."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return _("{minutes}\u00a0min", minutes=rest)
    if not rest:
        return _("{hours}\u00a0h", hours=hours)
    return _("{hours}\u00a0h\u00a0{minutes}", hours=hours, minutes=f"{rest:02}")


def about(minutes: int) -> str:
    """The same to the quarter of an hour, never less than it takes: « 10 h 30 »."""
    quarter = HOUR // 4
    return duration(-(-minutes // quarter) * quarter)
