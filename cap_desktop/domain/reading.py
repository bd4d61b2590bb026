"""From bytes to a questionnaire, with everything that is wrong with it.

The models see the tree several times: what they refuse is noted once, taken out, and the
rest is read again, so that one fault never hides the others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cap_desktop.domain.checks import cross_problems
from cap_desktop.domain.checks.known import Damage
from cap_desktop.domain.conditions import SUBJECTS
from cap_desktop.domain.fields import Record
from cap_desktop.domain.places import Location, Step, child, place_of, segment, value_at
from cap_desktop.domain.problems import Problem, inside, nearest_name
from cap_desktop.domain.questionnaire import FORMAT, Questionnaire
from cap_desktop.domain.questions import KINDS
from cap_desktop.domain.source import Tree, bare_as_object, read_source

_ROUNDS = 12
_PLACEHOLDERS: dict[str, Tree] = {
    "format": FORMAT,
    "id": "sans_nom",
    "version": "0.0.0",
    "title": "?",
    "locale": "fr",
    "publisher": {"name": "?"},
    "license": "?",
    "status": "draft",
    "settings": {"bands": [{"id": "b", "from": "0", "title": "?"}]},
    "profile_fields": [],
    "parts": [],
}
"""What stands in for a required field of the questionnaire while the rest is read."""

_TEXT_FIELDS = frozenset(
    "title label text description term definition message name note reason source "
    "short_title unit".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: the questionnaire when its structure holds, and every problem.

    ``notes`` are the places of the author's notes (keys that start with ``_``), left out.
    """

    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


def read_questionnaire(data: bytes) -> Reading:
    """Read a questionnaire; the problems come in the order structure, then cross references."""
    source = read_source(data, segment)
    if source.tree is None:
        return Reading(None, source.problems)
    if not isinstance(source.tree, dict) or source.tree.get("format", FORMAT) != FORMAT:
        return Reading(None, (*source.problems, _other_format(source.tree)))
    tree = source.tree
    problems = list(source.problems)
    locations: list[Location] = []
    questionnaire: Questionnaire | None = None
    for attempt in range(_ROUNDS):
        try:
            questionnaire = Questionnaire.model_validate_json(
                json.dumps(tree, default=bare_as_object)
            )
            break
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        found = [(_location(tree, detail["loc"]), detail) for detail in details]
        if attempt == 0:
            problems += _described(tree, found)
            locations = [location for location, _ in found]
            tree = json.loads(json.dumps(tree, default=bare_as_object))
        for location, detail in sorted(found, key=lambda pair: pair[0] != (), reverse=True):
            _take_out(tree, location, detail["type"])
        _compact(tree)
    damage = Damage(
        tuple(place_of(source.tree, location) for location in locations)
        + tuple(problem.place for problem in source.problems),
        frozenset(_ids(source.tree)),
    )
    if questionnaire is None:
        return Reading(None, _unique(problems), source.notes)
    problems += _not_consequences(cross_problems(questionnaire, damage), damage)
    sound = not locations and not source.problems
    return Reading(questionnaire if sound else None, _unique(problems), source.notes)


def _other_format(tree: Tree) -> Problem:
    seen = str(tree.get("format", "")) if isinstance(tree, dict) else ""
    return Problem("E-FORMAT", "format", "format", seen=seen, expected=(FORMAT,))


def _unique(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problems))


def _not_consequences(problems: list[Problem], damage: Damage) -> list[Problem]:
    """Leave out what only follows from a fault already named at the same place."""
    return [
        problem
        for problem in problems
        if not any(
            inside(problem.place, place) or inside(place, problem.place) for place in damage.places
        )
    ]


def _location(tree: Tree, loc: tuple[Step, ...]) -> Location:
    """Drop the steps that pydantic adds for the member of a union."""
    steps: list[Step] = []
    value = tree
    for step in loc:
        is_member = isinstance(step, str) and isinstance(value, dict) and step not in value
        if is_member and (
            (step == value.get("kind") and steps and isinstance(steps[-1], int))
            or (step in SUBJECTS and steps and steps[-1] != step and isinstance(steps[-1], int))
        ):
            continue
        if step in SUBJECTS and _is_tag(steps, value, step, loc):
            continue
        steps.append(step)
        value = child(value, step)
    return tuple(steps)


def _is_tag(steps: list[Step], value: Tree, step: Step, loc: tuple[Step, ...]) -> bool:
    """The tag of a test has the name of the field that is its subject: told by its position."""
    return (
        len(steps) >= 2
        and isinstance(steps[-1], int)
        and steps[-2] == "all"
        and isinstance(value, dict)
        and loc[len(steps)] is not None
        and step in value
    )


def _described(tree: Tree, found: list[tuple[Location, ErrorDetails]]) -> list[Problem]:
    return [_describe(tree, location, detail) for location, detail in found]


def _describe(tree: Tree, location: Location, detail: ErrorDetails) -> Problem:
    kind, place = detail["type"], place_of(tree, location)
    value = value_at(tree, location)
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    problem = Problem("E-FORMAT", place, "type", name=name, seen=_shown(value))
    if kind.startswith("E-"):
        return _refused(tree, location, problem, detail)
    if kind == "missing":
        return _missing(tree, location, problem)
    if kind == "extra_forbidden":
        return _unknown_field(tree, location, problem)
    if kind in ("literal_error", "enum"):
        return _not_in_list(tree, location, problem, detail)
    if kind.startswith("union_tag"):
        return _unknown_member(tree, location, problem)
    if kind.startswith("int_"):
        return replace(problem, code="E-RANGE", case="whole_type")
    return replace(problem, expected=(kind,))


def _refused(tree: Tree, location: Location, problem: Problem, detail: ErrorDetails) -> Problem:
    context = detail.get("ctx", {})
    code, case = detail["type"], str(context.get("case", ""))
    place = problem.place
    if code in ("E-ID-FORMAT", "E-ID-RESERVED") and len(location) > 1 and location[-1] == "id":
        place = place_of(tree, location[:-1])
    expected = str(context.get("expected", ""))
    name = problem.name
    if code == "E-TEXT-EMPTY":
        name = _owner(location) + "." + name
    return replace(
        problem,
        code=code,
        case=case,
        place=place,
        name=name,
        seen=str(context.get("seen", problem.seen)),
        expected=(expected,) if expected else (),
    )


def _owner(location: Location) -> str:
    """The list that the object holding a field belongs to: « levels », « questions »…"""
    names = [step for step in location[:-1] if isinstance(step, str)]
    return names[-1] if names else "questionnaire"


def _missing(tree: Tree, location: Location, problem: Problem) -> Problem:
    holder = value_at(tree, location[:-1])
    seen = str(holder.get("id", "")) if isinstance(holder, dict) else ""
    return replace(
        problem, code="E-MISSING", case=_owner(location), seen=seen, name=str(location[-1])
    )


def _unknown_field(tree: Tree, location: Location, problem: Problem) -> Problem:
    holder = value_at(tree, location[:-1])
    name = str(location[-1])
    kind = holder.get("kind") if isinstance(holder, dict) else None
    model = KINDS.get(kind) if isinstance(kind, str) and _owner(location) == "questions" else None
    if model is not None and any(name in _field_names(other) for other in KINDS.values()):
        return replace(
            problem, code="E-UNKNOWN-FIELD", case="kind", name=name, seen=str(kind)
        )
    near = nearest_name(name, _field_names(model) if model else ())
    near = near or nearest_name(name, _all_field_names())
    return replace(
        problem, code="E-UNKNOWN-FIELD", case="near" if near else "", name=name, nearest=near
    )


def _field_names(model: type[Record]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _all_field_names() -> list[str]:
    names: set[str] = set()
    waiting: list[type[Record]] = list(Record.__subclasses__())
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        names.update(_field_names(model))
    return sorted(names)


def _not_in_list(
    tree: Tree, location: Location, problem: Problem, detail: ErrorDetails
) -> Problem:
    expected = _expected(str(detail.get("ctx", {}).get("expected", "")))
    near = nearest_name(problem.seen, expected)
    is_test = "all" in location and location[-1] == "op"
    code = "E-COND-OP" if is_test else "E-FORMAT" if location == ("format",) else "E-ENUM"
    case = "format" if code == "E-FORMAT" else "unknown" if is_test else ""
    return replace(problem, code=code, case=case, expected=expected, nearest=near)


def _expected(text: str) -> tuple[str, ...]:
    return tuple(text.replace(" or ", ", ").replace("'", "").split(", "))


def _unknown_member(tree: Tree, location: Location, problem: Problem) -> Problem:
    holder = value_at(tree, location)
    if "all" in location:
        return replace(problem, code="E-MISSING", case="subject", seen="", expected=SUBJECTS)
    if isinstance(holder, dict) and "kind" not in holder:
        missing = (*location, "kind")
        return _missing(tree, missing, replace(problem, place=place_of(tree, missing)))
    if not isinstance(holder, dict):
        return problem
    seen = _shown(holder.get("kind"))
    return replace(
        problem,
        code="E-KIND",
        place=place_of(tree, (*location, "kind")),
        seen=seen,
        expected=tuple(KINDS),
        nearest=nearest_name(seen, KINDS),
    )


def _shown(value: Tree) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


class _Gone:
    """Marks a list item to take out, without moving the indexes of the others."""


_GONE: Any = _Gone()


def _take_out(tree: Tree, location: Location, kind: str) -> None:
    """Remove or replace what was refused, so that the rest can be read."""
    if kind == "missing":
        _complete(tree, location)
        return
    holder, step = value_at(tree, location[:-1]), location[-1] if location else ""
    if isinstance(holder, dict) and isinstance(step, str):
        if step in _TEXT_FIELDS and kind.startswith("E-"):
            holder[step] = "?"
        elif len(location) == 1 and step in _PLACEHOLDERS:
            holder[step] = _PLACEHOLDERS[step]
        else:
            holder.pop(step, None)
    elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        if location[-2:-1] == ("breakpoints",) or (
            len(location) > 2 and location[-3] == "breakpoints"
        ):
            _drop(tree, location[: location.index("breakpoints") + 1])
        else:
            holder[step] = _GONE


def _complete(tree: Tree, location: Location) -> None:
    holder, step = value_at(tree, location[:-1]), location[-1]
    if isinstance(holder, dict) and isinstance(step, str):
        if len(location) == 1 and step in _PLACEHOLDERS:
            holder[step] = _PLACEHOLDERS[step]
            return
        if step in _TEXT_FIELDS:
            holder[step] = "?"
            return
    _drop(tree, location[:-1])


def _drop(tree: Tree, location: Location) -> None:
    if not location:
        return
    holder, step = value_at(tree, location[:-1]), location[-1]
    if isinstance(holder, dict) and isinstance(step, str):
        if len(location) == 1 and step in _PLACEHOLDERS:
            holder[step] = _PLACEHOLDERS[step]
        else:
            holder.pop(step, None)
    elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        holder[step] = _GONE


def _compact(value: Tree) -> None:
    if isinstance(value, dict):
        for item in value.values():
            _compact(item)
    elif isinstance(value, list):
        value[:] = [item for item in value if item is not _GONE]
        for item in value:
            _compact(item)


def _ids(value: Tree) -> list[str]:
    """Every id declared in the tree, also by what could not be read."""
    if isinstance(value, dict):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        return own + [name for item in value.values() for name in _ids(item)]
    if isinstance(value, list):
        return [name for item in value for name in _ids(item)]
    return []
