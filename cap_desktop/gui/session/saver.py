"""What waits to be saved: one change after the other, tried again while the disk refuses."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from cap_desktop.errors import CapError, DatabaseDamaged, NotSaved
from cap_desktop.gui.session.deferred_services import DeferredServices
from cap_desktop.gui.session.foreseen import Foreseen, ForeseenKey
from cap_desktop.gui.session.lane import Lane

Value = TypeVar("Value")

RETRY_MS = 5000
HELD = (NotSaved, DatabaseDamaged)
"""What nothing is lost by: it is saved once the disk takes it, or the data are opened anew."""


class PendingChange(NamedTuple):
    """One change of a year that waits to be saved, and who shows what it brings."""

    work: Callable[[], Any]
    show: Callable[[Any], None]
    year: str
    foreseen: Foreseen | None = None
    """What edits that come after it start from; None where nothing starts from it."""


class Saver(QObject):
    """A change leaves the queue only once it is saved, or refused for good.

    Everything here is called on the window's thread; only `work` runs on the lane, one change
    at a time, and it may run twice: every change says the same when it is made again. Nothing
    runs before `open`; until then changes wait.

    `add` says `saving`. What is saved is shown (`PendingChange.show`) once it has left the
    queue, so that what is foreseen and what is shown never both hold it; after the last one
    comes `saved`. What is refused for good leaves the queue, then `failed` says why, and the
    rest goes on. While the disk refuses, `failed` comes once for each try, `failure` is set,
    all waits, and the first change is tried again in five seconds or at `try_again`.
    """

    saving = Signal()
    saved = Signal()
    """Nothing waits any more."""
    failed = Signal(object)

    def __init__(
        self, lane: Lane, services: DeferredServices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lane, self._services = lane, services
        self._changes: deque[PendingChange] = deque()
        self._is_open = False
        self._is_working = False
        self._made: tuple[PendingChange, object] | None = None
        """The change that the lane made last, and what it brought; written by the lane."""
        self.failure: CapError | None = None
        """Why nothing can be saved for now."""
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)

    def __len__(self) -> int:
        return len(self._changes)

    def foreseen(self, year: str, key: ForeseenKey[Value]) -> Value | None:
        """What the newest change of a year that waits will make of a thing, if one will."""
        for change in reversed(self._changes):
            foreseen = change.foreseen
            if change.year == year and foreseen is not None and foreseen.key == key:
                value: Value = foreseen.value
                return value
        return None

    def waits_for(self, year: str) -> bool:
        """True while a change of a year is not saved."""
        return any(change.year == year for change in self._changes)

    def when_saved(self, act: Callable[[], object], failed: Callable[[CapError], None]) -> None:
        """Do something once nothing waits; `failed` hears why what waits cannot be saved."""
        if not self._changes:
            act()
        elif self.failure is not None:
            failed(self.failure)
        else:
            _Once(self, act, failed)

    def open(self) -> None:
        """Begin to save: there is now something to save with."""
        self._is_open = True
        self._advance()

    def add(self, change: PendingChange) -> None:
        """Save a change in its turn."""
        self._changes.append(change)
        self.saving.emit()
        self._advance()

    def try_again(self) -> None:
        """Try to save what could not be."""
        self.failure = None
        self._advance()

    def finish(self) -> CapError | None:
        """Save everything that waits, before closing; the error where something cannot be.

        What was refused for good waits no more: the next call goes on with the rest. While the
        disk refuses, all stays, and is tried again as long as the window stays.
        The services are made first, on the lane: the queue may not even be open yet.
        """
        self._retry.stop()
        # Else what is typed in a window that stays would wait for a try that nobody makes.
        self.failure = None
        self._lane.drain()
        waited = bool(self._changes)
        if waited:
            try:
                self._lane.run(self._services.get)
            except CapError as error:
                self._hold(error)
                return error
        while self._changes:
            refusal = self._finish_first()
            if refusal is not None:
                return refusal
        if waited:
            self.saved.emit()
        return None

    def _finish_first(self) -> CapError | None:
        change, made = self._changes[0], self._made
        try:
            if made is not None and made[0] is change:
                # It was made just now, and nobody has heard of it yet.
                brought = made[1]
            else:
                brought = self._lane.run(change.work)
        except HELD as error:
            self._hold(error)
            return error
        except CapError as error:
            self._changes.popleft()
            # The window may stay: the rest is saved all the same.
            self._advance()
            return error
        self._changes.popleft()
        # The window may stay, for the sake of another change.
        change.show(brought)
        return None

    def _advance(self) -> None:
        """Run the first change, unless one runs or the disk refuses."""
        is_free = self._is_open and not self._is_working and self.failure is None
        if self._changes and is_free:
            self._is_working = True
            change = self._changes[0]
            self._lane.submit(
                partial(self._make, change),
                partial(self._show_saved, change),
                partial(self._show_failure, change),
            )

    def _make(self, change: PendingChange) -> object:
        """Make a change, and keep what it brought until it is shown; on the lane."""
        brought: object = change.work()
        self._made = (change, brought)
        return brought

    def _is_first(self, change: PendingChange) -> bool:
        """False for what `finish` saved, or refused, before the lane's answer was delivered."""
        return bool(self._changes) and self._changes[0] is change

    def _show_saved(self, change: PendingChange, brought: object) -> None:
        self._is_working, self._made = False, None
        if self._is_first(change):
            self._changes.popleft()
            change.show(brought)
            if not self._changes:
                self.saved.emit()
        self._advance()

    def _show_failure(self, change: PendingChange, error: CapError) -> None:
        self._is_working = False
        if self._is_first(change):
            if isinstance(error, HELD):
                self._hold(error)
            else:
                self._changes.popleft()
                self.failed.emit(error)
        self._advance()

    def _hold(self, error: CapError) -> None:
        """Keep everything until the disk takes it, or until it is tried by hand."""
        self.failure = error
        self._retry.start()
        self.failed.emit(error)


class _Once(QObject):
    """Waits until everything is saved, or until it cannot be; then it is gone."""

    def __init__(
        self, saver: Saver, act: Callable[[], object], failed: Callable[[CapError], None]
    ) -> None:
        super().__init__(saver)
        self._saver, self._act, self._failed = saver, act, failed
        saver.saved.connect(self._saved)
        saver.failed.connect(self._refused)

    def _saved(self) -> None:
        self._end()
        self._act()

    def _refused(self, error: CapError) -> None:
        self._end()
        self._failed(error)

    def _end(self) -> None:
        self._saver.saved.disconnect(self._saved)
        self._saver.failed.disconnect(self._refused)
        self.deleteLater()
