"""What was damaged in the data that are open: named, and taken back from a copy where one has it.

Runs on the storage lane. The rows themselves were met when the data were opened: what could be
proven is as it was written, and any other one is set aside, its place empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cap_desktop.domain.questionnaire.installed import read_installed
from cap_desktop.paths import day_of
from cap_desktop.storage.local.damage import Content
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.mending import row_in_copies
from cap_desktop.storage.local.rows import answer_of
from cap_desktop.storage.local.set_aside import AsideRow
from cap_desktop.storage.local.transaction import Transaction
from cap_desktop.words.answers import value_words
from cap_desktop.words.damaged import damaged_name
from cap_desktop.words.days import day_numbers


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


class DamageService:
    """What was met when one database was opened."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self) -> tuple[DamagedItem, ...]:
        """What is to be told, the first met first; nothing where all is whole."""
        with self._database.begin() as tx:
            return tuple(self._item(tx, row) for row in tx.set_aside.told())

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
        year, structure, about = _place(tx, row.kind, row.content)
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
        )


def _place(tx: Transaction, kind: str, content: Content) -> tuple[int | None, str, str]:
    """The year of a row, its structure, and what it is about."""
    of_year = content.get("id" if kind in ("results", "assessment") else "assessment_id")
    for structure in tx.structures.all():
        if content.get("structure_id" if kind != "structure" else "id") == structure.id:
            year = content.get("year")
            return year if isinstance(year, int) else None, structure.name, structure.name
        for assessment in tx.assessments.of(structure.id):
            if assessment.id == of_year:
                title = _title(tx, assessment.questionnaire, kind, content)
                return assessment.year, structure.name, title
    return None, "", _legible(content.get("question") or content.get("name") or "")


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
