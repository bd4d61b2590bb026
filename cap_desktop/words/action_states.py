"""Where an action stands, in the same words everywhere; known without the models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.i18n import _, counted, mark

if TYPE_CHECKING:
    from cap_desktop.domain.plan.plan import Action, Milestone

STATES = {
    "todo": mark("À lancer"),
    "doing": mark("En cours"),
    "done": mark("Terminée"),
    "dropped": mark("Abandonnée"),
}
PRIORITIES = {1: mark("Haute"), 2: mark("Moyenne"), 3: mark("Basse")}
STEPS = {
    "plan": mark("Planifier"),
    "do": mark("Faire"),
    "check": mark("Vérifier"),
    "act": mark("Agir"),
}
LATE = mark("En retard")
"""Computed, never typed."""


def priority_words(action: Action) -> str:
    """« Haute », « Moyenne » or « Basse »."""
    return _(PRIORITIES[action.priority])


def state_words(action: Action) -> str:
    """Where an action stands."""
    return _(STATES[action.state])


def progress_words(action: Action) -> str:
    """« En cours, 25 % »."""
    if action.state != "doing":
        return state_words(action)
    return _("{state}, {share}", state=state_words(action), share=share_words(action.progress))


def share_words(share: int) -> str:
    """How much of an action is done: « 25 % »."""
    return f"{share}\u00a0%"


def step_words(action: Action) -> str:
    """The step of the improvement wheel."""
    return _(STEPS[action.step])


def milestone_words(milestone: Milestone) -> str:
    """Whether a milestone is reached."""
    return _("fait") if milestone.done else _("à faire")


def action_count(number: int) -> str:
    """« 8 actions »."""
    return counted("{number} action", "{number} actions", number)


def late_count(number: int) -> str:
    """« 2 en retard »."""
    return counted("{number} en retard", "{number} en retard", number)
