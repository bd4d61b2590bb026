"""What another profile would change, told before it is kept."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, AnswerSheet
from cap_desktop.domain.questionnaire.conditions import ProfileTest
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import ComputedQuestion
from cap_desktop.domain.scoring.indicators import is_awaited
from cap_desktop.domain.scoring.states import States, resolve


@dataclass(frozen=True, slots=True)
class ProfileEffect:
    """How many questions appear and disappear; ``set_aside`` of the latter have an answer."""

    more: int
    fewer: int
    set_aside: int


def effect_of(questionnaire: Questionnaire, sheet: AnswerSheet, profile: Profile) -> ProfileEffect:
    """Compare what is asked under the profile of a sheet and under another one."""
    before = _asked(questionnaire, sheet)
    after = _asked(questionnaire, AnswerSheet(profile, sheet.answers, sheet.importance))
    hidden = before - after
    kept = [name for name in hidden if sheet.of(name) != NO_ANSWER]
    return ProfileEffect(len(after - before), len(hidden), len(kept))


def awaiting_profile(
    questionnaire: Questionnaire, profile: Profile, states: States
) -> tuple[str, ...]:
    """The questions that are asked of nobody yet: a field of the profile that is empty decides."""
    undecided = {
        condition.id
        for condition in questionnaire.conditions
        for group in condition.any
        for test in group.all
        if isinstance(test, ProfileTest) and not profile.get(test.profile)
    }
    return tuple(
        name
        for name, resolved in states.items()
        if resolved.state == "undetermined"
        and is_awaited(resolved.entry.question)
        and not undecided.isdisjoint(resolved.entry.show_if)
    )


def _asked(questionnaire: Questionnaire, sheet: AnswerSheet) -> AbstractSet[str]:
    """The questions that somebody answers: a computed figure is never typed."""
    return {
        name
        for name, resolved in resolve(questionnaire, sheet).items()
        if resolved.is_asked and not isinstance(resolved.entry.question, ComputedQuestion)
    }
