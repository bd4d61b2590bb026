"""Answering: each answer is one transaction, saved once the call returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cap_desktop.domain.answers.answer_parsing import answer_problems
from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, AnswerSheet, merged
from cap_desktop.domain.answers.assessment import KeptAnswer, Typed
from cap_desktop.domain.questionnaire.fields import ID_LIMIT
from cap_desktop.domain.questionnaire.nearest import unknown
from cap_desktop.domain.questionnaire.outline import Outline, QuestionEntry
from cap_desktop.domain.text import cut, showable
from cap_desktop.errors import AnswerRejected
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.kept_texts import text_problems
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.services.local.opened_years import OpenedYears
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.transaction import Transaction

Edit = Callable[[KeptAnswer], KeptAnswer]


class Answering:
    """The answers of the drafts of one database; runs on the storage lane.

    Every call raises ``AssessmentSealed`` where the year is closed, and ``NotSaved``.
    """

    def __init__(self, database: Database, years: OpenedYears, clock: Clock) -> None:
        self._database = database
        self._years = years
        self._clock = clock

    def record_answer(
        self,
        assessment: str,
        question: str,
        answer: Answer,
        by: str,
        before: Answer | None = None,
    ) -> OpenAssessment:
        """Keep an answer and return everything computed anew.

        With ``before``, the answer that was changed, only what differs from it is changed.
        Raises ``AnswerRejected``.
        """

        def edit(kept: KeptAnswer) -> KeptAnswer:
            new = answer if before is None else merged(before, answer, kept.answer)
            return replace(kept, answer=new)

        return self._change(assessment, question, by, edit)

    def record_sheet(self, assessment: str, sheet: AnswerSheet, by: str) -> OpenAssessment:
        """Keep a whole sheet of answers, in one transaction.

        Raises ``AnswerRejected`` at the first answer that cannot be.
        """
        with self._database.begin() as tx:
            found = self._years.draft(tx, assessment)
            outline = self._years.questionnaire(tx, found.questionnaire).outline
            for name, answer in sheet.answers.items():
                self._require(outline, name, answer)
                tx.answers.put(assessment, KeptAnswer(name, answer, False, self._now(), by))
            return self._years.kept(tx, found)

    def take_answers(self, sheets: Mapping[str, AnswerSheet], by: str) -> None:
        """Keep answers of several years as they were once, in one transaction.

        Whether they are to be talked about stays as it is. Raises ``AnswerRejected``.
        """
        with self._database.begin() as tx:
            for assessment, sheet in sheets.items():
                found = self._years.draft(tx, assessment)
                questionnaire = self._years.questionnaire(tx, found.questionnaire)
                for name, answer in sheet.answers.items():
                    self._require(questionnaire.outline, name, answer)
                    before = tx.answers.get(assessment, name, questionnaire)
                    discuss = before is not None and before.discuss
                    kept = KeptAnswer(name, answer, discuss, self._now(), by)
                    tx.answers.put(assessment, kept)
                self._years.kept(tx, found)

    def leave_unfinished(
        self, assessment: str, question: str, part: str, typed: Typed
    ) -> OpenAssessment:
        """Keep what is typed and is no answer yet, or forget it where nothing is."""
        with self._database.begin() as tx:
            found = self._years.draft(tx, assessment)
            tx.unfinished.put(assessment, question, part, typed)
            return self._years.kept(tx, found)

    def mark_discussed(
        self, assessment: str, question: str, by: str, *, discuss: bool
    ) -> OpenAssessment:
        """Note that a question is to be talked about, or no longer."""
        return self._change(assessment, question, by, lambda kept: replace(kept, discuss=discuss))

    def edited(
        self, tx: Transaction, assessment: str, question: str, by: str, edit: Edit
    ) -> OpenAssessment:
        """Change what is kept for a question, within a transaction."""
        found = self._years.draft(tx, assessment)
        questionnaire = self._years.questionnaire(tx, found.questionnaire)
        _asked(questionnaire.outline, question)
        before = tx.answers.get(assessment, question, questionnaire)
        kept = edit(before or KeptAnswer(question, NO_ANSWER, False, "", ""))
        self._require(questionnaire.outline, question, kept.answer)
        tx.answers.put(assessment, replace(kept, updated_at=self._now(), updated_by=by))
        return self._years.kept(tx, found)

    def _change(self, assessment: str, question: str, by: str, edit: Edit) -> OpenAssessment:
        with self._database.begin() as tx:
            return self.edited(tx, assessment, question, by, edit)

    def _require(self, outline: Outline, question: str, answer: Answer) -> None:
        entry = _asked(outline, question)
        problems = list(text_problems(answer, question))
        problems = problems or answer_problems(entry.question, answer, question)
        if problems:
            raise AnswerRejected(question, tuple(problems))

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def _asked(outline: Outline, question: str) -> QuestionEntry:
    entry = outline.by_id.get(question)
    if entry is None:
        name = showable(cut(question, ID_LIMIT))
        raise AnswerRejected(name, (unknown(name, "question", name, outline.by_id),))
    return entry
