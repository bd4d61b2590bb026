"""What can be taken back, one step after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cap_desktop.gui.session.destinations import Destination
from cap_desktop.gui.session.values import Value

KEPT_STEPS = 100
RUN = 1
"""The kind of the steps that may go on with the one before."""


class Told(NamedTuple):
    """Where a step can be seen, and whole sentences for it; the label of the step by default.

    « Action supprimée : “…”. » is what `done` says, each time that it is done, and
    « Action rétablie : “…”. » what `undone` says.
    """

    where: Destination | None = None
    done: str = ""
    undone: str = ""
    is_offered: bool = False
    """True where taking it back is offered at once, as for what leaves the screen."""


NOT_TOLD = Told()


class Moved(Value):
    """A step that was just done, taken back, or done again."""

    told: Told
    label: str
    way: Literal["done", "undone", "redone"]


class UndoSteps(QUndoStack):
    """Says when a step was taken back, or done again; a new step says so by itself."""

    moving = Signal()
    """What is typed and not a step yet becomes one first: it is the last thing done."""
    moved = Signal()
    stepped = Signal(object)
    """A ``Moved``, also for a step that is new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(KEPT_STEPS)

    def push(self, cmd: QUndoCommand) -> None:
        # A step that goes on with the one before is gone once it is pushed.
        told, words = _told_of(cmd), cmd.text()
        super().push(cmd)
        self.stepped.emit(Moved(told, words, "done"))

    def undo(self) -> None:
        self.moving.emit()
        step = self.command(self.index() - 1) if self.canUndo() else None
        super().undo()
        self.moved.emit()
        if step is not None:
            self.stepped.emit(Moved(_told_of(step), step.text(), "undone"))

    def redo(self) -> None:
        self.moving.emit()
        step = self.command(self.index()) if self.canRedo() else None
        super().redo()
        self.moved.emit()
        if step is not None:
            self.stepped.emit(Moved(_told_of(step), step.text(), "redone"))

    def withdraw(self) -> None:
        """Take the last step back as if it had never been done: there is nothing to tell."""
        step = self.command(self.index() - 1)
        step.undo()
        # Qt drops it from the stack, and does not undo what is obsolete already.
        step.setObsolete(True)
        super().undo()
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
        told: Told = NOT_TOLD,
    ) -> None:
        super().__init__(label)
        self.again, self.back, self.run, self.told = redo, undo, run, told

    def redo(self) -> None:
        _shielded(self.again)

    def undo(self) -> None:
        _shielded(self.back)

    def id(self) -> int:
        return super().id() if self.run is None else RUN

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, UndoStep) or other.run is not self.run:
            return False
        self.again = other.again
        self.told = self.told._replace(done=other.told.done)
        return True


def _told_of(step: QUndoCommand) -> Told:
    return step.told if isinstance(step, UndoStep) else NOT_TOLD


def _shielded(act: Callable[[], None]) -> None:
    try:
        act()
    except BaseException as error:  # noqa: BLE001 - told whole, as if nobody had caught it
        sys.excepthook(type(error), error, error.__traceback__)
