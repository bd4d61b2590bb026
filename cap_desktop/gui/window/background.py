"""What works behind the pages once the first one is painted, and shows nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from cap_desktop.gui.platform.one_heap import share_heap
from cap_desktop.gui.session.check_ups import CheckUps
from cap_desktop.gui.session.daily_copy import DailyCopy
from cap_desktop.gui.window.data_back import DataBack
from cap_desktop.gui.window.waiting_erasure import WaitingErasure

if TYPE_CHECKING:
    from cap_desktop.gui.session.lane import Lane
    from cap_desktop.gui.session.session import Session
    from cap_desktop.gui.session.tasks import DataTask
    from cap_desktop.gui.window.main_window import MainWindow
    from cap_desktop.services.folder.local_data import LocalData


class Background:
    """The copy of the day, check-ups, data that come back, an erasure that waits.

    Each begins once the data are open.
    """

    def __init__(
        self,
        session: Session,
        lane: Lane,
        data: LocalData,
        clock: Callable[[], datetime],
        window: Callable[[], MainWindow],
    ) -> None:
        """The window may be another one later."""
        self.daily_copy = DailyCopy(session, lane, data, clock)
        self.checks = CheckUps(session, data, clock)
        self._back = DataBack(session, data, self.daily_copy.keep_again, window)
        self.checks.found.connect(self._back.tell_findings)
        self._waiting = WaitingErasure(session, data, window)

    def begin(self) -> None:
        """Make ready for threads, before any lane has one."""
        share_heap()

    def meet(self, wanted: DataTask) -> None:
        """Have other data take the place of those that are checked, as a page asks for."""
        self.checks.stop()
        self._back.meet(wanted)

    def close(self) -> None:
        """Wait for nothing more."""
        self.checks.close()
