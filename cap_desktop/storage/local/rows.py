"""What rows say, as values: the same whichever door to SQLite they came through."""

from __future__ import annotations

import json
from collections.abc import Iterable

from cap_desktop.domain.answers.answer_parsing import AnswerRecord, read_answer
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.assessment import Unfinished
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire


def answer_of(record: str, question: str, questionnaire: Questionnaire) -> Answer:
    """Read what was checked before it was kept: a problem here is a fault of the program."""
    found = AnswerRecord.model_validate_json(record)
    answer, problems = read_answer(questionnaire, question, found, json.loads(record))
    if problems:
        raise ValueError(problems)
    return answer


def profile_of(rows: Iterable[tuple[int, str, str]]) -> Profile:
    """The profile of the newest year among rows of year, field and option, newest first."""
    profile: dict[str, tuple[str, ...]] = {}
    newest: int | None = None
    for year, field, option in rows:
        newest = year if newest is None else newest
        if year == newest:
            profile[field] = (*profile.get(field, ()), option)
    return profile


def unfinished_of(rows: Iterable[tuple[str, str, str]]) -> Unfinished:
    """What is typed and is no answer yet, from rows of question, part and texts."""
    return {(question, part): tuple(json.loads(typed)) for question, part, typed in rows}
