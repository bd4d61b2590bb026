"""What is read or computed off the window's thread, and asked again where the disk refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from cap_desktop.errors import CapError, NotReached, NotSaved
from cap_desktop.gui.session.deferred_services import DeferredServices

if TYPE_CHECKING:
    from cap_desktop.services.local.local_services import LocalServices

Result = TypeVar("Result")


class Asker:
    """Asks for what changes no answer.

    Only the last question that the disk refused can be asked again: it is the one that the
    banner tells of.
    """

    def __init__(self, services: DeferredServices) -> None:
        self._services = services
        self._again: Callable[[], None] | None = None

    def ask(
        self,
        work: Callable[[LocalServices], Result],
        show: Callable[[Result], None],
        failed: Callable[[CapError], None],
    ) -> None:
        """Run `work` on the storage lane, then `show` or `failed` on the window's thread."""

        def refused(error: CapError) -> None:
            if isinstance(error, NotSaved):
                self._again = lambda: self.ask(work, show, failed)
                error = NotReached(error.path, error.cause)
            failed(error)

        self._services.ask(work, show, refused)

    def try_again(self) -> None:
        """Ask again what could not be read."""
        again, self._again = self._again, None
        if again is not None:
            again()

    def forget(self) -> None:
        """Ask nothing again: what offered it is gone."""
        self._again = None
