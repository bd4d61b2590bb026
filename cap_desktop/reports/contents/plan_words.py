"""The words of an action: its priority, where it stands, its means, its figures."""

from __future__ import annotations

from datetime import date

from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.i18n import _, day_words

Labelled = tuple[str, str]
"""A field of the action in words, and what it holds."""


def day(value: date) -> str:
    """« 31 mars 2027 »."""
    return day_words(value.isoformat(), with_year=True)


def priority_words(action: Action) -> str:
    """« Haute », « Moyenne » or « Basse »."""
    return {1: _("Haute"), 2: _("Moyenne"), 3: _("Basse")}[action.priority]


def state_words(action: Action) -> str:
    """Where an action stands."""
    return {
        "todo": _("À lancer"),
        "doing": _("En cours"),
        "done": _("Terminée"),
        "dropped": _("Abandonnée"),
    }[action.state]


def progress_words(action: Action) -> str:
    """« En cours, 25 % »."""
    if action.state != "doing":
        return state_words(action)
    return _("{state}, {share}\u00a0%", state=state_words(action), share=action.progress)


def step_words(action: Action) -> str:
    """The step of the improvement wheel."""
    return {
        "plan": _("Planifier"),
        "do": _("Faire"),
        "check": _("Vérifier"),
        "act": _("Agir"),
    }[action.step]


def means(action: Action) -> tuple[Labelled, ...]:
    """Time, budget, training and what the network offers, where they are filled in."""
    found = (
        (_("Temps"), action.time),
        (_("Budget"), action.budget),
        (_("Formation"), action.training),
        (_("Offre du réseau"), action.network_offer),
    )
    return tuple((label, text) for label, text in found if text)


def indicator_words(action: Action, questionnaire: Questionnaire) -> str:
    """What is followed; the question of the questionnaire where the action names one only."""
    if action.indicator:
        return action.indicator
    entry = questionnaire.outline.by_id.get(action.indicator_question or "")
    return "" if entry is None else entry.question.title


def figures_words(action: Action, questionnaire: Questionnaire) -> str:
    """« de 76,6 à 90 % »; nothing where neither value is given."""
    entry = questionnaire.outline.by_id.get(action.indicator_question or "")
    question = None if entry is None else entry.question
    unit = f"\u00a0{question.unit}" if isinstance(question, MeasuredQuestion) else ""
    start, target = action.start_value, action.target_value
    if start and target:
        return _("de {start} à {target}", start=start, target=target + unit)
    if target:
        return _("cible\u00a0: {target}", target=target + unit)
    return _("départ\u00a0: {start}", start=start + unit) if start else ""
