"""Answers out to a workbook: from files to a file, the clock given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from cap_desktop.errors import FormatUnknown, Problem
from cap_desktop.exchange.answer_workbook.writing import Asked, answer_workbook
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.services.files.questionnaires import answers_in, load, short_of

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
    sheet, short = answers_in(answers_path, questionnaire)
    if short:
        short_of(questionnaire_path, questionnaire, short)
    write_whole(out, answer_workbook(Asked(questionnaire, sheet, short), moment))
    return loaded.problems
