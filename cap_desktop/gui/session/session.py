"""What is open: takes intents, calls the services on the storage lane, says what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from cap_desktop.errors import CapError, NotReached, NotSaved
from cap_desktop.gui.session.deferred_services import DeferredServices
from cap_desktop.gui.session.lane import StorageLane
from cap_desktop.gui.session.save_queue import NOTHING, Foreseen, PendingChange, SaveQueue
from cap_desktop.gui.session.undo_steps import UndoStep, UndoSteps
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.domain.answers.answer_sheet import Answer
    from cap_desktop.domain.answers.assessment import Assessment, Typed
    from cap_desktop.domain.comparison.succession import Succession
    from cap_desktop.domain.questionnaire.profile import Profile
    from cap_desktop.domain.scoring.standing import PlanStanding, Standing
    from cap_desktop.gui.session.opening import OpenedYear
    from cap_desktop.services.local.assessments import Assessments
    from cap_desktop.services.local.open_assessment import OpenAssessment

Result = TypeVar("Result")


class Session(QObject):
    """Holds the last saved state of the open assessment; pages show it and nothing else."""

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

    def __init__(
        self,
        lane: StorageLane,
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
        self._queue = SaveQueue(lane, self)
        self._queue.saving.connect(self.saving)
        self._queue.saved.connect(self._say_saved)
        self._queue.failed.connect(self._say_not_saved)
        self._is_opening = False
        self._again: Callable[[], None] | None = None
        self.by = _("Direction")
        self.undo_stack = UndoSteps(self)
        self.undo_stack.moved.connect(self.taken_back)

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

    # --- Opening ----------------------------------------------------------------------

    def start(
        self,
        first: Callable[[], OpenAssessment | None],
        services: Callable[[], Assessments],
    ) -> None:
        """Show the assessment that was open last, then open the data behind it.

        `first` reads what there is to show without what `services` takes time to import; what
        is asked before the data are open waits for them. Called again, it starts over.
        """
        self._services.come_from(services)

        def work(services: Assessments) -> OpenedYear | None:
            from cap_desktop.gui.session.opening import found_last

            return found_last(services)

        def shown(opened: OpenAssessment | None) -> None:
            if opened is not None:
                self._show_opened(opened)
            started = partial(self._started, is_shown=opened is not None)
            # The page is painted before the imports take the processor.
            QTimer.singleShot(0, lambda: self._services.open(work, started, self.refused.emit))

        self._lane.submit(first, shown, self.refused.emit)

    def reopen_data(self, services: Callable[[], Assessments], then: Callable[[], None]) -> None:
        """Open other data in the place of those that were open; `services` brings them.

        `then` runs once they are shown; `not_saved` says why those of before still are.
        """

        def work(_former: Assessments) -> OpenAssessment:
            brought = self._services.change(services())
            last = brought.last_shown()
            assert last is not None  # data without an assessment are refused before
            return brought.open(last)

        self._open(work, then)

    def begin(self, name: str, year: int, content: bytes, profile: Profile) -> None:
        """Make a structure and the draft of its first year."""

        def work(services: Assessments) -> OpenAssessment:
            reference = services.install(content, "questionnaire")
            return services.begin_structure(name, year, reference, profile)

        self._open(work)

    def open_assessment(self, assessment: str) -> None:
        """Open another year, or another structure's."""
        self._open(lambda services: services.show(assessment))

    def begin_year(self, year: int, content: bytes) -> None:
        """Begin another year of the same structure, with its profile and this questionnaire."""
        if self.current is None:
            return
        structure, profile = self.current.structure.id, self.intended_profile()

        def work(services: Assessments) -> OpenAssessment:
            reference = services.install(content, "questionnaire")
            return services.begin(structure, year, reference, profile)

        self._open(work)

    # --- What is intended -------------------------------------------------------------

    def intended(self, question: str) -> Answer:
        """The answer as it will be once everything that waits is saved.

        An edit starts from it: what was typed a moment before is part of it.
        """
        for foreseen in self.waiting():
            if foreseen.question == question and foreseen.answer is not None:
                return foreseen.answer
        if self.current is None:
            from cap_desktop.domain.answers.answer_sheet import NO_ANSWER

            return NO_ANSWER
        return self.current.answer(question)

    def intended_profile(self) -> Profile:
        """The profile of the open year as it will be once everything that waits is saved."""
        for foreseen in self.waiting():
            if foreseen.profile is not None:
                return foreseen.profile
        return {} if self.current is None else self.current.profile

    def intended_name(self) -> str:
        """The name of the structure as it will be once everything that waits is saved."""
        waiting = next((foreseen.name for foreseen in self.waiting() if foreseen.name), "")
        return waiting or ("" if self.current is None else self.current.structure.name)

    def typed(self, question: str, part: str) -> Typed:
        """What is typed and is no answer yet, once everything that waits is saved."""
        for foreseen in self.waiting():
            is_same = (foreseen.question, foreseen.part) == (question, part)
            if is_same and foreseen.typed is not None:
                return foreseen.typed
        return () if self.current is None else self.current.typed(question, part)

    def is_discussed(self, question: str) -> bool:
        """Whether a question is to be talked about, once everything that waits is saved."""
        for foreseen in self.waiting():
            if foreseen.question == question and foreseen.is_discussed is not None:
                return foreseen.is_discussed
        return self.current is not None and self.current.is_discussed(question)

    def waiting(self) -> Iterator[Foreseen]:
        """What the changes of the open year will be that are not saved yet, the newest first."""
        return self._queue.waiting("" if self.current is None else self.current.assessment.id)

    # --- Changing the year ------------------------------------------------------------

    def seal(self) -> None:
        """Close the year."""
        self.change_year(lambda services, year: services.seal(year))

    def reopen(self) -> None:
        """Open a closed year again."""
        self.change_year(lambda services, year: services.reopen(year))

    def do(
        self,
        label: str,
        redo: Callable[[], None],
        undo: Callable[[], None],
        run: object = None,
    ) -> None:
        """Do something that can be undone; the label says it in plain words.

        What is done in one `run`, one thing right after the other, is undone at once.
        """
        self.undo_stack.push(UndoStep(label, redo, undo, run))

    def change_year(
        self,
        work: Callable[[Assessments, str], OpenAssessment],
        foreseen: Foreseen = NOTHING,
    ) -> None:
        """Change the open year in its turn, and show it."""
        self.keep(work, self._show_year, foreseen)

    def leave_unfinished(self, question: str, part: str, typed: Typed) -> None:
        """Keep what is typed and is no answer yet; nothing typed forgets what was kept."""
        if self.typed(question, part) != typed:
            self.change_year(
                lambda services, year: services.answering.leave_unfinished(
                    year, question, part, typed
                ),
                Foreseen(question, part=part, typed=typed),
            )

    def keep(
        self,
        work: Callable[[Assessments, str], Result],
        show: Callable[[Result], None],
        foreseen: Foreseen = NOTHING,
    ) -> None:
        """Change something about the open year in its turn, like an answer; then show it."""
        if self.current is not None:
            year, services = self.current.assessment.id, self._services
            self._queue.add(PendingChange(lambda: work(services.get(), year), show, year, foreseen))

    def show_plan(self, plan: PlanStanding | None) -> None:
        """Take where the plan stands into the standing of the open assessment."""
        if self.current is not None and self.current.standing.plan != plan:
            standing = self.current.standing._replace(plan=plan)
            self._show(replace(self.current, standing=standing))

    # --- Asking -----------------------------------------------------------------------

    def compare_years(self, one: str, other: str) -> None:
        """Read two years of the structure side by side; `years_compared` brings them."""
        self._ask(
            lambda services: services.compare_years(one, other),
            self.years_compared.emit,
            self.not_saved.emit,
        )

    def ask(
        self,
        work: Callable[[Assessments, str], Result],
        show: Callable[[Result], None],
        failed: Callable[[CapError], None] | None = None,
    ) -> None:
        """Read or compute something about the open year off the window's thread."""
        if self.current is not None:
            year = self.current.assessment.id
            self._ask(lambda services: work(services, year), show, failed or self.not_saved.emit)

    def _ask(
        self,
        work: Callable[[Assessments], Result],
        show: Callable[[Result], None],
        failed: Callable[[CapError], None],
    ) -> None:
        """Ask for what changes no answer; where the disk refuses, it can be asked again."""

        def refused(error: CapError) -> None:
            if isinstance(error, NotSaved):
                self._again = lambda: self._ask(work, show, failed)
                error = NotReached(error.path, error.cause)
            failed(error)

        self._services.ask(work, show, refused)

    def when_saved(self, act: Callable[[], None], failed: Callable[[CapError], None]) -> None:
        """Do something once nothing waits to be saved; `failed` hears why it cannot be."""
        self._queue.when_saved(act, failed)

    # --- Saving -----------------------------------------------------------------------

    @property
    def unsaved(self) -> int:
        """How many changes are not on the disk yet."""
        return len(self._queue)

    @property
    def failure(self) -> CapError | None:
        """Why nothing that waits can be saved for now."""
        return self._queue.failure

    def try_again(self) -> None:
        """Try to save, or to read, what could not be."""
        again, self._again = self._again, None
        if again is not None:
            again()
        self._queue.try_again()

    def finish(self) -> CapError | None:
        """Save everything that waits, before closing; the error where it cannot be."""
        return self._queue.finish(self._services.get)

    def _say_saved(self) -> None:
        # The banner that offered it is gone.
        self._again = None
        self.saved.emit(self._clock().strftime("%H\u00a0h\u00a0%M").lstrip("0"))

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

    def _open(
        self,
        choose: Callable[[Assessments], OpenAssessment],
        then: Callable[[], None] | None = None,
    ) -> None:
        """Open something; a second click while it opens asks for nothing more."""

        def work(services: Assessments) -> OpenedYear:
            from cap_desktop.gui.session.opening import found

            opened = choose(services)
            return found(self._services.get(), opened)

        def shown(found: OpenedYear) -> None:
            self._show_found(found)
            if then is not None:
                then()

        if not self._is_opening:
            self._is_opening = True
            self._ask(work, shown, self._show_not_opened)

    def _show_not_opened(self, error: CapError) -> None:
        self._is_opening = False
        self.not_saved.emit(error)

    def _started(self, found: OpenedYear | None, *, is_shown: bool) -> None:
        self._queue.open()
        if found is None:
            self._standing = None
            self.nothing_open.emit()
            return
        if self.current is None or not is_shown:
            self._show_found(found)
        else:
            # Nobody waited for the years before; what is open may have changed meanwhile.
            self._take_years(found)
            self.changed.emit(self.current)
        self.ready.emit()

    def _show_found(self, found: OpenedYear) -> None:
        self._is_opening, self._again = False, None
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
