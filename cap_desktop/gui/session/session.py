"""What is open: how it is changed, so that it can be undone, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from cap_desktop.errors import CapError
from cap_desktop.gui.session.asker import Asker
from cap_desktop.gui.session.day_watch import DayWatch
from cap_desktop.gui.session.deferred_services import DeferredServices
from cap_desktop.gui.session.foreseen import Foreseen, ForeseenKey
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.session.opener import Opener
from cap_desktop.gui.session.saver import PendingChange, Saver
from cap_desktop.gui.session.undo_steps import NOT_TOLD, Told, UndoStep, UndoSteps
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.domain.answers.assessment import Assessment
    from cap_desktop.domain.comparison.succession import Succession
    from cap_desktop.domain.scoring.standing import PlanStanding, Standing
    from cap_desktop.gui.session.opening import OpenedYear
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.services.local.open_assessment import OpenAssessment

Result = TypeVar("Result")
Value = TypeVar("Value")


class Edit(NamedTuple):
    """What is asked of the services about the open year, and what it will have made.

    `work` is given the services, the year, and who answers when it is done, undone or redone.
    """

    work: Callable[[LocalServices, str, str], OpenAssessment]
    foreseen: Foreseen | None = None


class Session(QObject):
    """Holds the last saved state of the open assessment; pages show it and nothing else.

    Pages listen here, and here only. `leaving` comes while what was open still is: what is
    typed is announced then; `opened` follows. `changed` brings the open year each time that
    something of it is saved, and once more after `not_saved`: pages go back to what is saved.
    """

    nothing_open = Signal()
    refused = Signal(object)
    ready = Signal()
    leaving = Signal()
    opened = Signal(object)
    changed = Signal(object)
    taken_back = Signal()
    """A change was undone, or done again: what is intended is no longer what was announced."""
    saving = Signal()
    saved = Signal(str)
    not_saved = Signal(object)
    years_compared = Signal(object)
    day_changed = Signal()
    """Another day began: what is late is no longer what it was."""

    def __init__(
        self,
        lane: Lane,
        clock: Callable[[], datetime],
        standing: Standing | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`standing` is what the first page shows until the data are open."""
        super().__init__(parent)
        self._lane = lane
        self._services = DeferredServices(lane)
        self._clock = clock
        self.current: OpenAssessment | None = None
        self.years: tuple[Assessment, ...] = ()
        self.former: OpenAssessment | None = None
        self.path: Succession | None = None
        self._standing = standing
        self.by = _("Direction")
        self.asker = Asker(self._services)
        self.saver = Saver(lane, self._services, self)
        self.opener = Opener(lane, self._services, self.asker, self)
        self.undo_stack = UndoSteps(self)
        self.days = DayWatch(clock, self)
        self._follow()

    def _follow(self) -> None:
        saver, opener = self.saver, self.opener
        saver.saving.connect(self.saving)
        saver.saved.connect(self._say_saved)
        saver.failed.connect(self._say_not_saved)
        opener.started.connect(saver.open)
        opener.first_read.connect(self._show_opened)
        opener.brought.connect(self._show_brought)
        opener.completed.connect(self._show_completed)
        opener.nothing_there.connect(self._show_nothing)
        opener.ready.connect(self.ready)
        opener.refused.connect(self.refused)
        opener.failed.connect(self.not_saved)
        self.undo_stack.moved.connect(self.taken_back)
        self.days.changed.connect(self.day_changed)

    # --- Facts ------------------------------------------------------------------------

    @property
    def standing(self) -> Standing | None:
        """Where the open assessment stands; at start, as it was kept the last time."""
        return self._standing if self.current is None else self.current.standing

    @property
    def is_ready(self) -> bool:
        """True once the data are open: what was asked before has been passed on."""
        return self._services.is_open

    @property
    def today(self) -> date:
        """The day by the clock."""
        return self._clock().date()

    @property
    def time(self) -> str:
        """The time by the clock, « 14 h 32 »."""
        now = self._clock()
        return f"{now.hour}\u00a0h\u00a0{now.minute:02}"

    @property
    def unsaved(self) -> int:
        """How many changes are not on the disk yet, of any year."""
        return len(self.saver)

    @property
    def is_waiting(self) -> bool:
        """True while a change of the open year is not saved."""
        return self.saver.waits_for(self._year)

    def foreseen(self, key: ForeseenKey[Value]) -> Value | None:
        """What a change of the open year that waits will make of a thing, if one will.

        An edit starts from it: what was typed a moment before is part of it.
        """
        return self.saver.foreseen(self._year, key)

    @property
    def _year(self) -> str:
        return "" if self.current is None else self.current.assessment.id

    # --- Changing the year ------------------------------------------------------------

    def edit(
        self,
        label: str,
        after: Edit,
        before: Edit,
        run: object = None,
        told: Told = NOT_TOLD,
    ) -> None:
        """Change the open year so that it can be undone; `before` takes `after` back.

        The label names what was done and its object, in plain words. What is edited in one
        `run`, one thing right after the other, is undone at once. `told` says where it can be
        seen and what is said when it is taken back.
        """
        self.do(label, partial(self._make, after), partial(self._make, before), run, told)

    def _make(self, change: Edit) -> None:
        by = self.by
        self.change_year(lambda services, year: change.work(services, year, by), change.foreseen)

    def do(
        self,
        label: str,
        redo: Callable[[], None],
        undo: Callable[[], None],
        run: object = None,
        told: Told = NOT_TOLD,
    ) -> None:
        """Do at once something that can be undone, and that a change of the year is part of."""
        self.undo_stack.push(UndoStep(label, redo, undo, run, told))

    def seal(self) -> None:
        """Close the year."""
        self.change_year(lambda services, year: services.assessments.seal(year))

    def reopen(self) -> None:
        """Open a closed year again."""
        self.change_year(lambda services, year: services.assessments.reopen(year))

    def change_year(
        self,
        work: Callable[[LocalServices, str], OpenAssessment],
        foreseen: Foreseen | None = None,
    ) -> None:
        """Change the open year in its turn, and show it; nobody can undo it."""
        self.keep(work, self._show_year, foreseen)

    def keep(
        self,
        work: Callable[[LocalServices, str], Result],
        show: Callable[[Result], None],
        foreseen: Foreseen | None = None,
    ) -> None:
        """Change something about the open year in its turn, like an answer; then show it."""
        if self.current is not None:
            year, services = self.current.assessment.id, self._services
            self.saver.add(PendingChange(lambda: work(services.get(), year), show, year, foreseen))

    def show_plan(self, plan: PlanStanding | None) -> None:
        """Take where the plan stands into the standing of the open assessment."""
        if self.current is not None and self.current.standing.plan != plan:
            self._show(self.current.with_plan(plan))

    # --- Asking -----------------------------------------------------------------------

    def ask(
        self,
        work: Callable[[LocalServices, str], Result],
        show: Callable[[Result], None],
        failed: Callable[[CapError], None] | None = None,
    ) -> None:
        """Read or compute something about the open year off the window's thread."""
        if self.current is not None:
            year = self.current.assessment.id
            self.asker.ask(
                lambda services: work(services, year), show, failed or self.not_saved.emit
            )

    def compare_years(self, one: str, other: str) -> None:
        """Read two years of the structure side by side; `years_compared` brings them."""
        self.asker.ask(
            lambda services: services.assessments.compare_years(one, other),
            self.years_compared.emit,
            self.not_saved.emit,
        )

    def try_again(self) -> None:
        """Try to save, or to read, what could not be."""
        self.asker.try_again()
        self.saver.try_again()

    # --- What was saved ---------------------------------------------------------------

    def _say_saved(self) -> None:
        # The banner that offered it is gone.
        self.asker.forget()
        self.saved.emit(self.time)

    def _say_not_saved(self, error: CapError) -> None:
        self.not_saved.emit(error)
        if self.current is not None:
            # The pages go back to what is saved; what was typed stays in its field.
            self.changed.emit(self.current)

    def _show_year(self, opened: OpenAssessment) -> None:
        if self.current is None or self.current.assessment.id == opened.assessment.id:
            self._show(opened)

    def _show(self, opened: OpenAssessment) -> None:
        self.current = opened
        self.years = tuple(
            opened.assessment if found.id == opened.assessment.id else found for found in self.years
        )
        self.changed.emit(opened)

    # --- What was opened --------------------------------------------------------------

    def _show_nothing(self) -> None:
        self._standing = self.current = self.former = self.path = None
        self.years = ()
        self.undo_stack.clear()
        self.nothing_open.emit()

    def _show_completed(self, found: OpenedYear) -> None:
        self._take_years(found)
        self.changed.emit(self.current)

    def _show_brought(self, found: OpenedYear) -> None:
        self._show_opened(found.opened, found)

    def _show_opened(self, opened: OpenAssessment, found: OpenedYear | None = None) -> None:
        if self.current is not None:
            # What is being typed belongs to what was open: it is announced before that changes.
            self.leaving.emit()
        self.current = opened
        if found is not None:
            self._take_years(found)
        self.undo_stack.clear()
        self.opened.emit(opened)

    def _take_years(self, found: OpenedYear) -> None:
        self.years, self.former, self.path = found.years, found.former, found.path
