"""The standing of an assessment, from its results and from the other years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cap_desktop.domain.answers.assessment import Assessment, KeptAnswer, KnownStructure
from cap_desktop.domain.exact import published
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.outline import NodeEntry, QuestionEntry
from cap_desktop.domain.questionnaire.questions import NumberQuestion
from cap_desktop.domain.scoring.alerts import asked_by
from cap_desktop.domain.scoring.durations import minutes
from cap_desktop.domain.scoring.indicators import is_awaited
from cap_desktop.domain.scoring.profile_effect import awaiting_profile
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.standing import (
    Alert,
    NextQuestion,
    OtherStructure,
    PartStanding,
    PlanStanding,
    Standing,
    YearStanding,
)
from cap_desktop.storage.local.transaction import Transaction
from cap_desktop.words.alerts import alert_words
from cap_desktop.words.standings import rank_of

DAY = len("2026-11-24")


def year_standing(assessment: Assessment, results: Results) -> YearStanding:
    """One line of the years: state, completeness, published scores of the parts."""
    return YearStanding(
        assessment=assessment.id,
        year=assessment.year,
        sealed_at=(assessment.sealed_at or "")[:DAY],
        version=results.questionnaire.version,
        done=results.progress.done,
        asked=results.progress.asked,
        parts=tuple(_part(results, part) for part in results.questionnaire.outline.parts),
    )


def _part(results: Results, part: NodeEntry) -> PartStanding:
    node = results.nodes[part.id]
    band = results.band_of(node)
    if node.score is None:
        return PartStanding(part.label, None, None, 0, part.code)
    decimals = results.questionnaire.settings.decimals
    shown = published(node.score, decimals).replace(".", ",")
    title = None if band is None else band.title
    return PartStanding(part.label, shown, title, rank_of(results, node), part.code)


def standing_of(
    structure: KnownStructure,
    assessment: Assessment,
    results: Results,
    kept: Mapping[str, KeptAnswer],
    years: Iterable[YearStanding],
    others: Iterable[OtherStructure],
    plan: PlanStanding | None,
) -> Standing:
    """Gather what the first page says; pure."""
    asked = [item.entry for item in results.questions.values() if item.is_asked]
    return Standing(
        structure=structure.id,
        name=structure.name,
        assessment=assessment.id,
        year=assessment.year,
        version=results.questionnaire.version,
        begun_at=assessment.created_at[:DAY],
        is_sealed=assessment.is_sealed,
        done=results.progress.done,
        asked=results.progress.asked,
        following=_following(results, asked),
        discussed=tuple(e.id for e in asked if e.id in kept and kept[e.id].discuss),
        unknown=tuple(e.id for e in asked if e.id in kept and kept[e.id].answer.unknown),
        missing_figures=tuple(
            entry.id
            for entry in asked
            if isinstance(entry.question, NumberQuestion) and _waits(results, entry)
        ),
        alerts=tuple(
            Alert(asked_by(name), alert_words(results.questionnaire, name))
            for name in results.alerts
        ),
        years=tuple(years),
        others=tuple(others),
        plan=plan,
        undecided=len(
            awaiting_profile(results.questionnaire, results.sheet.profile, results.questions)
        ),
    )


def plan_standing(year: int, actions: Iterable[Action]) -> PlanStanding:
    """What the first page says of a plan."""
    kept = [action for action in actions if action.state != "dropped"]
    due = sorted(action.due.isoformat() for action in kept if action.is_open and action.due)
    done = sum(action.state == "done" for action in kept)
    return PlanStanding(year, len(kept), done, tuple(due))


def plan_under_way(tx: Transaction, structure: str, year: int) -> PlanStanding | None:
    """The standing of the plan of a year, else of the newest one before it."""
    found = next((item for item in tx.plans.years(structure) if item <= year), None)
    return None if found is None else plan_standing(found, tx.plans.of(structure, found))


def _waits(results: Results, entry: QuestionEntry) -> bool:
    """True for a question that somebody is expected to answer and has not."""
    return is_awaited(entry.question) and results.questions[entry.id].state == "unanswered"


def _following(results: Results, asked: list[QuestionEntry]) -> NextQuestion | None:
    entry = next((item for item in asked if _waits(results, item)), None)
    if entry is None:
        return None
    inside = [item for item in asked if item.theme == entry.theme and is_awaited(item.question)]
    waiting = [item for item in inside if _waits(results, item)]
    return NextQuestion(
        question=entry.id,
        theme=results.questionnaire.outline.nodes[entry.theme].title,
        rank=inside.index(entry) + 1,
        left=len(waiting),
        asked=len(inside),
        minutes=minutes(item.question for item in waiting),
    )
