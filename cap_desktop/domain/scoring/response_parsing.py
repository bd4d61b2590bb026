"""The responses of several people to one question, read from a file (format.md §5)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from pydantic import StrictStr

from cap_desktop.domain.answers.answer_parsing import (
    AnswerRecord,
    Raw,
    profile_problems,
    read_answer,
)
from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.fields import GroupSize, Identifier, Record, TextValue
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.record_parsing import read_record
from cap_desktop.domain.questionnaire.strict_json import JsonValue, bare_as_object
from cap_desktop.domain.scoring.dispersion import Response
from cap_desktop.domain.scoring.states import resolve
from cap_desktop.errors import Problem

FORMAT = "cap-responses/1"

_PART, _AXIS, _THEME = "autour_partie", "autour_axe", "autour_theme"
_HOME = f"parts/{_PART}/axes/{_AXIS}/themes/{_THEME}/questions/"
_OUTSIDE = (
    *("show_if", "audience", "crosswalk", "about", "tags", "references", "examples"),
    # It speaks of the agreed set: one person may always say « je ne sais pas ».
    "unknown_allowed",
)
"""Fields that name things of the questionnaire the question was taken from, and score nothing."""


class ResponseRecord(Record):
    """What one person said."""

    role: StrictStr
    answer: AnswerRecord


class RoleRecord(Record):
    """A role and how many answers it takes to show it as a group."""

    id: Identifier
    label: TextValue | None = None
    min_group: GroupSize | None = None


class ResponsesFile(Record):
    """The file of responses, before its question is read; naming the format is optional."""

    FREE = frozenset({"question", "value", "discuss_range"})

    format: Literal["cap-responses/1"] = "cap-responses/1"
    question: Raw
    responses: tuple[ResponseRecord, ...]
    roles: tuple[RoleRecord, ...] = (RoleRecord(id="staff"),)
    discuss_range: Raw = "50"
    profile: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class ResponsesReading:
    """What a file of responses gave; ``responses`` is None where it cannot be used."""

    responses: tuple[Response, ...] | None
    floors: dict[str, int]
    discuss_range: Fraction
    decimals: int
    problems: tuple[Problem, ...]


def read_responses(data: bytes) -> ResponsesReading:
    """Read `{"question": …, "responses": [{"role", "answer"}]}`, refused by name and place.

    Optional ``roles`` give the privacy floors, ``discuss_range`` the range from which to
    discuss, ``profile`` the structure's.
    """
    given = read_record(data, ResponsesFile, FORMAT)
    file = given.record
    if file is None or given.problems:
        return _refused(list(given.problems))
    around = json.dumps(_around(file, given.tree["question"]), default=bare_as_object)
    reading = read_questionnaire(around.encode())
    questionnaire = reading.scorable
    if questionnaire is None:
        return _refused([_at_home(problem) for problem in reading.problems])
    responses, problems = _responses(file, given.tree["responses"], questionnaire)
    problems += profile_problems(questionnaire, file.profile)
    if problems:
        return _refused(problems)
    settings = questionnaire.settings
    return ResponsesReading(
        tuple(responses),
        {role.id: role.floor for role in questionnaire.roles},
        settings.discuss_range,
        settings.decimals,
        (),
    )


def _refused(problems: list[Problem]) -> ResponsesReading:
    return ResponsesReading(None, {}, Fraction(0), 1, tuple(problems))


def _responses(
    file: ResponsesFile, raws: list[JsonValue], questionnaire: Questionnaire
) -> tuple[list[Response], list[Problem]]:
    name = questionnaire.outline.questions[0].id
    responses: list[Response] = []
    problems: list[Problem] = []
    for rank, (record, raw) in enumerate(zip(file.responses, raws, strict=True)):
        answer, wrong = read_answer(questionnaire, name, record.answer, raw["answer"])
        problems += [
            item._replace(place=item.place.replace(f"answers/{name}", f"responses[{rank}]/answer"))
            for item in wrong
        ]
        if not wrong:
            states = resolve(questionnaire, AnswerSheet(file.profile, {name: answer}))
            responses.append(Response(record.role, states[name]))
    return responses, problems


def _around(file: ResponsesFile, question: JsonValue) -> dict[str, Any]:
    """A questionnaire that holds this one question, so that the usual checks are made."""
    if isinstance(question, dict):
        question = {key: value for key, value in question.items() if key not in _OUTSIDE}
    options = _profile_options(file, question)
    fields = [
        {
            "id": name,
            "label": name,
            "kind": "enum",
            "multiple": True,
            "required": False,
            "options": [{"id": option, "label": option} for option in sorted(ids | {"autre"})],
        }
        for name, ids in options.items()
    ]
    theme = {"id": _THEME, "title": "t", "short_title": "t", "questions": [question]}
    axis = {"id": _AXIS, "title": "a", "themes": [theme]}
    return {
        "format": "cap-questionnaire/1",
        "id": "dispersion",
        "version": "1.0.0",
        "title": "t",
        "publisher": {"name": "p"},
        "license": "l",
        "status": "draft",
        "profile_fields": fields,
        "roles": [
            {"id": role.id, "label": role.id}
            | ({} if role.min_group is None else {"min_group": role.min_group})
            for role in file.roles
        ],
        "settings": {
            "bands": [{"id": "b", "from": "0", "title": "b"}],
            "discuss_range": file.discuss_range,
        },
        "parts": [{"id": _PART, "title": "p", "axes": [axis]}],
    }


def _profile_options(file: ResponsesFile, question: JsonValue) -> dict[str, set[str]]:
    """The profile fields that the file or the variants of the question speak of."""
    found: dict[str, set[str]] = {"structure_type": set()}
    for name, values in file.profile.items():
        found.setdefault(name, set()).update(values)
    options = question.get("options") if isinstance(question, dict) else None
    for option in options if isinstance(options, list) else ():
        offered = option.get("profile") if isinstance(option, dict) else None
        if isinstance(offered, list):
            found["structure_type"] |= {name for name in offered if isinstance(name, str)}
    variants = question.get("variants") if isinstance(question, dict) else None
    for variant in variants if isinstance(variants, list) else ():
        if not isinstance(variant, dict):
            continue
        field, options = variant.get("profile"), variant.get("in")
        if isinstance(field, str) and isinstance(options, list):
            ids = {option for option in options if isinstance(option, str)}
            found.setdefault(field, set()).update(ids)
    return found


def _at_home(problem: Problem) -> Problem:
    """Show the place inside the file that was given."""
    place = problem.place.removeprefix("settings/")
    if place.startswith(_HOME):
        _id, _slash, rest = place.removeprefix(_HOME).partition("/")
        place = f"question/{rest}" if rest else "question"
    return problem._replace(place=place)
