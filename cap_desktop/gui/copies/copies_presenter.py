"""What the pages of copies ask for, on the storage lane, and what it brings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from cap_desktop.errors import CapError, CopyNotSent
from cap_desktop.gui.session.check_ups import CheckUps
from cap_desktop.gui.session.session import Session

if TYPE_CHECKING:
    from datetime import date

    from cap_desktop.services.folder.copies import SecondFolder
    from cap_desktop.services.folder.copy_list import KnownCopy
    from cap_desktop.services.folder.damage import DamageReport
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
    compared = Signal(str, object)
    """A copy by its name, and every ``AnswerThen`` that can be taken back from it."""
    second_seen = Signal(object)
    """The ``SecondFolder``, or None."""
    second_taken = Signal(object)
    """The path of a folder that took the newest copy: it may be chosen."""
    made = Signal()
    """A copy was made by hand; in the second folder too, unless an error says otherwise."""
    received = Signal(str)
    """A copy that somebody gave is among the others, under this name."""
    damage_found = Signal(object)
    """A ``DamageReport``, or None where nothing was looked at."""
    busy = Signal(str)
    """What is being done: `copy`, or nothing any more where it is empty."""

    def __init__(self, session: Session, data: LocalData, checks: CheckUps) -> None:
        super().__init__(session)
        self._session, self._data, self.checks = session, data, checks
        self._doing = ""
        self.known: tuple[KnownCopy, ...] = ()
        checks.failed.connect(session.not_saved)

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
        self.checks.look()

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

    def compare(self, name: str) -> None:
        """Ask which answers can be taken back one by one; none where it cannot be read."""
        self._ask(
            lambda: self._data.answers_then(name),
            lambda found: self.compared.emit(name, found),
            lambda _error: self.compared.emit(name, ()),
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

    def open_anew(self, then: Callable[[], None]) -> None:
        """Open the data anew: what was damaged since is set aside, and named."""
        self._session.saver.when_saved(
            lambda: self._session.opener.reopen(self._data.open, then),
            self._session.not_saved.emit,
        )

    # --- What came of it ----------------------------------------------------------------

    # On the lane, where the data are open by then.

    def _known(self) -> tuple[KnownCopy, ...]:
        return self._data.copies.known()

    def _second(self) -> SecondFolder | None:
        return self._data.copies.second()

    def _damage(self) -> DamageReport | None:
        damage = self._data.damage
        return None if damage is None else damage.report()

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
