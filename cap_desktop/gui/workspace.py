"""What is open: takes intents, calls the services on the storage lane, says what changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cap_desktop.errors import CapError, NotSaved
from cap_desktop.gui.lanes import StorageLane
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.domain.answers import Answer, Profile
    from cap_desktop.domain.assessment import Assessment, EvidenceFile
    from cap_desktop.domain.plan import Action
    from cap_desktop.domain.standing import PlanStanding, Standing
    from cap_desktop.domain.succession import Succession
    from cap_desktop.services.assessments import Assessments
    from cap_desktop.services.open_assessment import OpenAssessment

Result = TypeVar("Result")
UNDO_STEPS = 100
RETRY_MS = 5000


@dataclass(frozen=True, slots=True)
class Change:
    """One change that waits to be saved, and who shows what it brings.

    That of an answer, or of an action of the plan, also says what it will be.
    """

    work: Callable[[], Any]
    show: Callable[[Any], None]
    year: str
    question: str = ""
    answer: Answer | None = None
    is_discussed: bool | None = None
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What opening an assessment brings: the year, all years newest first, the year before.

    ``path`` is how the questions of the year before became this year's; None where nobody knows.
    """

    opened: OpenAssessment
    years: tuple[Assessment, ...]
    former: OpenAssessment | None = None
    path: Succession | None = None


class Workspace(QObject):
    """Holds the last saved state of the open assessment; pages show it and nothing else.

    A change waits its turn in a queue and leaves it only once it is saved: a disk that fails
    keeps the queue, and it is tried again.
    """

    nothing_open = Signal()
    refused = Signal(object)
    ready = Signal()
    leaving = Signal()
    opened = Signal(object)
    changed = Signal(object)
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
        self._services: Assessments
        self._has_services = False
        self._open_data: Callable[[], object]
        self._lane = lane
        self._clock = clock
        self.current: OpenAssessment | None = None
        self.years: tuple[Assessment, ...] = ()
        self.former: OpenAssessment | None = None
        self.path: Succession | None = None
        self._standing = standing
        self._queue: deque[Change] = deque()
        self._is_working = False
        self._is_opening = False
        self.is_ready = False
        """True once the data are open: what was asked before has been passed on."""
        self._waiting: list[Callable[[], None]] = []
        self._failure: CapError | None = None
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)
        self.by = _("Direction")
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)

    @property
    def standing(self) -> Standing | None:
        """Where the open assessment stands; at start, as it was kept the last time."""
        return self._standing if self.current is None else self.current.standing

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
        self.current = None

        def work() -> Found | None:
            self._services = services()
            self._has_services = True
            last = self._services.last_shown()
            return None if last is None else _found(self._services, self._services.open(last))

        self._open_data = work

        def shown(opened: OpenAssessment | None) -> None:
            if opened is not None:
                self.current = opened
                self.opened.emit(opened)
            # The page is painted before the imports take the processor.
            QTimer.singleShot(0, lambda: self._lane.submit(work, self._started, self.refused.emit))

        self._lane.submit(first, shown, self.refused.emit)

    def reopen_data(self, services: Callable[[], Assessments], then: Callable[[], None]) -> None:
        """Open other data in the place of those that were open; `services` brings them.

        `then` runs once they are shown; `not_saved` says why those of before still are.
        """

        def work() -> Found:
            self._services = services()
            last = self._services.last_shown()
            assert last is not None  # data without an assessment are refused before
            return _found(self._services, self._services.open(last))

        self._open(work, then)

    def begin(self, name: str, year: int, content: bytes, profile: Profile) -> None:
        """Make a structure and the draft of its first year."""

        def work() -> Found:
            reference = self._services.install(content, "questionnaire")
            opened = self._services.begin_structure(name, year, reference, profile)
            return _found(self._services, opened)

        self._open(work)

    def open_assessment(self, assessment: str) -> None:
        """Open another year, or another structure's."""
        self._open(lambda: _found(self._services, self._services.show(assessment)))

    def begin_year(self, year: int, content: bytes) -> None:
        """Begin another year of the same structure, with its profile and this questionnaire."""
        if self.current is None:
            return
        structure, profile = self.current.structure.id, self.current.profile

        def work() -> Found:
            reference = self._services.install(content, "questionnaire")
            begun = self._services.begin(structure, year, reference, profile)
            return _found(self._services, begun)

        self._open(work)

    # --- Answering --------------------------------------------------------------------

    def intended(self, question: str) -> Answer:
        """The answer as it will be once everything that waits is saved.

        An edit starts from it: what was typed a moment before is part of it.
        """
        for change in self.waiting():
            if change.question == question and change.answer is not None:
                return change.answer
        if self.current is None:
            from cap_desktop.domain.answers import NO_ANSWER

            return NO_ANSWER
        return self.current.answer(question)

    def answer(self, question: str, answer: Answer, label: str = "") -> None:
        """Keep an answer, so that it can be undone."""
        before = self.intended(question)
        if before != answer:
            self.do(
                label or _("réponse changée"),
                lambda: self._record(question, before, answer),
                lambda: self._record(question, answer, before),
            )

    def comment(self, question: str, text: str) -> None:
        """Keep a comment beside the answer."""
        self.answer(question, replace(self.intended(question), comment=text), _("commentaire"))

    def clear(self, question: str) -> None:
        """Take the answer back; its comment and evidence stay."""
        kept = self.intended(question)
        bare = replace(kept, value=None, na=False, reason="", unknown=False)
        self.answer(question, bare, _("réponse effacée"))

    def is_discussed(self, question: str) -> bool:
        """Whether a question is to be talked about, once everything that waits is saved."""
        for change in self.waiting():
            if change.question == question and change.is_discussed is not None:
                return change.is_discussed
        return self.current is not None and self.current.is_discussed(question)

    def discuss(self, question: str, *, discuss: bool) -> None:
        """Note that a question is to be talked about, so that it can be undone."""
        if self.current is not None and self.is_discussed(question) != discuss:
            self.do(
                _("à discuter"),
                lambda: self._mark(question, discuss),
                lambda: self._mark(question, not discuss),
            )

    def add_evidence(self, question: str, source: Path) -> None:
        """Copy a file as evidence, so that it can be undone; done again, it is the copy."""
        by = self.by
        copied: list[EvidenceFile] = []

        def add(year: str) -> OpenAssessment:
            if copied:
                file = copied[0]
                return self._services.evidence.restore(year, question, file.name, file, by)
            added = self._services.evidence.add(year, question, source, by)
            copied.extend(() if added.file is None else (added.file,))
            return added.opened

        def take_off(year: str) -> OpenAssessment:
            if not copied:  # it was there already, or could not be copied
                return self._services.open(year)
            return self._services.evidence.remove(year, question, copied[0].name, by, copied[0])

        self.do(_("preuve ajoutée"), lambda: self._change(add), lambda: self._change(take_off))

    def remove_evidence(self, question: str, name: str) -> None:
        """Take a file off an answer, so that it can be undone; its copy stays."""
        if self.current is None:
            return
        known = (item for item in self.current.evidence if item.question == question)
        file = next((item for item in known if item.name == name), None)
        self.do(
            _("preuve retirée"),
            lambda: self._remove_evidence(question, name, file),
            lambda: self._restore_evidence(question, name, file),
        )

    def restore_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        """Put back a file that was taken off, so that it can be undone."""
        self.do(
            _("preuve remise"),
            lambda: self._restore_evidence(question, name, file),
            lambda: self._remove_evidence(question, name, file),
        )

    def change_profile(self, profile: Profile) -> None:
        """Replace the profile of the year, so that it can be undone."""
        if self.current is not None and self.current.profile != profile:
            before = self.current.profile
            self.do(
                _("profil changé"),
                lambda: self._set_profile(profile),
                lambda: self._set_profile(before),
            )

    def rename(self, name: str) -> None:
        """Give the structure another name, so that it can be undone."""
        if self.current is not None and self.current.structure.name != name:
            before = self.current.structure.name
            self.do(_("nom changé"), lambda: self._rename(name), lambda: self._rename(before))

    def seal(self) -> None:
        """Close the year."""
        self._change(self._services.seal)

    def reopen(self) -> None:
        """Open a closed year again."""
        self._change(self._services.reopen)

    def compare_years(self, one: str, other: str) -> None:
        """Read two years of the structure side by side; `years_compared` brings them."""
        self._ask(
            lambda: self._lane.submit(
                lambda: self._services.compare_years(one, other),
                self.years_compared.emit,
                self.not_saved.emit,
            )
        )

    def _record(self, question: str, before: Answer, after: Answer) -> None:
        by = self.by
        self._change(
            lambda year: self._services.answering.record_answer(year, question, after, by, before),
            question,
            after,
        )

    def _mark(self, question: str, discuss: bool) -> None:
        self._change(
            lambda year: self._services.answering.mark_discussed(
                year, question, self.by, discuss=discuss
            ),
            question,
            is_discussed=discuss,
        )

    def _remove_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        by = self.by
        self._change(lambda year: self._services.evidence.remove(year, question, name, by, file))

    def _restore_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        by = self.by
        self._change(lambda year: self._services.evidence.restore(year, question, name, file, by))

    def _rename(self, name: str) -> None:
        self._change(lambda year: self._services.rename_structure(year, name))

    def _set_profile(self, profile: Profile) -> None:
        self._change(lambda year: self._services.change_profile(year, profile))

    # --- Saving -----------------------------------------------------------------------

    @property
    def unsaved(self) -> int:
        """How many changes are not on the disk yet."""
        return len(self._queue)

    def try_again(self) -> None:
        """Try to save what could not be."""
        self._failure = None
        self._advance()

    def finish(self) -> CapError | None:
        """Save everything that waits, before closing; the error where it cannot be."""
        self._retry.stop()
        self._lane.drain()
        while self._queue:
            if not self._has_services:
                # Closed before the data behind the first page were open.
                try:
                    self._lane.run(self._open_data)
                except CapError as error:
                    return error
            # The first may have run just now: every change says the same when it is made twice.
            try:
                self._lane.run(self._queue[0].work)
            except NotSaved as error:
                return error
            except CapError:
                # Refused for good: the person was told when it was asked, or nobody is there.
                pass
            self._queue.popleft()
        return None

    def do(self, label: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        """Do something that can be undone; the label says it in plain words."""
        self.undo_stack.push(_Step(label, redo, undo))

    def waiting(self) -> Iterator[Change]:
        """The changes of the open year that are not saved yet, the newest first."""
        year = None if self.current is None else self.current.assessment.id
        return (change for change in reversed(self._queue) if change.year == year)

    def keep(
        self,
        work: Callable[[Assessments, str], Result],
        show: Callable[[Result], None],
        action: Action | None = None,
    ) -> None:
        """Change something about the open year in its turn, like an answer; then show it."""
        if self.current is not None:
            year = self.current.assessment.id
            self._wait(Change(lambda: work(self._services, year), show, year, action=action))

    def ask(
        self,
        work: Callable[[Assessments, str], Result],
        show: Callable[[Result], None],
        failed: Callable[[CapError], None] | None = None,
    ) -> None:
        """Read or compute something about the open year off the window's thread."""
        if self.current is not None:
            year = self.current.assessment.id
            self._ask(
                lambda: self._lane.submit(
                    lambda: work(self._services, year), show, failed or self.not_saved.emit
                )
            )

    def show_plan(self, plan: PlanStanding | None) -> None:
        """Take where the plan stands into the standing of the open assessment."""
        if self.current is not None and self.current.standing.plan != plan:
            standing = replace(self.current.standing, plan=plan)
            self._show(replace(self.current, standing=standing))

    def _change(
        self,
        work: Callable[[str], OpenAssessment],
        question: str = "",
        answer: Answer | None = None,
        is_discussed: bool | None = None,
    ) -> None:
        if self.current is None:
            return
        year = self.current.assessment.id
        self._wait(
            Change(lambda: work(year), self._show_year, year, question, answer, is_discussed)
        )

    def _wait(self, change: Change) -> None:
        self._queue.append(change)
        self.saving.emit()
        self._advance()

    def _advance(self) -> None:
        """Run the first change of the queue, unless one runs or the disk refuses."""
        is_free = self.is_ready and not self._is_working and self._failure is None
        if self._queue and is_free:
            self._is_working = True
            self._lane.submit(self._queue[0].work, self._show_saved, self._show_failure)

    def _show_saved(self, brought: object) -> None:
        self._is_working = False
        if not self._queue:
            return  # saved by `finish`, as the window closes
        self._queue.popleft().show(brought)
        if not self._queue:
            self.saved.emit(self._clock().strftime("%H\u00a0h\u00a0%M").lstrip("0"))
        self._advance()

    def _show_year(self, opened: OpenAssessment) -> None:
        if self.current is None or self.current.assessment.id == opened.assessment.id:
            self._show(opened)

    def _show(self, opened: OpenAssessment) -> None:
        self.current = opened
        self.years = tuple(
            opened.assessment if found.id == opened.assessment.id else found for found in self.years
        )
        self.changed.emit(opened)

    def _show_failure(self, error: CapError) -> None:
        self._is_working = False
        if isinstance(error, NotSaved):
            self._failure = error
            self._retry.start()
        elif self._queue:
            self._queue.popleft()
        self.not_saved.emit(error)
        if self.current is not None:
            # The pages go back to what is saved; what was typed stays in its field.
            self.changed.emit(self.current)
        self._advance()

    # --- What was opened --------------------------------------------------------------

    def _open(self, work: Callable[[], Found], then: Callable[[], None] | None = None) -> None:
        """Open something; a second click while it opens asks for nothing more."""

        def shown(found: Found) -> None:
            self._show_found(found)
            if then is not None:
                then()

        if not self._is_opening:
            self._is_opening = True
            self._ask(lambda: self._lane.submit(work, shown, self._show_not_opened))

    def _show_not_opened(self, error: CapError) -> None:
        self._is_opening = False
        self.not_saved.emit(error)

    def _ask(self, ask: Callable[[], None]) -> None:
        """Ask now, or once the data are open."""
        if self.is_ready:
            ask()
        else:
            self._waiting.append(ask)

    def _started(self, found: Found | None) -> None:
        self.is_ready = True
        waiting, self._waiting = self._waiting, []
        for ask in waiting:
            ask()
        self._advance()
        if found is None:
            self._standing = None
            self.nothing_open.emit()
            return
        if self.current is None:
            self._show_found(found)
        else:
            # Nobody waited for the years before; what is open may have changed meanwhile.
            self._take_years(found)
            self.changed.emit(self.current)
        self.ready.emit()

    def _show_found(self, found: Found) -> None:
        self._is_opening = False
        # What is being typed belongs to what was open: it is announced before that changes.
        self.leaving.emit()
        self.current = found.opened
        self._take_years(found)
        self.undo_stack.clear()
        self.opened.emit(self.current)

    def _take_years(self, found: Found) -> None:
        self.years, self.former, self.path = found.years, found.former, found.path


def _found(services: Assessments, opened: OpenAssessment) -> Found:
    """An assessment with the years of its structure and the year before it."""
    years = services.years(opened.structure.id)
    before = [found for found in years if found.year < opened.assessment.year]
    if not before:
        return Found(opened, years)
    path = services.succession(before[0], opened.assessment)
    return Found(opened, years, services.open(before[0].id), path)


class _Step(QUndoCommand):
    """One change that can be taken back."""

    def __init__(self, label: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(label)
        self._redo, self._undo = redo, undo

    def redo(self) -> None:
        self._redo()

    def undo(self) -> None:
        self._undo()
