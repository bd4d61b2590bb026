"""The day by the clock, while the window stays open over midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LONGEST = timedelta(hours=1)
"""A timer may stand still while the computer sleeps, and the clock may be set."""


class DayWatch(QObject):
    """Says once that another day began, at midnight or when it is asked: a clock may go back."""

    changed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = clock().date()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse one may be late by a twentieth of the wait.
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.check)
        self._wait()

    def check(self) -> None:
        """Look at the clock."""
        self._wait()
        today = self._clock().date()
        if today != self._day:
            self._day = today
            self.changed.emit()

    def _wait(self) -> None:
        now = self._clock()
        midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
        left = min(midnight - now + timedelta(seconds=1), LONGEST)
        self._timer.start(int(left / timedelta(milliseconds=1)))
