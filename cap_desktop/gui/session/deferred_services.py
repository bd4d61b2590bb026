"""The services, opened behind the first page: what is asked of them before waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from cap_desktop.errors import CapError
from cap_desktop.gui.session.lane import Lane

if TYPE_CHECKING:
    from cap_desktop.services.local.local_services import LocalServices

Result = TypeVar("Result")


class DeferredServices:
    """Made on the storage lane, by the first that needs them there."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._make: Callable[[], LocalServices]
        self._made: LocalServices | None = None
        self._waiting: list[Callable[[], None]] = []
        self.is_open = False
        """True once they answer: what was asked before has been passed on."""

    def come_from(self, make: Callable[[], LocalServices]) -> None:
        """Say how they are made; nothing is made yet, and what was made is forgotten."""
        self._make, self._made = make, None

    def change(self, made: LocalServices) -> LocalServices:
        """Let others answer from now on; runs on the lane."""
        self._made = made
        return made

    def forget(self) -> None:
        """Have them made anew by the next one that needs them; runs on the lane."""
        self._made = None

    def get(self) -> LocalServices:
        """The services themselves; runs on the lane."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def open(
        self,
        first: Callable[[LocalServices], Result],
        done: Callable[[Result], None],
        failed: Callable[[CapError], None],
    ) -> None:
        """Make them and ask them a first thing; what waited is asked next."""

        def opened(brought: Result) -> None:
            self.is_open = True
            waiting, self._waiting = self._waiting, []
            for ask in waiting:
                ask()
            done(brought)

        self._lane.submit(lambda: first(self.get()), opened, failed)

    def ask(
        self,
        work: Callable[[LocalServices], Result],
        done: Callable[[Result], None],
        failed: Callable[[CapError], None],
    ) -> None:
        """Ask something now, or once they are open."""

        def ask() -> None:
            self._lane.submit(lambda: work(self.get()), done, failed)

        if self.is_open:
            ask()
        else:
            self._waiting.append(ask)
