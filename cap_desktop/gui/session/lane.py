"""One thread, one job after the other; results come back to the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from cap_desktop.errors import CapError, ProgramFault

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


class Lane(QObject):
    """Runs jobs off the window's thread; its thread bears its name.

    « storage » owns the database; « work » makes reports, and never touches it.

    The lane outlives its jobs: a result is announced by its own signal, which Qt carries to
    the thread of the window.
    """

    _finished = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._waiting = 0
        self._is_closed = False
        self._finished.connect(self._deliver)

    @cached_property
    def _executor(self) -> ThreadPoolExecutor:
        """One thread, made at the first job: the first page is painted before."""
        from concurrent.futures import ThreadPoolExecutor  # start-up: behind the first page

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)

    @property
    def is_busy(self) -> bool:
        """True while a job waits or runs."""
        return self._waiting > 0

    def submit(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CapError], None],
    ) -> None:
        """Run `work` on the lane, then `done` or `failed` on the window's thread.

        A lane that is closed takes nothing more: nobody is there to be shown anything.
        """
        if self._is_closed:
            return
        self._waiting += 1
        future = self._executor.submit(work)
        future.add_done_callback(lambda ended: self._finished.emit(ended, (done, failed)))

    def _deliver(self, ended: Future[Any], callbacks: tuple[Any, Any]) -> None:
        self._waiting -= 1
        if self._is_closed:
            return
        done, failed = callbacks
        error = ended.exception()
        if error is None:
            done(ended.result())
        elif isinstance(error, CapError):
            failed(error)
        else:
            # Said first: what waits behind this job must go on, whatever went wrong with it.
            failed(_fault(error))
            raise error

    def run(self, work: Callable[[], Result]) -> Result:
        """Run `work` on the lane and wait for it: only for opening and for closing.

        Raises nothing but a ``CapError``.
        """
        try:
            return self._executor.submit(work).result()
        except CapError:
            raise
        except Exception as error:
            raise _fault(error) from error

    def drain(self) -> None:
        """Wait until every job that was asked for has run; what they bring comes later."""
        self._executor.submit(lambda: None).result()

    def close(self) -> None:
        """Finish every job that was asked for, then stop; nobody is left to hear of them."""
        self._is_closed = True
        self._executor.shutdown(wait=True)


def _fault(error: BaseException) -> ProgramFault:
    """What is told of an error that nobody foresaw."""
    fault = ProgramFault(type(error).__name__)
    fault.__cause__ = error
    return fault
