"""The words of an action: its fields, its means, what it is measured by."""

from __future__ import annotations

from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.i18n import _, mark

Labelled = tuple[str, str]
"""A field of the action in words, and what it holds."""

MEANS = ("time", "budget", "training", "network_offer")
FIELDS = {
    "title": mark("Intitulé"),
    "themes": mark("Thème"),
    "questions": mark("Questions"),
    "finding": mark("Constat"),
    "goal": mark("Objectif"),
    "priority": mark("Priorité"),
    "owner": mark("Pilote"),
    "contributors": mark("Contributeurs"),
    "due": mark("Échéance"),
    "milestones": mark("Jalons"),
    "time": mark("Temps"),
    "budget": mark("Budget"),
    "training": mark("Formation"),
    "network_offer": mark("Offre du réseau"),
    "indicator": mark("Indicateur de suivi"),
    "indicator_question": mark("Indicateur de suivi"),
    "start_value": mark("Valeur de départ"),
    "target_value": mark("Cible"),
    "state": mark("Avancement"),
    "progress": mark("Avancement"),
    "drop_reason": mark("Raison de l’abandon"),
    "step": mark("Étape"),
    "proof": mark("Preuve de réalisation"),
    "effectiveness": mark("Efficacité constatée"),
    "reviews": mark("Revues"),
    "expected_level": mark("Niveau visé"),
}


def field_name(field: str) -> str:
    """The name of a field, the same in the editor and in the report."""
    return _(FIELDS.get(field, field))


def means(action: Action) -> tuple[Labelled, ...]:
    """Time, budget, training and what the network offers, where they are filled in."""
    found = tuple((field_name(name), getattr(action, name)) for name in MEANS)
    return tuple((name, text) for name, text in found if text)


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
