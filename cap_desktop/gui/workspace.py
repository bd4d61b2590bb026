"""What is open: takes intents, calls the services on the storage lane, says what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cap_desktop.domain.answers import NO_ANSWER, Answer, Profile
from cap_desktop.domain.assessment import Assessment, EvidenceFile, KnownStructure
from cap_desktop.errors import CapError
from cap_desktop.gui.lanes import StorageLane
from cap_desktop.i18n import _
from cap_desktop.services.assessments import Assessments, OpenAssessment

UNDO_STEPS = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What opening an assessment brings; ``structures`` pairs each with its newest year."""

    opened: OpenAssessment
    years: tuple[Assessment, ...]
    former: OpenAssessment | None
    structures: tuple[tuple[KnownStructure, str], ...]


class Workspace(QObject):
    """Holds the last saved state of the open assessment; pages show it and nothing else."""

    nothing_open = Signal()
    opened = Signal(object)
    changed = Signal(object)
    saving = Signal()
    saved = Signal(str)
    not_saved = Signal(object)

    def __init__(
        self,
        services: Assessments,
        lane: StorageLane,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._lane = lane
        self._clock = clock
        self.current: OpenAssessment | None = None
        self.years: tuple[Assessment, ...] = ()
        self.former: OpenAssessment | None = None
        self.structures: tuple[tuple[KnownStructure, str], ...] = ()
        self.by = _("Direction")
        self._asked: dict[str, Answer] = {}
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)

    # --- Intents ---------------------------------------------------------------------

    def start(self) -> None:
        """Open the newest assessment of the first structure, or say that there is none."""
        self._lane.submit(self._newest, self._show_newest, self.not_saved.emit)

    def begin(self, name: str, year: int, content: bytes, profile: Profile) -> None:
        """Make a structure and the draft of its first year."""

        def work() -> Found:
            reference = self._services.install(content, "questionnaire")
            structure = self._services.add_structure(name)
            opened = self._services.begin(structure.id, year, reference, profile)
            return self._found(opened.assessment.id)

        self._lane.submit(work, self._show_newest, self.not_saved.emit)

    def open_assessment(self, assessment: str) -> None:
        """Open another year, or another structure's."""
        self._lane.submit(lambda: self._found(assessment), self._show_newest, self.not_saved.emit)

    def begin_year(self, year: int, content: bytes) -> None:
        """Begin another year of the same structure, with its profile and this questionnaire."""
        if self.current is None:
            return
        structure, profile = self.current.structure.id, self.current.profile

        def work() -> Found:
            reference = self._services.install(content, "questionnaire")
            begun = self._services.begin(structure, year, reference, profile)
            return self._found(begun.assessment.id)

        self._lane.submit(work, self._show_newest, self.not_saved.emit)

    def intended(self, question: str) -> Answer:
        """The answer as it was last asked for, saved yet or not: what a change starts from."""
        if self.current is None:
            return NO_ANSWER
        return self._asked.get(question, self.current.answer(question))

    def answer(self, question: str, answer: Answer, label: str = "") -> None:
        """Keep an answer, so that it can be undone."""
        if self.current is None:
            return
        before = self.intended(question)
        if before == answer:
            if question in self._asked:
                # Asked for already and not saved: asking again is no new step of undo.
                self.record(question, answer)
            return
        text = label or _("réponse changée")
        self.undo_stack.push(_AnswerCommand(self, question, before, answer, text))

    def comment(self, question: str, text: str) -> None:
        """Keep a comment beside the answer."""
        if self.current is not None:
            kept = self.intended(question)
            self.answer(question, replace(kept, comment=text), _("commentaire"))

    def clear(self, question: str) -> None:
        """Take the answer back; its comment and evidence stay."""
        if self.current is not None:
            kept = self.intended(question)
            bare = replace(NO_ANSWER, comment=kept.comment, evidence=kept.evidence)
            self.answer(question, bare, _("réponse effacée"))

    def discuss(self, question: str, *, discuss: bool) -> None:
        """Note that a question is to be talked about."""
        assessment = self._draft()
        if assessment is not None:
            self._save(
                lambda: self._services.mark_discussed(
                    assessment, question, self.by, discuss=discuss
                )
            )

    def add_evidence(self, question: str, source: Path) -> None:
        """Copy a file as evidence."""
        assessment = self._draft()
        if assessment is not None:
            self._save(lambda: self._services.add_evidence(assessment, question, source, self.by))

    def remove_evidence(self, question: str, name: str) -> None:
        """Take a file off an answer; its copy stays."""
        assessment = self._draft()
        if assessment is not None:
            self._save(lambda: self._services.remove_evidence(assessment, question, name, self.by))

    def restore_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        """Put back a file that was taken off."""
        assessment = self._draft()
        if assessment is not None:
            self._save(
                lambda: self._services.restore_evidence(assessment, question, name, file, self.by)
            )

    def change_profile(self, profile: Profile) -> None:
        """Replace the profile of the year."""
        assessment = self._draft()
        if assessment is not None:
            self._save(lambda: self._services.change_profile(assessment, profile))

    def seal(self) -> None:
        """Close the year."""
        assessment = self._draft()
        if assessment is not None:
            self._save(lambda: self._services.seal(assessment))

    def reopen(self) -> None:
        """Open a closed year again."""
        assessment = self._draft()
        if assessment is not None:
            self._save(lambda: self._services.reopen(assessment))

    # --- Working ----------------------------------------------------------------------

    def record(self, question: str, answer: Answer) -> None:
        """Store an answer without a step of undo: what the steps themselves call."""
        assessment, opened = self._draft(), self.current
        if assessment is None or opened is None:
            return
        # Files come and go by intents of their own: no step of undo takes them along.
        whole = replace(answer, evidence=opened.answer(question).evidence)
        self._asked[question] = whole

        def work() -> OpenAssessment:
            return self._services.record_answer(assessment, question, whole, self.by)

        def done(saved: OpenAssessment) -> None:
            if self._asked.get(question) == whole:
                del self._asked[question]
            self._show_saved(saved)

        self.saving.emit()
        self._lane.submit(work, done, self._show_failure)

    def _draft(self) -> str | None:
        return None if self.current is None else self.current.assessment.id

    def _save(self, work: Callable[[], OpenAssessment]) -> None:
        self.saving.emit()
        self._lane.submit(work, self._show_saved, self._show_failure)

    def _show_saved(self, opened: OpenAssessment) -> None:
        self.current = opened
        self.years = tuple(
            opened.assessment if found.id == opened.assessment.id else found for found in self.years
        )
        self.changed.emit(opened)
        self.saved.emit(self._clock().strftime("%H\u00a0h\u00a0%M").lstrip("0"))

    def _show_failure(self, error: CapError) -> None:
        self.not_saved.emit(error)
        if self.current is not None:
            # The pages go back to what is saved; what was typed stays in its field.
            self.changed.emit(self.current)

    def _newest(self) -> Found | None:
        for structure in self._services.structures():
            years = self._services.years(structure.id)
            if years:
                return self._found(years[0].id)
        return None

    def _found(self, assessment: str) -> Found:
        """An assessment, the years of its structure, and the year before it."""
        opened = self._services.open(assessment)
        years = self._services.years(opened.structure.id)
        before = [found for found in years if found.year < opened.assessment.year]
        former = self._services.open(before[0].id) if before else None
        others = tuple(
            (structure, found[0].id)
            for structure in self._services.structures()
            if (found := self._services.years(structure.id))
        )
        return Found(opened, years, former, others)

    def _show_newest(self, found: Found | None) -> None:
        if found is None:
            self.nothing_open.emit()
            return
        self.current, self.years, self.former = found.opened, found.years, found.former
        self.structures = found.structures
        self._asked.clear()
        self.undo_stack.clear()
        self.opened.emit(self.current)


class _AnswerCommand(QUndoCommand):
    """One change of one answer."""

    def __init__(
        self, workspace: Workspace, question: str, before: Answer, after: Answer, label: str
    ) -> None:
        super().__init__(label)
        self._workspace = workspace
        self._question = question
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._workspace.record(self._question, self._after)

    def undo(self) -> None:
        self._workspace.record(self._question, self._before)
