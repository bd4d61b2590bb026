"""What a filled workbook would change in the answers of a year, shown before anything is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Literal

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, AnswerSheet
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import BaseQuestion, choice_ids
from cap_desktop.errors import Problem
from cap_desktop.exchange.answer_workbook.reading import WorkbookReading

_Row = tuple[str, str]
Effect = Literal["new", "changed", "erased", "same"]


@dataclass(frozen=True, slots=True)
class ForeseenAnswer:
    """What becomes of one answer; ``place`` is the sheet and the cell of its row."""

    question: str
    place: str
    effect: Effect
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True)
class ForeseenImportance:
    """What becomes of an own importance; None where there is none."""

    target: str
    place: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Preview:
    """Every answer that has a row, in document order, and what is refused, by cell.

    ``sheet`` is the answers as they would be: what has no row stays as it is.
    """

    answers: tuple[ForeseenAnswer, ...]
    importance: tuple[ForeseenImportance, ...]
    refused: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    sheet: AnswerSheet

    def of(self, effect: Effect) -> tuple[ForeseenAnswer, ...]:
        """The answers that have this effect."""
        return tuple(item for item in self.answers if item.effect == effect)

    @property
    def changes_nothing(self) -> bool:
        """True where the workbook says what is already known."""
        return not self.importance and len(self.of("same")) == len(self.answers)


def foresee(
    reading: WorkbookReading, current: AnswerSheet, questionnaire: Questionnaire
) -> Preview:
    """Set a workbook beside the answers of now. A row that is refused changes nothing."""
    refused = {_row_of(problem.place) for problem in reading.problems}
    asked = questionnaire.outline.by_id
    answers = tuple(
        _foreseen(entry.question, reading, current)
        for name, entry in asked.items()
        if name in reading.places and _row_of(reading.places[name]) not in refused
    )
    importance = tuple(_importances(reading, current, refused))
    return Preview(
        answers=answers,
        importance=importance,
        refused=reading.problems,
        notes=reading.notes,
        sheet=AnswerSheet(
            reading.sheet.profile or current.profile,
            {**current.answers, **{item.question: item.after for item in answers}},
            _with(current, importance),
        ),
    )


def _row_of(place: str) -> _Row:
    """The sheet of a cell, and its row."""
    sheet, _mark, cell = place.rpartition("!")
    return sheet, cell.lstrip(ascii_uppercase)


def _foreseen(
    question: BaseQuestion, reading: WorkbookReading, current: AnswerSheet
) -> ForeseenAnswer:
    before = current.of(question.id)
    after = reading.sheet.of(question.id)
    effect: Effect = "changed"
    if in_order(question, before) == in_order(question, after):
        effect, after = "same", before
    elif before == NO_ANSWER:
        effect = "new"
    elif after == NO_ANSWER:
        effect = "erased"
    return ForeseenAnswer(question.id, reading.places[question.id], effect, before, after)


def in_order(question: BaseQuestion, answer: Answer) -> Answer:
    """An answer whose options stand in their own order: they may be ticked in any."""
    if not isinstance(answer.value, tuple):
        return answer
    chosen = answer.value
    return replace(answer, value=tuple(name for name in choice_ids(question) if name in chosen))


def _importances(
    reading: WorkbookReading, current: AnswerSheet, refused: set[_Row]
) -> Iterator[ForeseenImportance]:
    for name, place in reading.places.items():
        before, after = current.importance.get(name), reading.sheet.importance.get(name)
        if before != after and _row_of(place) not in refused:
            yield ForeseenImportance(name, place, before, after)


def _with(current: AnswerSheet, importance: tuple[ForeseenImportance, ...]) -> dict[str, int]:
    known = {**current.importance}
    for item in importance:
        if item.after is None:
            known.pop(item.target, None)
        else:
            known[item.target] = item.after
    return known
