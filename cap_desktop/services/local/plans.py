"""Improvement plans: ideas, actions, what goes on from one year to the next.

Each change is one transaction, and returns the plan as it is kept. A plan lives on after its
year is sealed: it is then that it is carried out.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.comparison.comparison import compare
from cap_desktop.domain.plan.carrying import carried
from cap_desktop.domain.plan.gains import (
    ExpectedGain,
    ObservedGain,
    Projection,
    expected_gain,
    observed_gain,
    projection,
)
from cap_desktop.domain.plan.ideas import action_from, ideas_of
from cap_desktop.domain.plan.plan import (
    Action,
    PastAction,
    action_problems,
    changed,
    merged_action,
)
from cap_desktop.errors import ActionRejected, NoLongerThere, Problem
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.open_plan import (
    OpenPlan,
    assessment_of,
    candidates,
    former_plan,
    open_plan,
)
from cap_desktop.services.local.scored_years import ScoredYears
from cap_desktop.services.local.standings import plan_under_way
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.transaction import Transaction


class Plans:
    """The use cases of the plans of one database; they run on the storage lane."""

    def __init__(self, database: Database, clock: Clock, scored: ScoredYears | None = None) -> None:
        """Use one database; ``scored`` shares what was already read of it."""
        self._database = database
        self._clock = clock
        self._scored = scored or ScoredYears()

    # --- What is there --------------------------------------------------------------

    def plan(self, assessment: str) -> OpenPlan:
        """Read the plan of the year of an assessment; raises ``NoLongerThere`` where it is not."""
        with self._database.begin() as tx:
            return open_plan(tx, self._scored, tx.assessments.get(assessment), self._clock().date())

    def history(self, assessment: str, action: str) -> tuple[PastAction, ...]:
        """Every change of an action, also in the plans of other years, oldest first."""
        with self._database.begin() as tx:
            return tx.plans.history(tx.assessments.get(assessment).structure, action)

    # --- Actions --------------------------------------------------------------------

    def add(self, assessment: str, action: Action, by: str) -> OpenPlan:
        """Keep a new action after the others, under an id made here unless it has one.

        Raises ``ActionRejected``.
        """

        def edit(tx: Transaction, found: Assessment) -> None:
            self._add(tx, found, action, by)

        return self._edit(assessment, edit)

    def add_all(self, assessment: str, actions: Iterable[Action], by: str) -> OpenPlan:
        """Keep several actions in one transaction; raises ``ActionRejected`` at the first."""

        def edit(tx: Transaction, found: Assessment) -> None:
            for action in actions:
                self._add(tx, found, action, by)

        return self._edit(assessment, edit)

    def add_idea(self, assessment: str, suggestion: str, by: str) -> OpenPlan:
        """Keep an idea as an action to edit, the last of the plan.

        Raises ``NoLongerThere`` where the results do not raise it.
        """

        def edit(tx: Transaction, found: Assessment) -> None:
            results = self._scored.results(tx, found)
            ideas = {idea.id: idea for idea in ideas_of(results, ())}
            if suggestion not in ideas:
                raise NoLongerThere("idea")
            kept = tx.answers.of(found.id, results.questionnaire)
            self._add(tx, found, action_from(ideas[suggestion], results, kept), by)

        return self._edit(assessment, edit)

    def change(
        self,
        assessment: str,
        action_id: str,
        action: Action,
        by: str,
        before: Action | None = None,
    ) -> OpenPlan:
        """Keep an action in the place of what it was.

        With ``before``, the action that was changed, only what differs from it is changed.
        Raises ``ActionRejected``, or ``NoLongerThere`` where it is not in the plan.
        """

        def edit(tx: Transaction, found: Assessment) -> None:
            kept = tx.plans.get(found.structure, found.year, action_id)
            new = action if before is None else merged_action(before, action, kept)
            new = changed(new, id=kept.id, created_at=kept.created_at)
            self._require(tx, found, new)
            tx.plans.put(found.structure, found.year, new, self._now(), by)

        return self._edit(assessment, edit)

    def move(self, assessment: str, action_id: str, place: int) -> OpenPlan:
        """Put an action at a place of the plan, 0 for the first."""
        return self._edit(
            assessment,
            lambda tx, found: tx.plans.move(found.structure, found.year, action_id, place),
        )

    def remove(self, assessment: str, action_id: str, by: str) -> OpenPlan:
        """Take an action off the plan; it can be restored, and its history stays."""

        def edit(tx: Transaction, found: Assessment) -> None:
            if not _is_removed(tx, found, action_id):
                tx.plans.remove(found.structure, found.year, action_id, self._now(), by)

        return self._edit(assessment, edit)

    def restore(self, assessment: str, action_id: str, by: str) -> OpenPlan:
        """Bring a removed action back to its place; raises ``NoLongerThere`` for one never kept."""

        def edit(tx: Transaction, found: Assessment) -> None:
            tx.plans.get(found.structure, found.year, action_id)
            if _is_removed(tx, found, action_id):
                tx.plans.restore(found.structure, found.year, action_id, self._now(), by)

        return self._edit(assessment, edit)

    def carry(self, assessment: str, chosen: Collection[str], by: str) -> OpenPlan:
        """Let the chosen open actions of the former plan go on in this one, with their history.

        What already goes on, or was not a candidate, is left as it is.
        """

        def edit(tx: Transaction, found: Assessment) -> None:
            former = former_plan(tx, found)
            if former is None:
                return
            new = self._scored.questionnaire(tx, found.questionnaire)
            old = assessment_of(tx, found.structure, former.year)
            path = old and self._scored.succession(tx, old.questionnaire, found.questionnaire)
            gone = {action.id for action in tx.plans.removed(found.structure, found.year)}
            for action in candidates(tx, found, former):
                if action.id in gone and action.id in chosen:
                    tx.plans.restore(found.structure, found.year, action.id, self._now(), by)
                elif action.id in chosen:
                    self._add(tx, found, carried(action, former.year, new, path or None), by)

        return self._edit(assessment, edit)

    # --- Ideas ----------------------------------------------------------------------

    def hide_idea(self, assessment: str, suggestion: str) -> OpenPlan:
        """Put an idea aside: it is not proposed again this year."""
        return self._edit(
            assessment, lambda tx, found: tx.plans.hide(found.structure, found.year, suggestion)
        )

    def show_idea(self, assessment: str, suggestion: str) -> OpenPlan:
        """Propose again an idea that was put aside."""
        return self._edit(
            assessment, lambda tx, found: tx.plans.show(found.structure, found.year, suggestion)
        )

    # --- Gains ----------------------------------------------------------------------

    def expected_gain(self, assessment: str, question: str, rank: int) -> ExpectedGain:
        """What a practice at level ``rank`` would change in its theme and its part."""
        with self._database.begin() as tx:
            results = self._scored.results(tx, tx.assessments.get(assessment))
        return expected_gain(results.questionnaire, results.sheet, question, rank)

    def projection(self, assessment: str, chosen: Collection[str]) -> Projection:
        """The scores today beside those where the chosen actions reach what they aim at."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            results = self._scored.results(tx, found)
            actions = tx.plans.of(found.structure, found.year)
        ticked = [action for action in actions if action.id in chosen]
        return projection(results.questionnaire, results.sheet, ticked)

    def observed_gains(self, assessment: str) -> tuple[ObservedGain, ...]:
        """What moved since the former year where its actions worked, dropped ones left out.

        Empty without a former assessment that can be compared.
        """
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            former = former_plan(tx, found)
            old = former and assessment_of(tx, found.structure, former.year)
            if not former or not old:
                return ()
            before, after = self._scored.results(tx, old), self._scored.results(tx, found)
            path = self._scored.succession(tx, old.questionnaire, found.questionnaire)
        if path is None:
            return ()
        comparison = compare(before, after, path)
        kept = (action for action in former.actions if action.state != "dropped")
        return tuple(observed_gain(comparison, action) for action in kept)

    # --- Within a transaction ---------------------------------------------------------

    def _edit(self, assessment: str, edit: Callable[[Transaction, Assessment], None]) -> OpenPlan:
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            edit(tx, found)
            opened = open_plan(tx, self._scored, found, self._clock().date())
            shown = tx.standing.kept()
            if shown is not None and shown.structure == found.structure:
                plan = plan_under_way(tx, found.structure, shown.year)
                tx.standing.keep(shown._replace(plan=plan))
            return opened

    def _add(self, tx: Transaction, found: Assessment, action: Action, by: str) -> None:
        kept = changed(
            action,
            id=action.id or str(uuid.uuid4()),
            created_at=action.created_at or self._now(),
        )
        self._require(tx, found, kept)
        taken = tx.plans.titles(found.structure, found.year)
        if kept.id in taken:
            there = tx.plans.get(found.structure, found.year, kept.id)
            if not action.created_at and there == changed(kept, created_at=there.created_at):
                return  # asked again: the first time was kept, though told as refused
            twice = Problem("E-ID-DUPLICATE", "", seen=kept.id, name=taken[kept.id])
            raise ActionRejected((twice,))
        tx.plans.add(found.structure, found.year, kept, self._now(), by)

    def _require(self, tx: Transaction, found: Assessment, action: Action) -> None:
        questionnaire = self._scored.questionnaire(tx, found.questionnaire)
        problems = tuple(action_problems(action, questionnaire))
        if problems:
            raise ActionRejected(problems)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def _is_removed(tx: Transaction, found: Assessment, action: str) -> bool:
    return any(gone.id == action for gone in tx.plans.removed(found.structure, found.year))
