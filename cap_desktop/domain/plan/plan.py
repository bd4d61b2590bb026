"""The improvement plan of a year, as its file `cap-plan/1` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, StrictInt, ValidationError

from cap_desktop.domain.exact import read_decimal
from cap_desktop.domain.questionnaire.fields import (
    DayValue,
    HeadingText,
    Importance,
    Note,
    Record,
    Reference,
    Remark,
    Year,
    refuse,
)
from cap_desktop.domain.questionnaire.nearest import unknown
from cap_desktop.domain.questionnaire.outline import Outline
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MaturityQuestion, MeasuredQuestion
from cap_desktop.domain.questionnaire.refusals import describe, location_of
from cap_desktop.domain.questionnaire.strict_json import join
from cap_desktop.errors import ActionRejected, Problem

FORMAT: Final = "cap-plan/1"

ActionState = Literal["todo", "doing", "done", "dropped"]
"""Late is no state: it is computed from the due date."""

CycleStep = Literal["plan", "do", "check", "act"]

OPEN: frozenset[ActionState] = frozenset({"todo", "doing"})

TOO_MANY = 12
"""Above this many open actions, a small team carries none of them through."""

LARGEST_RANK = 6


def _rank(value: int) -> int:
    if not 0 <= value <= LARGEST_RANK:
        raise refuse("E-RANGE", "whole", seen=str(value), expected=f"0..{LARGEST_RANK}")
    return value


Rank = Annotated[StrictInt, AfterValidator(_rank)]
"""The place of a level on its ladder, 0 for the lowest."""


class Milestone(Record):
    """A step on the way to the due date."""

    day: DayValue
    title: HeadingText
    done: bool = False


class Review(Record):
    """What was said of the action on a day; ``role`` rather than a name."""

    day: DayValue
    role: Remark = ""
    comment: HeadingText


class Action(Record):
    """One thing the structure decided to do; ``priority`` 1 comes first.

    ``id`` is empty until the action is kept. ``owner`` names a role first. ``expected_level``
    gives, by question, the level that the action aims at. ``start_value`` and ``target_value``
    are figures written in French where ``indicator_question`` is set. ``carried_from`` is the
    year whose plan the action comes from.
    """

    id: Remark = ""
    title: HeadingText
    themes: tuple[Reference, ...] = ()
    questions: tuple[Reference, ...] = ()
    suggestion: Reference | None = None
    finding: Note = None
    goal: Note = None
    priority: Importance
    owner: Remark = ""
    contributors: Remark = ""
    due: DayValue | None = None
    milestones: tuple[Milestone, ...] = ()
    time: Note = None
    budget: Note = None
    training: Note = None
    network_offer: Note = None
    indicator: Note = None
    indicator_question: Reference | None = None
    start_value: Note = None
    target_value: Note = None
    state: ActionState
    drop_reason: Note = None
    progress: Literal[0, 25, 50, 75, 100] = 0
    step: CycleStep = "plan"
    proof: Note = None
    proof_files: tuple[HeadingText, ...] = ()
    effectiveness: Note = None
    reviews: tuple[Review, ...] = ()
    carried_from: Year | None = None
    created_at: Remark = ""
    expected_level: dict[Reference, Rank] = {}

    @property
    def is_open(self) -> bool:
        """True while something is still to do."""
        return self.state in OPEN

    def is_late(self, today: date) -> bool:
        """True once the due date is past and the action is still open."""
        return self.is_open and self.due is not None and self.due < today


class Plan(Record):
    """The actions of a year, in the order the structure gave them."""

    format: Literal["cap-plan/1"]
    year: Year
    actions: tuple[Action, ...]

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that are still to do."""
        return tuple(action for action in self.actions if action.is_open)


@dataclass(frozen=True, slots=True)
class PastAction:
    """One change of an action; ``before`` is None where it came, ``after`` where it left."""

    action: str
    year: int
    at: str
    by: str
    before: Action | None
    after: Action | None


def has_too_many(actions: Iterable[Action]) -> bool:
    """True above ``TOO_MANY`` open actions: a warning, nothing is refused."""
    return sum(action.is_open for action in actions) > TOO_MANY


def changed(action: Action, **changes: object) -> Action:
    """The action with some fields changed, each checked; raises ``ActionRejected``."""
    fields = {**dict(action), **changes}
    try:
        return Action.model_validate(fields)
    except ValidationError as error:
        raise ActionRejected(tuple(_refused(fields, error))) from error


def duplicated(action: Action, title: str) -> Action:
    """A new action like another: what was done, said and reached of that one is not its own."""
    milestones = tuple(item.model_copy(update={"done": False}) for item in action.milestones)
    return changed(
        action,
        id="",
        created_at="",
        title=title,
        state="todo",
        progress=0,
        step="plan",
        drop_reason=None,
        proof=None,
        proof_files=(),
        effectiveness=None,
        reviews=(),
        carried_from=None,
        milestones=milestones,
    )


def _refused(fields: dict[str, object], error: ValidationError) -> Iterator[Problem]:
    """What was refused, said as in a file; the place is the form that the person sees."""
    for detail in error.errors(include_url=False, include_input=False):
        location = ("actions", 0, *location_of(detail["loc"]))
        yield describe({"actions": [fields]}, location, detail)._replace(place="")


def merged_action(before: Action, after: Action, kept: Action) -> Action:
    """Bring a change from ``before`` to ``after`` onto what is kept.

    Two hands may change one action: what the change leaves alone stays as it is kept.
    """
    changes: dict[str, Any] = {
        name: value for name, value in after if value != getattr(before, name)
    }
    return changed(kept, **changes)


def french_decimal(text: str, unit: str = "") -> Fraction | None:
    """Read a figure written in French, such as « 1 250,5 % »; None where it is not one."""
    return read_decimal(text, {unit.lower()})


# --- Problems ------------------------------------------------------------------------------


def plan_problems(plan: Plan, questionnaire: Questionnaire) -> Iterator[Problem]:
    """What a plan names that the questionnaire does not have, and ids written twice."""
    seen: dict[str, str] = {}
    for rank, action in enumerate(plan.actions):
        place = f"actions/{action.id}" if action.id else f"actions[{rank}]"
        if action.id in seen:
            yield Problem("E-ID-DUPLICATE", place, seen=action.id, name=seen[action.id])
        if action.id:
            seen[action.id] = action.title
        yield from action_problems(action, questionnaire, place)


def action_problems(
    action: Action, questionnaire: Questionnaire, place: str = ""
) -> Iterator[Problem]:
    """What an action names that the questionnaire does not have, and figures that are none."""
    outline = questionnaire.outline
    themes = {theme.id for theme in outline.themes()}
    suggestions = {item.id for item in questionnaire.suggestions}
    for name in action.questions:
        if name not in outline.by_id:
            yield unknown(join(place, f"questions/{name}"), "question", name, outline.by_id)
    for name in action.themes:
        if name not in themes:
            yield unknown(join(place, f"themes/{name}"), "target", name, themes)
    if action.suggestion is not None and action.suggestion not in suggestions:
        yield unknown(join(place, "suggestion"), "suggestion", action.suggestion, suggestions)
    yield from _indicator_problems(action, outline, place)
    yield from _level_problems(action, outline, place)


def _indicator_problems(action: Action, outline: Outline, place: str) -> Iterator[Problem]:
    name = action.indicator_question
    if name is None:
        return
    units = {
        entry.id: entry.question.unit
        for entry in outline.questions
        if isinstance(entry.question, MeasuredQuestion)
    }
    if name not in units:
        yield unknown(join(place, "indicator_question"), "indicator", name, units)
    for field in ("start_value", "target_value"):
        text = getattr(action, field)
        if text is not None and french_decimal(text, units.get(name, "")) is None:
            yield Problem("E-DECIMAL", join(place, field), "french", seen=text)


def _level_problems(action: Action, outline: Outline, place: str) -> Iterator[Problem]:
    ladders = {
        entry.id: entry.question
        for entry in outline.questions
        if isinstance(entry.question, MaturityQuestion)
    }
    for name, rank in action.expected_level.items():
        where = join(place, f"expected_level/{name}")
        if name not in ladders:
            yield unknown(where, "question", name, ladders)
        elif rank >= len(ladders[name].levels):
            last = len(ladders[name].levels) - 1
            yield Problem("E-RANGE", where, "whole", seen=str(rank), expected=(f"0..{last}",))
