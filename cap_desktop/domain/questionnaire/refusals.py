"""What pydantic refused, said as problems: a code of format.md §5 and a place of ids."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cap_desktop.domain.questionnaire.conditions import SUBJECTS
from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.domain.questionnaire.json_path import Location, PathStep, place_of, value_at
from cap_desktop.domain.questionnaire.nearest import nearest_name
from cap_desktop.domain.questionnaire.questions import KINDS
from cap_desktop.domain.questionnaire.strict_json import JsonValue, bare_numbers
from cap_desktop.errors import Problem

_KEY = "[key]"
"""What pydantic adds for a key rather than the value under it."""

_UNIONS = ("questions", "all")
"""Lists whose items are of several kinds: pydantic puts the kind after their index."""


def location_of(loc: tuple[PathStep, ...]) -> Location:
    """The path of keys and indexes of a refusal, without the members of unions."""
    return tuple(
        step
        for rank, step in enumerate(loc)
        if step != _KEY
        and not (rank > 1 and isinstance(loc[rank - 1], int) and loc[rank - 2] in _UNIONS)
    )


def refused_values(tree: JsonValue, error: ValidationError) -> list[ErrorDetails]:
    """What pydantic refused, but for what it misses inside a number read as an object."""
    inside = set(bare_numbers(tree))

    def is_under_one(location: Location) -> bool:
        return any(location[:end] in inside for end in range(len(location)))

    details = error.errors(include_url=False, include_input=False)
    return [detail for detail in details if not is_under_one(location_of(detail["loc"]))]


def other_format(tree: JsonValue, expected: str) -> Problem:
    """The document is of another format than the one expected, or of none."""
    seen = tree.get("format") if isinstance(tree, dict) else None
    shown = _shown(seen) if isinstance(seen, str) else ""
    case = "format" if shown else "no_format"
    return Problem("E-FORMAT", "format", case, seen=shown, expected=(expected,))


def missed_numbers(
    tree: JsonValue, refused: list[Location], free: frozenset[str] = frozenset()
) -> list[Location]:
    """The numbers with a point that no model refused; those under a ``free`` field may stay."""
    known = set(refused)
    return [
        location
        for location in bare_numbers(tree)
        if not free & set(location)
        and not any(location[:end] in known for end in range(len(location) + 1))
    ]


def not_a_number(tree: JsonValue, location: Location) -> Problem:
    """A number with a point stands where an object is expected."""
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    seen = _shown(value_at(tree, location))
    return Problem("E-FORMAT", place_of(tree, location), "type", name=name, seen=seen)


def describe(tree: JsonValue, location: Location, detail: ErrorDetails) -> Problem:
    """Say one refusal; ``location`` comes from :func:`location_of`."""
    kind, place = detail["type"], place_of(tree, location)
    value = value_at(tree, location)
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    problem = Problem("E-FORMAT", place, "type", name=name, seen=_shown(value))
    if kind.startswith("E-"):
        return _refused(tree, location, problem, detail)
    if kind == "missing":
        if "breakpoints" in location:
            return problem._replace(place=place_of(tree, location[:-1]), name="breakpoints")
        return _missing(tree, location, problem)
    if kind == "string_type" and location[-1] in ("id", "version"):
        return _not_text(tree, location, problem)
    if kind == "extra_forbidden":
        return _unknown_field(tree, location, problem)
    if kind in ("literal_error", "enum"):
        return _not_in_list(location, problem, detail)
    if kind.startswith("union_tag"):
        return _unknown_member(tree, location, problem)
    if kind.startswith("int_"):
        return problem._replace(code="E-RANGE", case="whole_type")
    return problem._replace(expected=(kind,))


def _refused(
    tree: JsonValue, location: Location, problem: Problem, detail: ErrorDetails
) -> Problem:
    context = detail.get("ctx", {})
    code, case = detail["type"], str(context.get("case", ""))
    place = problem.place
    is_item = len(location) > 1 and location[-1] == "id" and isinstance(location[-2], int)
    if code in ("E-ID-FORMAT", "E-ID-RESERVED") and is_item:
        place = place_of(tree, location[:-1])
    expected = str(context.get("expected", ""))
    name = problem.name
    if code == "E-TEXT-EMPTY":
        name = _owner(location) + "." + name
    return problem._replace(
        code=code,
        case=case,
        place=place,
        name=name,
        seen=str(context.get("seen", problem.seen)),
        expected=(expected,) if expected else (),
    )


def _not_text(tree: JsonValue, location: Location, problem: Problem) -> Problem:
    """An id or a version that is no text has the wrong form, rather than the wrong type."""
    if location[-1] == "version":
        return problem._replace(code="E-VERSION", case="")
    if len(location) > 1 and isinstance(location[-2], int):
        problem = problem._replace(place=place_of(tree, location[:-1]))
    return problem._replace(code="E-ID-FORMAT", case="")


def _owner(location: Location) -> str:
    """The list that the object holding a field belongs to, such as « levels »."""
    names = [step for step in location[:-1] if isinstance(step, str)]
    return names[-1] if names else "questionnaire"


def _missing(tree: JsonValue, location: Location, problem: Problem) -> Problem:
    holder = value_at(tree, location[:-1])
    seen = str(holder.get("id", "")) if isinstance(holder, dict) else ""
    return problem._replace(
        code="E-MISSING", case=_owner(location), seen=seen, name=str(location[-1])
    )


def _unknown_field(tree: JsonValue, location: Location, problem: Problem) -> Problem:
    holder = value_at(tree, location[:-1])
    name = str(location[-1])
    kind = holder.get("kind") if isinstance(holder, dict) else None
    model = KINDS.get(kind) if isinstance(kind, str) and _owner(location) == "questions" else None
    if model is not None and any(name in _field_names(other) for other in KINDS.values()):
        return problem._replace(code="E-UNKNOWN-FIELD", case="kind", name=name, seen=str(kind))
    near = nearest_name(name, _field_names(model) if model else ())
    near = near or nearest_name(name, _all_field_names() - {name})
    return problem._replace(
        code="E-UNKNOWN-FIELD", case="near" if near else "", name=name, nearest=near
    )


def _field_names(model: type[Record]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _all_field_names() -> set[str]:
    names: set[str] = set()
    waiting: list[type[Record]] = list(Record.__subclasses__())
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        names.update(_field_names(model))
    return names


def _not_in_list(location: Location, problem: Problem, detail: ErrorDetails) -> Problem:
    expected = _expected(str(detail.get("ctx", {}).get("expected", "")))
    near = nearest_name(problem.seen, expected)
    is_test = "all" in location and location[-1] == "op"
    code = "E-COND-OP" if is_test else "E-FORMAT" if location == ("format",) else "E-ENUM"
    case = "format" if code == "E-FORMAT" else "unknown" if is_test else ""
    return problem._replace(code=code, case=case, expected=expected, nearest=near)


def _expected(text: str) -> tuple[str, ...]:
    return tuple(text.replace(" or ", ", ").replace("'", "").split(", "))


def _unknown_member(tree: JsonValue, location: Location, problem: Problem) -> Problem:
    holder = value_at(tree, location)
    if "all" in location:
        if not isinstance(holder, dict):
            return problem._replace(name="all")
        return problem._replace(code="E-MISSING", case="subject", seen="", expected=SUBJECTS)
    if isinstance(holder, dict) and "kind" not in holder:
        missing = (*location, "kind")
        return _missing(tree, missing, problem._replace(place=place_of(tree, missing)))
    if not isinstance(holder, dict):
        return problem
    seen = _shown(holder.get("kind"))
    return problem._replace(
        code="E-KIND",
        place=place_of(tree, (*location, "kind")),
        seen=seen,
        expected=tuple(KINDS),
        nearest=nearest_name(seen, KINDS),
    )


def _shown(value: JsonValue) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
