"""What the pages of copies ask for, on the storage lane, and what it brings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from cap_desktop.errors import CapError, CopyNotSent
from cap_desktop.gui.session.session import Session

if TYPE_CHECKING:
    from datetime import date

    from cap_desktop.services.folder.check_up import CheckUp
    from cap_desktop.services.folder.copies import SecondFolder
    from cap_desktop.services.folder.copy_list import KnownCopy
    from cap_desktop.services.folder.local_data import LocalData

Result = TypeVar("Result")


class CopiesPresenter(QObject):
    """Outlives a window; what it brings is told by signals, and what fails by the banner.

    What is typed is saved between two of its questions: each is a job of its own.
    """

    listed = Signal(object)
    """Every ``KnownCopy``."""
    looked_at = Signal(str, object)
    """A copy by its name, and its ``CopyDetails``."""
    previewed = Signal(str, object)
    """A copy by its name, and what its years would become, or why it cannot be restored."""
    second_seen = Signal(object)
    """The ``SecondFolder``, or None."""
    second_taken = Signal(object)
    """The path of a folder that took the newest copy: it may be chosen."""
    progressed = Signal(str, int, int)
    """What is checked, how much of it was, and how much there is."""
    checked = Signal()
    made = Signal()
    """A copy was made by hand; in the second folder too, unless an error says otherwise."""
    received = Signal(str)
    """A copy that somebody gave is among the others, under this name."""
    damage_found = Signal(object)
    busy = Signal(str)
    """What is being done: `copy`, `check`, or nothing any more where it is empty."""

    def __init__(self, session: Session, data: LocalData) -> None:
        super().__init__(session)
        self._session, self._data = session, data
        self._doing = ""
        self.known: tuple[KnownCopy, ...] = ()
        self.last_check: CheckUp | None = None
        self.checked_on: date | None = None
        self.checked_at = ""
        session.opened.connect(self._forget)

    @property
    def doing(self) -> str:
        """What is being done, as ``busy`` tells it."""
        return self._doing

    @property
    def today(self) -> date:
        """The day on which copies are looked at."""
        return self._session.today

    # --- Reading ------------------------------------------------------------------------

    def list_copies(self) -> None:
        """Ask which copies there are, and how the second folder is."""
        self._ask(self._known, self._take_known)
        self._ask(self._second, self.second_seen.emit)

    def look_at(self, name: str) -> None:
        """Ask what is in a copy."""
        self._ask(
            lambda: self._data.copies.look_at(name), lambda found: self.looked_at.emit(name, found)
        )

    def preview(self, name: str) -> None:
        """Ask what each year would become."""
        self._ask(
            lambda: self._data.copies.preview(name),
            lambda found: self.previewed.emit(name, found),
            lambda error: self.previewed.emit(name, error),
        )

    def find_damage(self) -> None:
        """Ask what was damaged and is still to be told."""
        self._ask(self._damage, self.damage_found.emit)

    # --- Doing --------------------------------------------------------------------------

    def copy_now(self) -> None:
        """Make a copy that stays."""
        if self._begin("copy"):
            self._ask(self._data.copy_now, self._made, self._not_made)

    def receive(self, file: Path) -> None:
        """Take a file that somebody gave among the copies, once it is judged."""
        if self._begin("copy"):
            self._ask(lambda: self._data.copies.receive(file), self._received, self._failed)

    def try_second(self, folder: Path) -> None:
        """Put the newest copy into a folder: one that takes it may be chosen."""
        if self._begin("copy"):
            self._ask(
                lambda: self._data.copies.send_newest(folder),
                lambda _done: self._second_taken(folder),
                self._failed,
            )

    def check(self) -> None:
        """Look at all that the folder holds."""
        if self._begin("check"):
            self._ask(
                lambda: self._data.check_up(self.progressed.emit), self._checked, self._failed
            )

    # --- What came of it ----------------------------------------------------------------

    # On the lane, where the data are open by then.

    def _known(self) -> tuple[KnownCopy, ...]:
        return self._data.copies.known()

    def _second(self) -> SecondFolder | None:
        return self._data.copies.second()

    def _damage(self) -> object:
        damage = self._data.damage
        return () if damage is None else damage.found()

    def _take_known(self, known: tuple[KnownCopy, ...]) -> None:
        self.known = known
        self.listed.emit(known)

    def _made(self, _path: object) -> None:
        self._end()
        self.made.emit()
        self.list_copies()

    def _not_made(self, error: CapError) -> None:
        self._failed(error)
        if isinstance(error, CopyNotSent):
            self.made.emit()
        self.list_copies()

    def _received(self, name: str) -> None:
        self._end()
        self.received.emit(name)

    def _second_taken(self, folder: Path) -> None:
        self._end()
        self.second_taken.emit(folder)

    def _checked(self, found: CheckUp) -> None:
        self._end()
        self.last_check = found
        self.checked_on, self.checked_at = self._session.today, self._session.time
        self.checked.emit()

    def _forget(self) -> None:
        """Other data may be open: what was looked at was theirs."""
        self.last_check = None

    def _begin(self, doing: str) -> bool:
        """False where something else is being done: a second click asks for nothing more."""
        if self._doing:
            return False
        self._doing = doing
        self.busy.emit(doing)
        return True

    def _end(self) -> None:
        self._doing = ""
        self.busy.emit("")

    def _failed(self, error: CapError) -> None:
        self._end()
        self._session.not_saved.emit(error)

    def _ask(
        self,
        work: Callable[[], Result],
        show: Callable[[Result], None],
        failed: Callable[[CapError], None] | None = None,
    ) -> None:
        self._session.asker.ask(
            lambda _services: work(), show, failed or self._session.not_saved.emit
        )
