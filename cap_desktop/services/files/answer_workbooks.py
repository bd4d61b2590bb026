"""Answers out to a workbook: from files to a file, the clock given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.errors import AnswersRefused, FormatUnknown, Problem
from cap_desktop.exchange.answer_workbook.writing import Asked, answer_workbook
from cap_desktop.exchange.input_file import read_json_bytes
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.services.files.questionnaires import load, short_of

ENDING: Final = ".xlsx"


def to_workbook(
    questionnaire_path: Path, answers_path: Path, out: Path, moment: datetime
) -> tuple[Problem, ...]:
    """Write the questionnaire and its answers as a workbook; raises ``FormatUnknown`` and others.

    Returns what would forbid to publish the questionnaire.
    """
    if out.suffix.lower() != ENDING:
        raise FormatUnknown(out, (ENDING,))
    loaded = load(questionnaire_path)
    questionnaire = loaded.questionnaire
    reading = read_answers(read_json_bytes(answers_path), questionnaire)
    if reading.sheet is None:
        raise AnswersRefused(answers_path, reading.problems)
    if reading.short:
        short_of(questionnaire_path, questionnaire, reading.short)
    asked = Asked(questionnaire, reading.sheet, reading.short)
    write_whole(out, answer_workbook(asked, moment))
    return loaded.problems
