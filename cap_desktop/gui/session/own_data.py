"""The data as files: looked at, erased for good, moved; all of it on the storage lane."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cap_desktop.errors import CapError
from cap_desktop.gui.session.session import Session
from cap_desktop.notices.errors import notice
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.words.erasures import erased_words

if TYPE_CHECKING:
    from cap_desktop.domain.answers.erasure import Erasure
    from cap_desktop.services.folder.erasing import Erased, ErasePreview
    from cap_desktop.services.local.local_services import LocalServices

Release = Callable[[], None]


class OwnData(QObject):
    """What is asked here is answered by a signal, or by `failed`.

    While `began` has not been followed by `ended`, nothing else may be asked of the window: what
    would be changed may be gone.
    """

    shown = Signal(object)
    """A ``KeptData``."""
    previewed = Signal(object)
    """An ``ErasePreview``: what would go."""
    planned = Signal(object)
    """A ``MovePlan``: what would be moved."""
    began = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    erased = Signal(object)
    """What was ``Erased``."""
    given_up = Signal()
    """What was written down to be erased will not be."""
    emptied = Signal(str)
    """Nothing is left at all: the window begins anew, with these words."""
    moved = Signal(object)
    """The lock of the new folder is given back by it."""
    former_removed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, data: LocalData, claim: Callable[[Path], Release]) -> None:
        """``claim`` keeps others out of a folder, and raises a ``CapError`` where one is in it."""
        super().__init__(session)
        self._session, self._data, self._claim = session, data, claim
        self.is_busy = False

    def look(self) -> None:
        """Look at what is kept where."""
        self._session.asker.ask(
            lambda _services: self._data.kept_data(), self.shown.emit, self.failed.emit
        )

    def preview(self, erasure: Erasure) -> None:
        """Count what would go: every copy is looked at, which may take a moment."""
        if self.is_busy:
            return
        self._begin("preview")

        def counted(preview: ErasePreview) -> None:
            self._end()
            self.previewed.emit(preview)

        self._session.asker.ask(
            lambda _services: self._data.preview_erasing(erasure), counted, self._end_refused
        )

    def erase(self, erasure: Erasure) -> None:
        """Erase it for good, once what waits is saved."""
        failures: list[CapError] = []
        stay = self._open_year()

        def work() -> LocalServices:
            return self._data.erase(erasure, stay, self.progressed.emit, failures.append)

        self._erase_once_saved(work, failures)

    def give_up_erasing(self) -> None:
        """Erase nothing more of what was written down."""

        def given_up(_done: None) -> None:
            self.given_up.emit()
            self.look()

        self._session.asker.ask(
            lambda _services: self._data.give_up_erasing(), given_up, self.failed.emit
        )

    def go_on_erasing(self) -> None:
        """Erase what was asked for before and is not gone yet."""
        failures: list[CapError] = []
        stay = self._open_year()

        def work() -> LocalServices:
            return self._data.go_on_erasing(stay, self.progressed.emit, failures.append)

        self._erase_once_saved(work, failures)

    def plan_move(self, target: Path) -> None:
        """Look whether the data can be moved to a folder."""
        self._session.asker.ask(
            lambda _services: self._data.plan_move(target), self.planned.emit, self.failed.emit
        )

    def move(self, target: Path) -> None:
        """Move the data there, once what waits is saved; the lock goes with them."""
        self._once_saved("move", lambda: self._move(target))

    def remove_former(self) -> None:
        """Remove what the data left behind."""
        self._begin("former")

        def removed(_done: None) -> None:
            self._end()
            self.former_removed.emit()
            self.look()

        self._session.asker.ask(
            lambda _services: self._data.remove_former(), removed, self._end_refused
        )

    # --- How --------------------------------------------------------------------------

    def _erase_once_saved(
        self, work: Callable[[], LocalServices], failures: list[CapError]
    ) -> None:
        def shown() -> None:
            self._end()
            erased = self._data.erased
            if failures:
                self.failed.emit(failures[0])
            elif erased is not None:
                self.erased.emit(erased)
            if self._session.current is None:
                self.emptied.emit(_emptied_words(failures, erased))

        self._once_saved("erase", lambda: self._reopen(work, shown))

    def _move(self, target: Path) -> None:
        was_there = target.exists()
        try:
            release = self._claim(target)
        except CapError as error:
            self._end_refused(error)
            return

        def refused(error: CapError) -> None:
            release()
            if not was_there:
                with suppress(OSError):
                    target.rmdir()
            self._end_refused(error)

        def shown() -> None:
            self._end()
            self.moved.emit(release)

        def work() -> LocalServices:
            return self._data.move(target, self.progressed.emit)

        if not self._session.opener.reopen(work, shown, refused):
            release()
            self._end()

    def _reopen(self, work: Callable[[], LocalServices], shown: Callable[[], None]) -> None:
        if not self._session.opener.reopen(work, shown, self._end_refused):
            self._end()  # another year is being opened: it is asked again by hand

    def _once_saved(self, what: str, act: Callable[[], None]) -> None:
        if not self.is_busy:
            self._begin(what)
            self._session.saver.when_saved(act, self._end_refused)

    def _begin(self, what: str) -> None:
        self.is_busy = True
        self.began.emit(what)

    def _end(self) -> None:
        self.is_busy = False
        self.ended.emit()

    def _end_refused(self, error: CapError) -> None:
        self._end()
        self.failed.emit(error)

    def _open_year(self) -> str:
        opened = self._session.current
        return "" if opened is None else opened.assessment.id


def _emptied_words(failures: list[CapError], erased: Erased | None) -> str:
    """What is said where nothing is left to be shown, and the page that asked for it is gone."""
    if failures:
        return notice(failures[0])
    if erased is None:
        return ""
    return erased_words(erased.erasure, is_second_away=erased.second == "away")
