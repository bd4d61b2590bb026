"""Some answers of a copy, taken back one by one: the rest of today stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, AnswerSheet
from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.questionnaire.installed import read_installed
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.storage.local.copy_state import Contents, contents_of
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.rows import answer_of
from cap_desktop.storage.local.transaction import Transaction
from cap_desktop.words.answers import answer_words
from cap_desktop.words.days import day_numbers

Chosen = Sequence[tuple[str, str]]
"""Assessments and questions."""


@dataclass(frozen=True, slots=True)
class AnswerThen:
    """An answer of an open year that a copy has otherwise, in words."""

    assessment: str
    question: str
    title: str
    structure: str
    year: int
    now: str
    then: str
    comment_now: str
    comment_then: str


def answers_then(database: Database, copy: Path) -> tuple[AnswerThen, ...]:
    """What can be taken back from a copy, in the order of the questionnaire.

    A closed year does not change, and an answer that the copy lacks is not taken away. Raises
    ``DatabaseDamaged`` or ``NotOpened``.
    """
    then = contents_of(copy)
    with database.begin() as tx:
        return tuple(_answers_then(tx, then))


def sheets_then(database: Database, copy: Path, chosen: Chosen) -> dict[str, AnswerSheet]:
    """The chosen answers as a copy has them, by their assessment; raises as ``answers_then``."""
    then, wanted = contents_of(copy), set(chosen)
    sheets: dict[str, dict[str, Answer]] = {}
    with database.begin() as tx:
        for year, _name, known in _drafts(tx):
            for question, answer in _held(then, year, known):
                if (year.id, question) in wanted:
                    sheets.setdefault(year.id, {})[question] = answer
    return {assessment: AnswerSheet(answers=answers) for assessment, answers in sheets.items()}


def _answers_then(tx: Transaction, then: Contents) -> Iterator[AnswerThen]:
    for year, name, known in _drafts(tx):
        kept = tx.answers.of(year.id, known)
        for question, answer in _held(then, year, known):
            today = kept[question].answer if question in kept else NO_ANSWER
            if answer in (today, NO_ANSWER):
                continue
            entry = known.outline.by_id[question]
            yield AnswerThen(
                year.id,
                question,
                entry.question.title,
                name,
                year.year,
                answer_words(entry, today, day_numbers),
                answer_words(entry, answer, day_numbers),
                today.comment or "",
                answer.comment or "",
            )


def _drafts(tx: Transaction) -> Iterator[tuple[Assessment, str, Questionnaire]]:
    read: dict[str, Questionnaire] = {}
    for structure in tx.structures.all():
        for year in tx.assessments.of(structure.id):
            if not year.is_sealed:
                reference = year.questionnaire
                if reference not in read:
                    read[reference] = read_installed(tx.questionnaires.content(reference))
                yield year, structure.name, read[reference]


def _held(then: Contents, year: Assessment, known: Questionnaire) -> Iterator[tuple[str, Answer]]:
    """What a copy has of a year, as far as its questionnaire of today asks for it."""
    for question in known.outline.by_id:
        cell = then.answers.get(((year.structure, year.year), question))
        if cell is None:
            continue
        _discuss, _space, record = str(cell).partition(" ")
        try:
            yield question, answer_of(record, question, known)
        except ValueError:
            continue  # of another version of the questionnaire
