"""Python's cycles are collected on the window's thread only.

The collector runs wherever an allocation happens to call it: on the storage lane, it would
destroy widgets from another thread than theirs, which Qt answers by a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 5000
LEAST = (700, 10, 10)
"""Objects, then collections of each younger generation, before one is worth a collection."""


class WindowCollector(QObject):
    """Collects now and then, between two events, for as long as it is held."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that have grown."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > LEAST[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Collect everything, then leave it to Python again: no other thread is left."""
        self._timer.stop()
        gc.collect()
        gc.enable()
