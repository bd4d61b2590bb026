"""What the pages of the plan say at a glance: signs of progress, dates, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cap_desktop.i18n import _, counted
from cap_desktop.words.action_states import LATE, action_count, late_count, state_words
from cap_desktop.words.days import whole_day
from cap_desktop.words.numbers import NONE

if TYPE_CHECKING:
    from cap_desktop.domain.plan.plan import Action
    from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
    from cap_desktop.services.local.open_plan import OpenPlan

PROGRESS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Sign:
    """How far an action is: an icon, a word, and the tones of its ground and ink."""

    icon: str
    words: str
    ground: str
    ink: str


def state_sign(action: Action, *, is_late: bool) -> Sign:
    """Late is said first: it is what calls for something to be done."""
    if is_late:
        return Sign("triangle-alert", _(LATE), "warning_soft", "warning")
    words = state_words(action)
    if action.state == "done":
        return Sign("circle-check", words, "subtle", "success")
    if action.state == "dropped":
        return Sign("ban", words, "subtle", "text_secondary")
    if action.state == "doing":
        return Sign("half", words, "accent_soft", "accent")
    return Sign("ring", words, "subtle", "text_secondary")


def due_words(due: date | None) -> str:
    """The due date in words, a dash where there is none."""
    return NONE if due is None else whole_day(due)


def summary(opened: OpenPlan) -> str:
    """« 8 actions · 1 terminée · 1 en retard »."""
    if not opened.actions:
        return _("Aucune action pour l’instant")
    said = [action_count(len(opened.actions))]
    done = sum(action.state == "done" for action in opened.actions)
    dropped = sum(action.state == "dropped" for action in opened.actions)
    if done:
        said.append(counted("{number} terminée", "{number} terminées", done))
    if dropped:
        said.append(counted("{number} abandonnée", "{number} abandonnées", dropped))
    if opened.late:
        said.append(late_count(len(opened.late)))
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
