"""Whether the screen reader knows announcements; on Linux, those of before 2024 do not.

The Orca of Debian 12 is one of them.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtGui import QGuiApplication

WITH_A_BUS = ("xcb", "wayland")


class _Listeners(Protocol):
    def know_announcements(self) -> bool:
        """True where what is announced is heard."""


def knows_announcements() -> bool:
    """True where what is announced is heard, and where nobody can tell."""
    if QGuiApplication.platformName() not in WITH_A_BUS:
        return True
    listeners = _listeners()
    return listeners is None or listeners.know_announcements()


@cache
def _listeners() -> _Listeners | None:
    """Those of the bus; None where this Qt came without D-Bus."""
    try:
        # Only where a reader listens: a start does not pay for D-Bus.
        from cap_desktop.gui.kit.bus_listeners import BusListeners
    except ImportError:
        return None
    return BusListeners()
