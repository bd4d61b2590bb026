"""The check-up of the data: asked for, or once a month; what it found is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cap_desktop.errors import Cancelled, CapError
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.session.session import Session
from cap_desktop.services.folder.local_data import LocalData

if TYPE_CHECKING:
    from cap_desktop.services.folder.kept_check_up import KeptCheckUp

AFTER_MS = 30_000
"""After the start, which it would slow down."""


class CheckUps(QObject):
    """It only reads, by connections of its own, on a lane of its own: edits never wait for it.

    What it found in data that others took the place of meanwhile is told to nobody.
    """

    progressed = Signal(str, int, int)
    """What is checked, how much of it was, and how much there is."""
    changed = Signal()
    """One began, or ended, or what is known of the last one is another."""
    checked = Signal()
    """One that was asked for came to its end."""
    found = Signal(object)
    """The ``CheckUp`` of the month, where something in it is not whole."""
    failed = Signal(object)

    def __init__(self, session: Session, data: LocalData, clock: Callable[[], datetime]) -> None:
        super().__init__(session)
        self._session, self._data, self._clock = session, data, clock
        self.is_running = False
        self._is_stopped = False
        self.last: KeptCheckUp | None = None
        self._has_lane = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self.check_once_a_month)
        session.ready.connect(self._later.start)

    @cached_property
    def _lane(self) -> Lane:
        self._has_lane = True
        return Lane("check-up")

    def look(self) -> None:
        """Ask what was found last."""
        self._session.asker.ask(
            lambda _services: self._data.kept_check_up(), self._take, self.failed.emit
        )

    def check(self) -> None:
        """Look at all that the folder holds, unless that is being done."""
        self._begin(self._said, self.failed.emit)

    def check_once_a_month(self) -> None:
        """The same without being asked, where it is due: nobody hears of it but of findings."""

        def due(kept: KeptCheckUp | None) -> None:
            self._take(kept)
            if kept is None or kept.is_due(self._session.today):
                self._begin(self._say_findings, lambda _error: None)

        self._session.asker.ask(
            lambda _services: self._data.kept_check_up(), due, lambda _error: None
        )

    def stop(self) -> None:
        """Let go of it as soon as may be: what is checked will not be what it was."""
        self._is_stopped = True

    def close(self) -> None:
        """Wait for nothing more."""
        self.stop()
        self._later.stop()
        if self._has_lane:
            self._lane.close()

    def _begin(
        self, then: Callable[[KeptCheckUp], None], failed: Callable[[CapError], None]
    ) -> None:
        if self.is_running:
            return
        self.is_running, self._is_stopped = True, False
        of = self._data.database
        self.changed.emit()

        def tell(place: str, done: int, total: int) -> None:
            if self._is_stopped:
                raise Cancelled
            self.progressed.emit(place, done, total)

        def ended(kept: KeptCheckUp) -> None:
            self.is_running = False
            if self._data.database is of:
                self._take(kept)
                then(kept)
            else:
                self.changed.emit()

        def refused(error: CapError) -> None:
            self.is_running = False
            self.changed.emit()
            if not isinstance(error, Cancelled):
                failed(error)

        self._lane.submit(lambda: self._data.check_up(tell, self._clock()), ended, refused)

    def _take(self, kept: KeptCheckUp | None) -> None:
        self.last = kept
        self.changed.emit()

    def _said(self, _kept: KeptCheckUp) -> None:
        self.checked.emit()

    def _say_findings(self, kept: KeptCheckUp) -> None:
        if kept.check.findings:
            self.found.emit(kept.check)
