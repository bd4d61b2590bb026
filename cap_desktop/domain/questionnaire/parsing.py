"""From bytes to a questionnaire, with everything that is wrong with it.

The models see the tree several times: what they refuse is noted once, taken out, and the
rest is read again, so that one fault never hides the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cap_desktop.domain.questionnaire.checks import cross_problems
from cap_desktop.domain.questionnaire.checks.gravity import breaks_scoring
from cap_desktop.domain.questionnaire.checks.known import Damage
from cap_desktop.domain.questionnaire.json_path import Location, ancestors, place_of, segment
from cap_desktop.domain.questionnaire.pruning import compact, take_out
from cap_desktop.domain.questionnaire.questionnaire import FORMAT, Questionnaire
from cap_desktop.domain.questionnaire.refusals import (
    describe,
    location_of,
    missed_numbers,
    not_a_number,
    other_format,
    refused_values,
)
from cap_desktop.domain.questionnaire.strict_json import (
    JsonValue,
    Source,
    bare_as_object,
    read_source,
)
from cap_desktop.errors import Problem

_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class ParsedQuestionnaire:
    """What a file gave: the questionnaire when its structure holds, and every problem.

    ``notes`` are the places of the author's notes (keys that start with ``_``), left out.
    """

    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def scorable(self) -> Questionnaire | None:
        """The questionnaire where answers can be scored with it, even if it cannot be published."""
        return None if any(breaks_scoring(item) for item in self.problems) else self.questionnaire


def read_questionnaire(data: bytes) -> ParsedQuestionnaire:
    """Read a questionnaire; the problems come in the order structure, then cross references."""
    source = read_source(data, segment)
    if source.tree is None:
        return ParsedQuestionnaire(None, source.problems)
    if not isinstance(source.tree, dict) or source.tree.get("format", FORMAT) != FORMAT:
        return ParsedQuestionnaire(None, (*source.problems, other_format(source.tree, FORMAT)))
    tree = source.tree
    problems = list(source.problems)
    locations: list[Location] = []
    questionnaire: Questionnaire | None = None
    for attempt in range(_ROUNDS):
        try:
            questionnaire = Questionnaire.model_validate_json(
                json.dumps(tree, default=bare_as_object)
            )
        except ValidationError as error:
            details = refused_values(tree, error)
        else:
            details = []
        found = [(location_of(detail["loc"]), detail["type"]) for detail in details]
        if attempt == 0:
            problems += _described(tree, details, source.problems)
            missed = missed_numbers(tree, [location for location, _kind in found])
            problems += [not_a_number(tree, location) for location in missed]
            found += [(location, "bare") for location in missed]
            locations = [location for location, _kind in found]
            tree = json.loads(json.dumps(tree, default=bare_as_object))
        if not found:
            break
        for location, kind in sorted(found, key=lambda pair: pair[0] != (), reverse=True):
            take_out(tree, location, kind)
        compact(tree)
    damage = _damage(source, locations, tree)
    if questionnaire is None:
        return ParsedQuestionnaire(None, _unique(problems), source.notes)
    problems += _not_consequences(cross_problems(questionnaire, damage), damage)
    sound = not locations and not source.problems
    return ParsedQuestionnaire(questionnaire if sound else None, _unique(problems), source.notes)


def _described(
    tree: JsonValue, details: list[ErrorDetails], already: tuple[Problem, ...]
) -> list[Problem]:
    """The refusals, but for a field that is missing because its value was null."""
    known = {problem.place for problem in already}
    found = [describe(tree, location_of(detail["loc"]), detail) for detail in details]
    return [item for item in found if item.code != "E-MISSING" or item.place not in known]


def _damage(source: Source, locations: list[Location], tree: JsonValue) -> Damage:
    """What was refused, and the ids that are no longer there because of it."""
    places = [place_of(source.tree, _whole(location)) for location in locations]
    places += [problem.place for problem in source.problems]
    lost = set(_ids(source.tree)) - set(_ids(tree))
    return Damage(tuple(dict.fromkeys(places)), frozenset(lost))


def _whole(location: Location) -> Location:
    """A test is read as one thing: what is wrong inside it spoils all of it."""
    if "all" in location:
        return location[: location.index("all") + 2]
    return location


def _unique(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problems))


_COUNTS = frozenset(
    {
        "E-EMPTY",
        "E-LEVELS-COUNT",
        "E-LEVELS-SCORE",
        "E-OPTIONS-COUNT",
        "E-OPTION-EXCLUSIVE",
        "E-BREAKPOINTS-COUNT",
        "E-BANDS",
        "E-MISSING",
        "E-COND-EMPTY",
    }
)
"""What an item that was taken out may cause where it stood."""

_NEAR = 2


def _not_consequences(problems: list[Problem], damage: Damage) -> list[Problem]:
    """Leave out what only follows from a fault already named."""
    spoiled = frozenset(damage.places)
    holders: dict[str, int] = {}
    for place in damage.places:
        for distance, holder in enumerate(ancestors(place)):
            holders[holder] = min(distance, holders.get(holder, distance))
    return [item for item in problems if not _follows(item, spoiled, holders)]


def _follows(problem: Problem, spoiled: frozenset[str], holders: dict[str, int]) -> bool:
    if any(place in spoiled for place in ancestors(problem.place)):
        return True
    if problem.code in _COUNTS:
        return problem.place in holders
    # A weight, or an item that had one, was taken out right under the sum.
    return problem.code == "E-WEIGHT-ZERO" and holders.get(problem.place, 99) <= _NEAR


def _ids(value: JsonValue) -> Iterator[str]:
    """Every id declared in the tree, also by what could not be read."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)
