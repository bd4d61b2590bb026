"""The improvement plan of a year, as its file `cap-plan/1` says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cap_desktop.domain.checks.conditions import unknown
from cap_desktop.domain.fields import Day, Importance, Record, Reference, Text, Year
from cap_desktop.domain.questionnaire import Questionnaire
from cap_desktop.errors import Problem

FORMAT = "cap-plan/1"

ActionState = Literal["todo", "doing", "done", "dropped"]
"""Late is no state: it is computed from the due date."""


class Action(Record):
    """One thing the structure decided to do; ``priority`` 1 comes first."""

    title: Text
    questions: tuple[Reference, ...] = ()
    themes: tuple[Reference, ...] = ()
    finding: Text | None = None
    priority: Importance
    owner: Text
    due: Day
    state: ActionState
    indicator: Text | None = None


class Plan(Record):
    """The actions of a year, in the order the structure gave them."""

    format: Literal["cap-plan/1"]
    year: Year
    actions: tuple[Action, ...]


def plan_problems(plan: Plan, questionnaire: Questionnaire) -> Iterator[Problem]:
    """The questions and themes that the questionnaire does not have."""
    outline = questionnaire.outline
    themes = {theme.id for theme in outline.themes()}
    for rank, action in enumerate(plan.actions):
        for name in action.questions:
            if name not in outline.by_id:
                yield unknown(f"actions[{rank}]/questions/{name}", "question", name, outline.by_id)
        for name in action.themes:
            if name not in themes:
                yield unknown(f"actions[{rank}]/themes/{name}", "target", name, themes)
