"""Data and years opened or begun, on the storage lane."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cap_desktop.errors import CapError
from cap_desktop.gui.session.asker import Asker
from cap_desktop.gui.session.deferred_services import DeferredServices
from cap_desktop.gui.session.lane import Lane

if TYPE_CHECKING:
    from cap_desktop.domain.questionnaire.profile import Profile
    from cap_desktop.gui.session.opening import OpenedYear
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.services.local.open_assessment import OpenAssessment


class Opener(QObject):
    """Holds nothing of what it opens: the session takes it from the signals.

    A start says `first_read` where there is something to show, then `started`, then either
    `nothing_there`, or `completed` (`brought` where nothing was shown first) and `ready`.
    Whatever is opened later says `brought`, or `failed`.
    """

    first_read = Signal(object)
    """What was open last, without what stands around it."""
    started = Signal()
    """The data are open: what waits can be saved."""
    nothing_there = Signal()
    brought = Signal(object)
    """A year with all that stands around it, to be shown in the place of any other."""
    completed = Signal(object)
    """What stands around the year that `first_read` brought."""
    ready = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self, lane: Lane, services: DeferredServices, asker: Asker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lane, self._services, self._asker = lane, services, asker
        self._is_opening = False

    def start(
        self,
        first: Callable[[], OpenAssessment | None],
        services: Callable[[], LocalServices],
    ) -> None:
        """Show the assessment that was open last, then open the data behind it.

        `first` reads what there is to show without what `services` takes time to import; what
        is asked before the data are open waits for them. Called again, it starts over.
        """
        self._services.come_from(services)

        def work(services: LocalServices) -> OpenedYear | None:
            last = services.assessments.last_shown()
            return None if last is None else _found(services, services.assessments.open_first(last))

        def shown(opened: OpenAssessment | None) -> None:
            if opened is not None:
                self.first_read.emit(opened)
            started = partial(self._start, is_shown=opened is not None)
            # The page is painted before the imports take the processor.
            QTimer.singleShot(0, lambda: self._services.open(work, started, self.refused.emit))

        self._lane.submit(first, shown, self.refused.emit)

    def reopen(
        self,
        services: Callable[[], LocalServices],
        then: Callable[[], None],
        refused: Callable[[CapError], None] | None = None,
    ) -> bool:
        """Open other data in the place of those that were open; `services` brings them.

        `then` runs once they are shown, or once nothing is there to be; `failed` says why those
        of before still are, or `refused` where it is given.
        False where something else is being opened: nothing is asked then.
        """

        def work(_former: LocalServices) -> OpenAssessment | None:
            try:
                brought = self._services.change(services())
            except CapError:
                # What was open may have been let go of: it is opened anew by who asks next.
                self._services.forget()
                raise
            last = brought.assessments.last_shown()
            return None if last is None else brought.assessments.open(last)

        return self._open(work, then, refused)

    def begin(self, name: str, year: int, content: bytes, profile: Profile) -> None:
        """Make a structure and the draft of its first year, once however often it is tried."""
        ids = (_new_id(), _new_id())

        def work(services: LocalServices) -> OpenAssessment:
            reference = services.assessments.install(content, "questionnaire")
            return services.assessments.begin_structure(name, year, reference, profile, ids=ids)

        self._open(work)

    def begin_year(self, structure: str, year: int, content: bytes, profile: Profile) -> None:
        """Begin another year of a structure, with this questionnaire."""
        year_id = _new_id()

        def work(services: LocalServices) -> OpenAssessment:
            reference = services.assessments.install(content, "questionnaire")
            return services.assessments.begin(structure, year, reference, profile, year_id)

        self._open(work)

    def remove_empty(self, assessment: str) -> None:
        """Take a year away that holds nothing; open the newest of those that are left."""
        self._open(lambda services: services.assessments.remove_empty(assessment))

    def archive(self, assessment: str, instead: str) -> None:
        """Put the structure of an assessment away, and open another one."""
        self._open(lambda services: services.structures.archive(assessment, instead))

    def bring_back(self, assessment: str) -> None:
        """Open a structure that was put away."""
        self._open(lambda services: services.structures.bring_back(assessment))

    def open(self, assessment: str) -> None:
        """Open another year, or another structure's."""
        self._open(lambda services: services.assessments.show(assessment))

    def _open(
        self,
        choose: Callable[[LocalServices], OpenAssessment | None],
        then: Callable[[], None] | None = None,
        refused: Callable[[CapError], None] | None = None,
    ) -> bool:
        """Open something; a second click while it opens asks for nothing more."""

        def work(services: LocalServices) -> OpenedYear | None:
            opened = choose(services)
            return None if opened is None else _found(self._services.get(), opened)

        def shown(found: OpenedYear | None) -> None:
            if found is None:
                self._say_nothing_there()
            else:
                self._bring(found)
            if then is not None:
                then()

        def failed(error: CapError) -> None:
            self._is_opening = False
            (refused or self.failed.emit)(error)

        if self._is_opening:
            return False
        self._is_opening = True
        self._asker.ask(work, shown, failed)
        return True

    def _start(self, found: OpenedYear | None, *, is_shown: bool) -> None:
        self.started.emit()
        if found is None:
            self.nothing_there.emit()
            return
        if is_shown:
            # Nobody waited for the years before; what is open may have changed meanwhile.
            self.completed.emit(found)
        else:
            self._bring(found)
        self.ready.emit()

    def _bring(self, found: OpenedYear) -> None:
        self._is_opening = False
        self._asker.forget()
        self.brought.emit(found)

    def _say_nothing_there(self) -> None:
        self._is_opening = False
        self._asker.forget()
        self.nothing_there.emit()


def _new_id() -> str:
    return os.urandom(16).hex()


def _found(services: LocalServices, opened: OpenAssessment) -> OpenedYear:
    """A year with all that stands around it; on the storage lane, behind the first page."""
    from cap_desktop.gui.session.opening import found  # start-up: nothing of it is shown first

    return found(services, opened)
