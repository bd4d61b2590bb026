"""The words of the plan, the same on every page: progress, priority, steps, dates, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cap_desktop.i18n import _, counted, day_words, mark

if TYPE_CHECKING:
    from cap_desktop.domain.plan.plan import Action
    from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
    from cap_desktop.services.local.open_plan import OpenPlan

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
PROGRESS = (0, 25, 50, 75, 100)
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


@dataclass(frozen=True, slots=True)
class Sign:
    """How far an action is: an icon, a word, and the tones of its ground and ink."""

    icon: str
    words: str
    ground: str
    ink: str


def field_name(field: str) -> str:
    """The name of a field as the editor shows it."""
    return _(FIELDS.get(field, field))


def state_sign(action: Action, *, is_late: bool) -> Sign:
    """Late is said first: it is what calls for something to be done."""
    if is_late:
        return Sign("triangle-alert", _("En retard"), "warning_soft", "warning")
    words = _(STATES[action.state])
    if action.state == "done":
        return Sign("circle-check", words, "subtle", "success")
    if action.state == "dropped":
        return Sign("ban", words, "subtle", "text_secondary")
    if action.state == "doing":
        return Sign("half", words, "accent_soft", "accent")
    return Sign("ring", words, "subtle", "text_secondary")


def priority_words(action: Action) -> str:
    """The priority in a word."""
    return _(PRIORITIES[action.priority])


def due_words(due: date | None) -> str:
    """The due date in words, a dash where there is none."""
    return "–" if due is None else day_words(due.isoformat(), with_year=True)


def summary(opened: OpenPlan) -> str:
    """« 8 actions · 1 terminée · 1 en retard »."""
    if not opened.actions:
        return _("Aucune action pour l’instant")
    said = [counted("{number} action", "{number} actions", len(opened.actions))]
    done = sum(action.state == "done" for action in opened.actions)
    dropped = sum(action.state == "dropped" for action in opened.actions)
    if done:
        said.append(counted("{number} terminée", "{number} terminées", done))
    if dropped:
        said.append(counted("{number} abandonnée", "{number} abandonnées", dropped))
    if opened.late:
        said.append(counted("{number} en retard", "{number} en retard", len(opened.late)))
    return " · ".join(said)


def theme_codes(questionnaire: Questionnaire) -> dict[str, str]:
    """The short code of every theme, as on the results: letter of the part and rank."""
    codes: dict[str, str] = {}
    for letter, part in zip("ABCDEFGH", questionnaire.parts, strict=False):
        themes = [theme.id for axis in part.axes for theme in axis.themes]
        codes |= {name: f"{letter}{rank}" for rank, name in enumerate(themes, start=1)}
    return codes


def short_titles(questionnaire: Questionnaire) -> dict[str, str]:
    """The short title of every theme."""
    return {
        theme.id: theme.short_title
        for part in questionnaire.parts
        for axis in part.axes
        for theme in axis.themes
    }
