"""The responses of several people to one question, read from a file (format.md §5)."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from pydantic import ValidationError

from cap_desktop.domain.answer_reading import AnswerRecord, profile_problems, read_answer
from cap_desktop.domain.answers import AnswerSheet
from cap_desktop.domain.dispersion import Response
from cap_desktop.domain.places import segment
from cap_desktop.domain.reading import read_questionnaire
from cap_desktop.domain.refusals import describe, location_of
from cap_desktop.domain.source import Tree, bare_as_object, read_source
from cap_desktop.domain.states import resolve
from cap_desktop.errors import Problem

_HOME = "parts/p/axes/a/themes/t/questions/"
_OUTSIDE = ("show_if", "audience", "crosswalk", "tags")
"""Fields that name things of the questionnaire the question was taken from."""

_FIELDS = frozenset({"question", "responses", "roles", "discuss_range", "profile", "format"})
_DEFAULT_ROLES: list[Tree] = [{"id": "staff", "label": "staff", "min_group": 3}]


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
    source = read_source(data, segment)
    tree, problems = source.tree, list(source.problems)
    if not isinstance(tree, dict):
        return _refused(problems or [Problem("E-FORMAT", "", "type", name="question")])
    problems += [Problem("E-UNKNOWN-FIELD", key, name=key) for key in tree if key not in _FIELDS]
    problems += [
        Problem("E-MISSING", key, "questionnaire", name=key)
        for key in ("question", "responses")
        if key not in tree
    ]
    if problems:
        return _refused(problems)
    reading = read_questionnaire(json.dumps(_around(tree), default=bare_as_object).encode())
    questionnaire = reading.scorable
    if questionnaire is None:
        return _refused([_at_home(problem) for problem in reading.problems])
    profile = {name: tuple(values) for name, values in _profile(tree).items()}
    problems += profile_problems(questionnaire, profile)
    name = questionnaire.outline.questions[0].id
    responses: list[Response] = []
    for rank, raw in enumerate(tree["responses"]):
        role, record, found = _response(tree, rank, raw)
        problems += found
        if record is None:
            continue
        answer, wrong = read_answer(questionnaire, name, record, raw["answer"])
        problems += [
            replace(item, place=item.place.replace(f"answers/{name}", f"responses[{rank}]/answer"))
            for item in wrong
        ]
        if not wrong:
            states = resolve(questionnaire, AnswerSheet(profile, {name: answer}))
            responses.append(Response(role, states[name]))
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


def _profile(tree: Tree) -> dict[str, list[str]]:
    profile = tree.get("profile", {})
    return profile if isinstance(profile, dict) else {}


def _around(tree: Tree) -> dict[str, Any]:
    """A questionnaire that holds this one question, so that the usual checks are made."""
    question = tree["question"]
    if isinstance(question, dict):
        question = {key: value for key, value in question.items() if key not in _OUTSIDE}
    options = {option for values in _profile(tree).values() for option in values}
    settings: dict[str, Any] = {"bands": [{"id": "b", "from": "0", "title": "b"}]}
    if "discuss_range" in tree:
        settings["discuss_range"] = tree["discuss_range"]
    fields = [
        {
            "id": name,
            "label": name,
            "kind": "enum",
            "multiple": True,
            "required": False,
            "options": [{"id": option, "label": option} for option in sorted(options | {"autre"})],
        }
        for name in dict.fromkeys(["structure_type", *_profile(tree)])
    ]
    theme = {"id": "t", "title": "t", "short_title": "t", "questions": [question]}
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
            {"label": role.get("id", ""), **role} if isinstance(role, dict) else role
            for role in tree.get("roles", _DEFAULT_ROLES)
        ],
        "settings": settings,
        "parts": [
            {"id": "p", "title": "p", "axes": [{"id": "a", "title": "a", "themes": [theme]}]}
        ],
    }


def _at_home(problem: Problem) -> Problem:
    """Show the place inside the file that was given."""
    place = problem.place.removeprefix("settings/")
    if place.startswith(_HOME):
        _id, _slash, rest = place.removeprefix(_HOME).partition("/")
        place = f"question/{rest}" if rest else "question"
    return replace(problem, place=place)


def _response(tree: Tree, rank: int, raw: Tree) -> tuple[str, AnswerRecord | None, list[Problem]]:
    place = f"responses[{rank}]"
    if not isinstance(raw, dict) or not isinstance(raw.get("role"), str):
        return "", None, [Problem("E-MISSING", f"{place}/role", "", name="role")]
    if not isinstance(raw.get("answer"), dict):
        return "", None, [Problem("E-MISSING", f"{place}/answer", "", name="answer")]
    try:
        record = AnswerRecord.model_validate_json(json.dumps(raw["answer"], default=bare_as_object))
    except ValidationError as error:
        return (
            "",
            None,
            [
                describe(
                    tree, location_of(tree, ("responses", rank, "answer", *detail["loc"])), detail
                )
                for detail in error.errors(include_url=False, include_input=False)
            ],
        )
    return raw["role"], record, []
