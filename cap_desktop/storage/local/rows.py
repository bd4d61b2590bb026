"""What rows say, as values: the same whichever door to SQLite they came through."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from cap_desktop.domain.answers.answer_parsing import AnswerRecord, read_answer
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.assessment import Unfinished
from cap_desktop.domain.answers.identity import Identity
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


IdentityRow = tuple[str | None, str | None, str | None, str | None, str | None, str | None]
"""The columns of an identity, in the order of its fields."""


def identity_of(row: IdentityRow) -> Identity:
    """What a structure is known by, from its columns: what nobody said is kept as nothing."""
    siret, region, department, agreement, since, until = row
    return Identity(
        siret or "", region or "", department or "", agreement or "", _day(since), _day(until)
    )


def identity_row(identity: Identity) -> IdentityRow:
    """The columns of an identity."""
    siret, region, department, agreement, since, until = identity
    return (
        siret or None,
        region or None,
        department or None,
        agreement or None,
        None if since is None else since.isoformat(),
        None if until is None else until.isoformat(),
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
