"""Answers and everything that was ever answered before them."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer
from cap_desktop.domain.answers.answer_writing import answer_tree
from cap_desktop.domain.answers.assessment import KeptAnswer, PastChange
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.changes import Line, shortened, whole
from cap_desktop.storage.local.digested import checked, digested
from cap_desktop.storage.local.rows import answer_of


class KeptAnswers:
    """Rows to answers and back; each change leaves a line of history in the same transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, assessment: str, questionnaire: Questionnaire) -> dict[str, KeptAnswer]:
        """The answers of an assessment, by question."""
        table = tables.answers
        rows = self._connection.execute(select(table).where(table.c.assessment_id == assessment))
        return {row.question: _kept(row, questionnaire) for row in rows}

    def get(
        self, assessment: str, question: str, questionnaire: Questionnaire
    ) -> KeptAnswer | None:
        """The answer to one question; None where nothing is kept."""
        table = tables.answers
        asked = (table.c.assessment_id == assessment, table.c.question == question)
        row = self._connection.execute(select(table).where(*asked)).one_or_none()
        return None if row is None else _kept(row, questionnaire)

    def put(self, assessment: str, kept: KeptAnswer) -> None:
        """Keep an answer in the place of the one before, which stays in the history."""
        before = self._record(assessment, kept.question)
        after = _written(kept.answer)
        self._remember(assessment, kept, before, after)
        table = tables.answers
        if kept.answer == NO_ANSWER and not kept.discuss:
            self._connection.execute(
                delete(table).where(
                    table.c.assessment_id == assessment, table.c.question == kept.question
                )
            )
            return
        key = {"assessment_id": assessment, "question": kept.question}
        row = digested(
            "answer",
            **key,
            record=after,
            discuss=int(kept.discuss),
            updated_at=kept.updated_at,
            updated_by=kept.updated_by,
        )
        values = {name: value for name, value in row.items() if name not in key}
        self._connection.execute(
            upsert(table).values(row).on_conflict_do_update(index_elements=[*key], set_=values)
        )

    def count(self) -> int:
        """How many answers are kept, of all years."""
        found = self._connection.execute(select(func.count()).select_from(tables.answers))
        return int(found.scalar_one())

    def count_of(self, assessment: str) -> int:
        """How many answers of an assessment are kept."""
        table = tables.answers
        found = self._connection.execute(
            select(func.count()).select_from(table).where(table.c.assessment_id == assessment)
        )
        return int(found.scalar_one())

    def history(self, assessment: str, questionnaire: Questionnaire) -> tuple[PastChange, ...]:
        """Every change, oldest first; one that damage took its neighbours from is left out."""
        table, kept = tables.history, tables.answers.c
        rows = self._connection.execute(
            select(table).where(table.c.assessment_id == assessment).order_by(table.c.number)
        ).all()
        today = self._connection.execute(
            select(kept.question, kept.record).where(kept.assessment_id == assessment)
        )
        lines = [(row.question, Line(row.before, row.after)) for row in rows]
        found = whole(lines, ((question, record) for question, record in today))
        return tuple(
            PastChange(
                row.question,
                row.at,
                row.by,
                _maybe(line.before, row.question, questionnaire),
                _maybe(line.after, row.question, questionnaire),
            )
            for row, line in zip(rows, found, strict=True)
            if line is not None
        )

    def _record(self, assessment: str, question: str) -> str | None:
        table = tables.answers
        row = self._connection.execute(
            select(table.c.record).where(
                table.c.assessment_id == assessment, table.c.question == question
            )
        ).one_or_none()
        return None if row is None else str(row.record)

    def _remember(self, assessment: str, kept: KeptAnswer, before: str | None, after: str) -> None:
        if before == after:
            return
        line = shortened(before, after)
        self._connection.execute(
            insert(tables.history).values(
                digested(
                    "history",
                    assessment_id=assessment,
                    question=kept.question,
                    at=kept.updated_at,
                    by=kept.updated_by,
                    before=line.before,
                    after=line.after,
                )
            )
        )


def _kept(row: Row[Any], questionnaire: Questionnaire) -> KeptAnswer:
    checked("answer", row)
    return KeptAnswer(
        question=row.question,
        answer=answer_of(row.record, row.question, questionnaire),
        discuss=bool(row.discuss),
        updated_at=row.updated_at,
        updated_by=row.updated_by,
    )


def _written(answer: Answer) -> str:
    return json.dumps(answer_tree(answer), ensure_ascii=False, separators=(",", ":"))


def _maybe(text: str | None, question: str, questionnaire: Questionnaire) -> Answer | None:
    return None if text is None else answer_of(text, question, questionnaire)
