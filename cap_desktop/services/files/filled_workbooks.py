"""A filled workbook back to answers, or what it would change. No library of workbooks is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.answers.answer_writing import sheet_bytes
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import (
    FileTooLarge,
    Problem,
    WorkbookRefused,
    WorkbookUnreadable,
)
from cap_desktop.exchange.answer_workbook.preview import Preview, foresee
from cap_desktop.exchange.answer_workbook.reading import WorkbookReading, read_answer_workbook
from cap_desktop.exchange.input_file import WORKBOOK_LIMIT, read_workbook_bytes
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.exchange.spreadsheet.cells import TooLargeError, UnreadableError
from cap_desktop.services.files.questionnaires import load, short_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What a workbook gave and was written: how many answers, and what whoever sent it should know.

    ``problems`` would forbid to publish the questionnaire.
    """

    count: int
    notes: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def from_workbook(questionnaire_path: Path, workbook_path: Path, out: Path) -> Taken:
    """Read a filled workbook and write its answers, or nothing at all.

    Raises ``WorkbookRefused`` where a cell cannot be taken, ``WorkbookUnreadable`` for what is no
    workbook.
    """
    loaded = load(questionnaire_path)
    questionnaire = loaded.questionnaire
    reading = read_workbook(workbook_path, questionnaire)
    if reading.problems:
        raise WorkbookRefused(workbook_path, reading.problems)
    if reading.short:
        short_of(questionnaire_path, questionnaire, reading.short)
    write_whole(out, sheet_bytes(reading.sheet, questionnaire, reading.short))
    return Taken(len(reading.sheet.answers), reading.notes, loaded.problems)


def read_workbook(path: Path, questionnaire: Questionnaire) -> WorkbookReading:
    """Read a filled workbook, also one that has cells to refuse."""
    data = read_workbook_bytes(path)
    try:
        return read_answer_workbook(data, questionnaire)
    except UnreadableError as error:
        raise WorkbookUnreadable(path) from error
    except TooLargeError as error:
        raise FileTooLarge(path, WORKBOOK_LIMIT) from error


def previewed(path: Path, current: AnswerSheet, questionnaire: Questionnaire) -> Preview:
    """What a filled workbook would change in the answers of now; nothing is written."""
    return foresee(read_workbook(path, questionnaire), current, questionnaire)
