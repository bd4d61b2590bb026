"""From bytes to a questionnaire, with everything that is wrong with it.

The models see the tree several times: what they refuse is noted once, taken out, and the
rest is read again, so that one fault never hides the others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from pydantic import ValidationError

from cap_desktop.domain.checks import cross_problems
from cap_desktop.domain.checks.known import Damage
from cap_desktop.domain.places import Location, place_of, segment
from cap_desktop.domain.problems import inside
from cap_desktop.domain.pruning import compact, take_out
from cap_desktop.domain.questionnaire import FORMAT, Questionnaire
from cap_desktop.domain.refusals import describe, location_of
from cap_desktop.domain.source import Tree, bare_as_object, read_source
from cap_desktop.errors import Problem

_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: the questionnaire when its structure holds, and every problem.

    ``notes`` are the places of the author's notes (keys that start with ``_``), left out.
    """

    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def scorable(self) -> Questionnaire | None:
        """The questionnaire where answers can be scored with it, even if it cannot be published."""
        return None if any(item.breaks_scoring for item in self.problems) else self.questionnaire


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
        found = [(location_of(detail["loc"]), detail) for detail in details]
        if attempt == 0:
            problems += [describe(tree, location, detail) for location, detail in found]
            locations = [location for location, _ in found]
            tree = json.loads(json.dumps(tree, default=bare_as_object))
        for location, detail in sorted(found, key=lambda pair: pair[0] != (), reverse=True):
            take_out(tree, location, detail["type"])
        compact(tree)
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


def _ids(value: Tree) -> list[str]:
    """Every id declared in the tree, also by what could not be read."""
    if isinstance(value, dict):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        return own + [name for item in value.values() for name in _ids(item)]
    if isinstance(value, list):
        return [name for item in value for name in _ids(item)]
    return []
