"""What was damaged in the data that are open: named, and taken back from a copy where one has it.

Runs on the storage lane. The rows themselves were met when the data were opened: what could be
proven is as it was written, and any other one is set aside, its place empty.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from cap_desktop.domain.questionnaire.installed import read_installed
from cap_desktop.paths import day_of
from cap_desktop.storage.local.damage import Content
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.mending import row_in_copies, rows_in_copies
from cap_desktop.storage.local.rows import answer_of
from cap_desktop.storage.local.set_aside import AsideRow
from cap_desktop.storage.local.transaction import Transaction
from cap_desktop.words.answers import value_words
from cap_desktop.words.damaged import damaged_name
from cap_desktop.words.days import day_numbers

COUNTED = 20
"""Of how many things the copies are counted: each one opens all of them."""


@dataclass(frozen=True, slots=True)
class DamagedItem:
    """Something that was damaged; ``name`` says it inside a sentence: « la réponse à “…” de 2025 ».

    ``is_mended`` where it is as it was written, and only told. Else its place is empty, and
    ``copy`` is the day of the newest copy that has it, as it was then: ``then`` and ``comment``
    say the answer of that day. ``assessment`` and ``question`` are where it belongs, where known.
    """

    number: int
    kind: str
    name: str
    structure: str
    year: int | None
    is_mended: bool
    copy: date | None
    assessment: str = ""
    question: str = ""
    then: str = ""
    comment: str = ""
    copies: int = 0
    """In how many copies it is the same, where they were counted; the oldest is of ``since``."""
    since: date | None = None
    is_sealed: bool = False
    """Whether it is of a closed year: its scores were frozen, and stay."""


class IntactYear(NamedTuple):
    """A year, and how many of its answers are as they were written."""

    structure: str
    year: int
    answers: int


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What is to be told, with the copies of the first of it, and what was found whole."""

    items: tuple[DamagedItem, ...]
    intact: tuple[IntactYear, ...]


class DamageService:
    """What was met when one database was opened."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self) -> tuple[DamagedItem, ...]:
        """What is to be told, the first met first; nothing where all is whole."""
        with self._database.begin() as tx:
            return tuple(self._item(tx, row) for row in tx.set_aside.told())

    def report(self) -> DamageReport:
        """What is to be told, with how many copies have the first of it, and what is whole.

        Every answer that stands was compared with its digest when the data were opened.
        """
        with self._database.begin() as tx:
            told = tx.set_aside.told()
            items = [self._item(tx, row) for row in told]
            empty = [rank for rank, item in enumerate(items) if not item.is_mended]
            for rank in empty[:COUNTED]:
                items[rank] = self._counted(items[rank], told[rank])
            intact = tuple(
                IntactYear(structure.name, year.year, tx.answers.count_of(year.id))
                for structure in tx.structures.all()
                for year in tx.assessments.of(structure.id)
            )
        return DamageReport(tuple(items), intact)

    def _counted(self, item: DamagedItem, row: AsideRow) -> DamagedItem:
        """The same with how many copies have it as the newest one does, and since when."""
        held = list(rows_in_copies(self._database.path, row.kind, row.content))
        days = [day_of(copy) for copy, found in held if found == held[0][1]]
        known = [day for day in days if day is not None]
        return replace(item, copies=len(days), since=min(known, default=None))

    def take_from_copy(self, number: int) -> bool:
        """Put back what the newest copy has; False where none has it, or the place is filled.

        The data are then to be opened anew: what was counted without it is no longer true.
        """
        with self._database.begin() as tx:
            row = next((row for row in tx.set_aside.told() if row.number == number), None)
            if row is None or row.state == "mended":
                return False
            found = row_in_copies(self._database.path, row.kind, row.content)
            if found is None:
                return False
            tx.set_aside.put_back(row.kind, found[1])
            tx.set_aside.settle(number)
            return True

    def leave(self, number: int) -> None:
        """Tell of it no more; what was set aside stays."""
        with self._database.begin() as tx:
            tx.set_aside.settle(number)

    def _item(self, tx: Transaction, row: AsideRow) -> DamagedItem:
        is_mended = row.state == "mended"
        held = None if is_mended else row_in_copies(self._database.path, row.kind, row.content)
        year, structure, about, is_sealed = _place(tx, row.kind, row.content)
        then, comment = ("", "") if held is None else _answer(tx, row.kind, held[1])
        return DamagedItem(
            row.number,
            row.kind,
            damaged_name(row.kind, year, about),
            structure,
            year,
            is_mended,
            None if held is None else day_of(held[0]),
            _legible(row.content.get("assessment_id", "")),
            _legible(row.content.get("question", "")),
            then,
            comment,
            is_sealed=is_sealed,
        )


def _place(tx: Transaction, kind: str, content: Content) -> tuple[int | None, str, str, bool]:
    """The year of a row, its structure, what it is about, and whether the year is closed."""
    of_year = content.get("id" if kind in ("results", "assessment") else "assessment_id")
    for structure in tx.structures.all():
        if content.get("structure_id" if kind != "structure" else "id") == structure.id:
            year = content.get("year")
            number = year if isinstance(year, int) else None
            return number, structure.name, structure.name, False
        for assessment in tx.assessments.of(structure.id):
            if assessment.id == of_year:
                title = _title(tx, assessment.questionnaire, kind, content)
                is_sealed = assessment.is_sealed
                return assessment.year, structure.name, title, is_sealed
    return None, "", _legible(content.get("question") or content.get("name") or ""), False


def _answer(tx: Transaction, kind: str, content: Content) -> tuple[str, str]:
    """What a row of a copy answers, and its comment; nothing where it is no answer."""
    reference = next(
        (
            year.questionnaire
            for one in tx.structures.all()
            for year in tx.assessments.of(one.id)
            if year.id == content.get("assessment_id")
        ),
        None,
    )
    if kind != "answer" or reference is None:
        return "", ""
    known = read_installed(tx.questionnaires.content(reference))
    question = str(content["question"])
    try:
        answer = answer_of(str(content["record"]), question, known)
    except (KeyError, ValueError):
        return "", ""
    entry = known.outline.by_id[question]
    return value_words(entry, answer.value, day_numbers), answer.comment or ""


def _title(tx: Transaction, reference: str, kind: str, content: Content) -> str:
    """The question that an answer is about, or the name of a piece of evidence."""
    if kind == "evidence":
        return _legible(content["name"])
    question = content.get("question")
    if question is None:
        return ""
    known = read_installed(tx.questionnaires.content(reference)).outline.by_id
    found = known.get(str(question))
    return _legible(question) if found is None else found.question.title


def _legible(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode()
