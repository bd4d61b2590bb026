"""What can be taken back, one step after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

KEPT_STEPS = 100
RUN = 1
"""The kind of the steps that may go on with the one before."""


class UndoSteps(QUndoStack):
    """Says when a step was taken back, or done again; a new step says so by itself."""

    moving = Signal()
    """What is typed and not a step yet becomes one first: it is the last thing done."""
    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(KEPT_STEPS)

    def undo(self) -> None:
        self.moving.emit()
        super().undo()
        self.moved.emit()

    def redo(self) -> None:
        self.moving.emit()
        super().redo()
        self.moved.emit()


class UndoStep(QUndoCommand):
    """One change that can be taken back; the changes of one run of typing are one.

    Qt calls it from C++, where an error that goes through ends the process: it is told instead.
    """

    def __init__(
        self,
        label: str,
        redo: Callable[[], None],
        undo: Callable[[], None],
        run: object = None,
    ) -> None:
        super().__init__(label)
        self.again, self.back, self.run = redo, undo, run

    def redo(self) -> None:
        _told(self.again)

    def undo(self) -> None:
        _told(self.back)

    def id(self) -> int:
        return super().id() if self.run is None else RUN

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, UndoStep) or other.run is not self.run:
            return False
        self.again = other.again
        return True


def _told(act: Callable[[], None]) -> None:
    try:
        act()
    except BaseException as error:  # noqa: BLE001 - told whole, as if nobody had caught it
        sys.excepthook(type(error), error, error.__traceback__)
