"""What a person can do to the answer of one question, said to the session."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerValue
from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.gui.session.save_queue import Foreseen
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.words.states import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from cap_desktop.services.local.assessments import Assessments
    from cap_desktop.services.local.open_assessment import OpenAssessment


class AnsweringPresenter:
    """Each starts from the answer as it was last asked for, saved yet or not.

    Each can be undone.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def give(self, question: str, value: AnswerValue | None, run: object = None) -> None:
        """Answer, which takes « non applicable » and « je ne sais pas » away."""
        kept = self._session.intended(question)
        given = replace(kept, value=value, na=False, reason="", unknown=False)
        self.put(question, given, _("réponse changée"), run)

    def say_not_applicable(self, question: str, reason: str, run: object = None) -> None:
        """Say that the question does not apply, and why."""
        kept = self._session.intended(question)
        given = replace(kept, value=None, unknown=False, na=True, reason=reason)
        self.put(question, given, _(NOT_APPLICABLE).lower(), run)

    def say_applicable(self, question: str) -> None:
        """Take « non applicable » back."""
        kept = self._session.intended(question)
        self.put(question, replace(kept, na=False, reason=""), _("à répondre"))

    def turn_unknown(self, question: str) -> None:
        """Say that nobody knows, or take it back."""
        kept = self._session.intended(question)
        given = replace(kept, value=None, na=False, reason="", unknown=not kept.unknown)
        self.put(question, given, _(UNKNOWN).lower())

    def comment(self, question: str, text: str, run: object = None) -> None:
        """Note something beside the answer."""
        kept = self._session.intended(question)
        self.put(question, replace(kept, comment=text), _("commentaire"), run)

    def aim(self, question: str, target: Fraction | None) -> None:
        """Set the structure's own target, or none."""
        kept = self._session.intended(question)
        self.put(question, replace(kept, target=target), _("cible"))

    def clear(self, question: str) -> None:
        """Take the answer back; what was noted beside it stays."""
        kept = self._session.intended(question)
        bare = replace(kept, value=None, na=False, reason="", unknown=False)
        self.put(question, bare, _("réponse effacée"))

    def put(self, question: str, answer: Answer, label: str, run: object = None) -> None:
        """Keep an answer whole; the label says in plain words what was done.

        What is typed in one `run` is undone at once.
        """
        before = self._session.intended(question)
        if before != answer:
            self._session.do(
                label,
                lambda: self._record(question, before, answer),
                lambda: self._record(question, answer, before),
                run,
            )

    def discuss(self, question: str, *, discuss: bool) -> None:
        """Note that a question is to be talked about, or no longer."""
        is_open = self._session.current is not None
        if is_open and self._session.is_discussed(question) != discuss:
            self._session.do(
                _("à discuter"),
                lambda: self._mark(question, discuss),
                lambda: self._mark(question, not discuss),
            )

    def turn_discussed(self, question: str) -> None:
        """Put the question on the list to talk about, or take it off."""
        self.discuss(question, discuss=not self._session.is_discussed(question))

    # --- Evidence ---------------------------------------------------------------------

    def add_evidence(self, question: str, source: Path) -> None:
        """Copy a file as evidence; done again after it was undone, it is the copy."""
        by, change = self._session.by, self._session.change_year
        copied: list[EvidenceFile] = []

        def add(services: Assessments, year: str) -> OpenAssessment:
            if copied:
                file = copied[0]
                return services.evidence.restore(year, question, file.name, file, by)
            added = services.evidence.add(year, question, source, by)
            copied.extend(() if added.file is None else (added.file,))
            return added.opened

        def take_off(services: Assessments, year: str) -> OpenAssessment:
            if not copied:  # it was there already, or could not be copied
                return services.open(year)
            return services.evidence.remove(year, question, copied[0].name, by, copied[0])

        self._session.do(_("preuve ajoutée"), lambda: change(add), lambda: change(take_off))

    def remove_evidence(self, question: str, name: str) -> None:
        """Take a file off an answer; its copy stays."""
        opened = self._session.current
        if opened is None:
            return
        known = (item for item in opened.evidence if item.question == question)
        file = next((item for item in known if item.name == name), None)
        self._session.do(
            _("preuve retirée"),
            lambda: self._remove_evidence(question, name, file),
            lambda: self._restore_evidence(question, name, file),
        )

    def restore_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        """Put back a file that was taken off."""
        self._session.do(
            _("preuve remise"),
            lambda: self._restore_evidence(question, name, file),
            lambda: self._remove_evidence(question, name, file),
        )

    def _remove_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        by = self._session.by
        self._session.change_year(
            lambda services, year: services.evidence.remove(year, question, name, by, file)
        )

    def _restore_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        by = self._session.by
        self._session.change_year(
            lambda services, year: services.evidence.restore(year, question, name, file, by)
        )

    # --- Keeping ----------------------------------------------------------------------

    def _record(self, question: str, before: Answer, after: Answer) -> None:
        by = self._session.by
        self._session.change_year(
            lambda services, year: services.answering.record_answer(
                year, question, after, by, before
            ),
            Foreseen(question, after),
        )

    def _mark(self, question: str, discuss: bool) -> None:
        by = self._session.by
        self._session.change_year(
            lambda services, year: services.answering.mark_discussed(
                year, question, by, discuss=discuss
            ),
            Foreseen(question, is_discussed=discuss),
        )
