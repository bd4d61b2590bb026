"""The copy of the day, kept behind what is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from cap_desktop.errors import CapError
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.session.session import Session
from cap_desktop.services.folder.local_data import LocalData


class DailyCopy(QObject):
    """Asks for a copy once a day: when the data are open, and when something is saved.

    A program left open for days, or begun today, has its copy of the day too. One that was
    refused is made with the next thing that is saved, and said once a day. A copy is then tried,
    once a week.
    """

    def __init__(
        self, session: Session, lane: Lane, data: LocalData, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(session)
        self._session, self._lane, self._data, self._clock = session, lane, data, clock
        self._copied_on: date | None = None
        self._told_on: date | None = None
        session.ready.connect(self.keep)
        session.saved.connect(self.keep)

    def keep(self) -> None:
        """Keep the copy of today unless it was asked for."""
        today = self._clock().date()
        if self._data.database is not None and self._copied_on != today:
            self._copied_on = today
            self._lane.submit(
                lambda: self._data.keep_copy(today),
                lambda _done: self._drill(today),
                lambda error: self._refused(error, today),
            )

    def keep_again(self) -> None:
        """Keep a copy of other data than those of this morning."""
        self._copied_on = None
        self.keep()

    def forget_today(self) -> None:
        """Keep a copy with what is saved next: that of this morning is gone."""
        self._copied_on = None

    def _drill(self, today: date) -> None:
        self._lane.submit(
            lambda: self._data.drill(today), lambda _done: None, self._session.not_saved.emit
        )

    def _refused(self, error: CapError, today: date) -> None:
        self._copied_on = None
        if self._told_on != today:
            self._told_on = today
            self._session.not_saved.emit(error)
