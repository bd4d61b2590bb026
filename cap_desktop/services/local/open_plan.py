"""The plan of a year as its page shows it, with what comes from the year before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cap_desktop.domain.answers.assessment import Assessment, KnownStructure
from cap_desktop.domain.plan.ideas import Idea, ideas_of
from cap_desktop.domain.plan.plan import FORMAT, Action, Plan, has_too_many
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.standing import PlanStanding
from cap_desktop.services.local.scored_years import ScoredYears
from cap_desktop.services.local.standings import plan_under_way
from cap_desktop.storage.local.transaction import Transaction


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """The plan of a year with all that its page shows.

    ``ideas`` are proposed and ``hidden`` were put aside; ``removed`` can be restored.
    ``former`` is the newest plan of an earlier year, and ``candidates`` its open actions that
    do not go on in this one yet. ``late`` holds ids, as of ``today``.
    """

    structure: KnownStructure
    assessment: Assessment
    results: Results
    actions: tuple[Action, ...]
    removed: tuple[Action, ...]
    ideas: tuple[Idea, ...]
    hidden: tuple[Idea, ...]
    former: Plan | None
    candidates: tuple[Action, ...]
    late: frozenset[str]
    too_many: bool
    today: date
    standing: PlanStanding | None

    @property
    def plan(self) -> Plan:
        """The plan as a file would say it."""
        return Plan(format=FORMAT, year=self.assessment.year, actions=self.actions)

    def as_of(self, today: date) -> OpenPlan:
        """The same plan on another day: what is late is late by then."""
        return replace(self, today=today, late=late_actions(self.actions, today))

    def action(self, name: str) -> Action:
        """One action of the plan; raises ``KeyError`` where it is not there."""
        for action in self.actions:
            if action.id == name:
                return action
        raise KeyError(name)


def open_plan(tx: Transaction, scored: ScoredYears, found: Assessment, today: date) -> OpenPlan:
    """Read the plan of the year of an assessment, as of a day."""
    structure = tx.structures.get(found.structure)
    results = scored.results(tx, found)
    actions = tx.plans.of(found.structure, found.year)
    aside = tx.plans.hidden(found.structure, found.year)
    ideas = ideas_of(results, actions)
    former = former_plan(tx, found)
    return OpenPlan(
        structure=structure,
        assessment=found,
        results=results,
        actions=actions,
        removed=tx.plans.removed(found.structure, found.year),
        ideas=tuple(idea for idea in ideas if idea.id not in aside),
        hidden=tuple(idea for idea in ideas if idea.id in aside),
        former=former,
        candidates=() if former is None else candidates(tx, found, former),
        late=late_actions(actions, today),
        too_many=has_too_many(actions),
        today=today,
        standing=plan_under_way(tx, found.structure, found.year),
    )


def late_actions(actions: Iterable[Action], today: date) -> frozenset[str]:
    """The ids of the actions that are late on a day."""
    return frozenset(action.id for action in actions if action.is_late(today))


def former_plan(tx: Transaction, found: Assessment) -> Plan | None:
    """The newest plan of an earlier year; None where there is none."""
    years = (year for year in tx.plans.years(found.structure) if year < found.year)
    year = next(years, None)
    if year is None:
        return None
    return Plan(format=FORMAT, year=year, actions=tx.plans.of(found.structure, year))


def candidates(tx: Transaction, found: Assessment, former: Plan) -> tuple[Action, ...]:
    """The open actions of the former plan that do not go on in this one yet."""
    here = {action.id for action in tx.plans.of(found.structure, found.year)}
    return tuple(action for action in former.open_actions if action.id not in here)


def assessment_of(tx: Transaction, structure: str, year: int) -> Assessment | None:
    """The assessment of a year; None where that year has none."""
    return next((item for item in tx.assessments.of(structure) if item.year == year), None)
