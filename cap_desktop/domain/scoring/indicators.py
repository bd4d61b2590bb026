"""What is read beside the scores: indicators, consistency of figures, N/A share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.exact import HUNDRED, ZERO, format_decimal, published, rounded, total
from cap_desktop.domain.questionnaire.outline import Outline
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import ConsistencyCheck, Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    MeasuredQuestion,
    NumberQuestion,
    ReferenceValue,
)
from cap_desktop.domain.scoring.states import Resolved, States, shown_measure

Light = Literal["reached", "near", "gap"]

NEAR = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure read beside the score (format.md §2.9b).

    ``value`` is exact; ``target`` is the structure's own, else the first reference that fits
    its profile; ``is_small`` marks a quotient over too few people to be read as a rate and
    ``is_quotient`` any figure that was divided.
    """

    question: str
    value: Fraction
    target: Fraction | None
    references: tuple[ReferenceValue, ...]
    light: Light | None
    is_small: bool
    is_quotient: bool


def indicators(questionnaire: Questionnaire, states: States, sheet: AnswerSheet) -> list[Indicator]:
    """The answered unscored figures, in document order."""
    decimals = questionnaire.settings.decimals
    found = []
    for resolved in states.values():
        question = resolved.entry.question
        if isinstance(question, MeasuredQuestion) and not question.scored:
            indicator = _indicator(question, resolved, sheet.profile, decimals)
            if indicator is not None:
                found.append(indicator)
    return found


def _indicator(
    question: MeasuredQuestion, resolved: Resolved, profile: Profile, decimals: int
) -> Indicator | None:
    if resolved.measure is None:
        return None
    references = fitting_references(question, profile)
    target = resolved.answer.target
    if target is None and references:
        target = references[0].value
    shown = shown_measure(resolved, resolved.measure, decimals)
    is_small = _is_small(question, resolved.base)
    return Indicator(
        question=question.id,
        value=resolved.measure,
        target=target,
        references=references,
        light=None if target is None or is_small else light(shown, target, question.sense),
        is_small=is_small,
        is_quotient=resolved.base is not None,
    )


def shown_value(indicator: Indicator, decimals: int) -> str:
    """The figure as it is printed: as typed, or rounded once where it was divided."""
    if indicator.is_quotient:
        return published(indicator.value, decimals)
    return format_decimal(rounded(indicator.value, 6))


def fitting_references(question: MeasuredQuestion, profile: Profile) -> tuple[ReferenceValue, ...]:
    """The reference values for this profile: those made for it first, then those for all."""
    options = {option for values in profile.values() for option in values}
    own = [item for item in question.references if set(item.profile) & options]
    general = [item for item in question.references if not item.profile]
    return (*own, *general)


def light(value: Fraction, target: Fraction, sense: str | None) -> Light | None:
    """Reached at the target, near from nine tenths of it; none where no sense is given."""
    if sense == "higher":
        return "reached" if value >= target else "near" if value >= NEAR * target else "gap"
    if sense == "lower":
        # Nine tenths of the target, read the other way: the target is nine tenths of the value.
        return "reached" if value <= target else "near" if target >= NEAR * value else "gap"
    return None


def _is_small(question: MeasuredQuestion, base: Fraction | None) -> bool:
    least = None
    if isinstance(question, NumberQuestion | ComputedQuestion):
        least = question.small_below
    return least is not None and base is not None and base < least


def broken_checks(questionnaire: Questionnaire, states: States) -> tuple[ConsistencyCheck, ...]:
    """The relations between figures that do not hold (format.md §2.5, ``checks``)."""
    return tuple(check for check in questionnaire.checks if _is_broken(check, states))


def _is_broken(check: ConsistencyCheck, states: States) -> bool:
    left = [states[name].measure for name in check.left]
    right = [states[name].measure for name in check.right]
    figures = [measure for measure in (*left, *right) if measure is not None]
    if len(figures) < len(left) + len(right):
        return False
    first, second = total(figures[: len(left)]), total(figures[len(left) :])
    slack = abs(second) * (check.tolerance or ZERO) / HUNDRED
    if check.op == "lte":
        return first > second + slack
    if check.op == "gte":
        return first < second - slack
    return abs(first - second) > slack


def heavily_not_applicable(
    outline: Outline, states: States, limit: Fraction, decimals: int
) -> tuple[str, ...]:
    """The themes whose declared N/A weigh more than the limit (§2.9, rule 12)."""
    found = []
    for theme in outline.themes():
        counted = [states[entry.id] for entry in theme.questions if entry.counts]
        declared = total(_weight(item) for item in counted if item.answer.na and item.state == "na")
        if declared:
            kept = total(
                _weight(item) for item in counted if item.is_open or item.score is not None
            )
            if rounded(HUNDRED * declared / (declared + kept), decimals) > limit:
                found.append(theme.id)
    return tuple(found)


def _weight(resolved: Resolved) -> Fraction:
    return resolved.entry.question.weight


@dataclass(frozen=True, slots=True)
class IndicatorProgress:
    """How far the filling in is: displayed required questions done, out of all of them."""

    done: int
    asked: int


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """The displayed questions of a theme, or of them all, as every page counts them.

    ``asked`` are awaited, ``optional`` may be left; ``computed`` figures are no questions.
    """

    done: int
    asked: int
    optional: int
    computed: int

    @property
    def left(self) -> int:
        """How many are still awaited."""
        return self.asked - self.done


def is_awaited(question: BaseQuestion) -> bool:
    """True for what somebody is expected to answer: required, and typed.

    A computed figure waits for its sources: counting it too would ask for them twice. What only
    the employees in insertion are asked is awaited of nobody else.
    """
    is_typed = not isinstance(question, ComputedQuestion)
    return question.required and is_typed and not question.is_for_staff


def count_of(found: Iterable[Resolved]) -> QuestionCount:
    """Count questions; those that are not displayed count for nothing."""
    done = asked = optional = computed = 0
    for resolved in found:
        if not resolved.is_asked:
            continue
        if is_awaited(resolved.entry.question):
            asked += 1
            done += resolved.state != "unanswered"
        elif isinstance(resolved.entry.question, ComputedQuestion):
            computed += 1
        else:
            optional += 1
    return QuestionCount(done, asked, optional, computed)


def progress(states: States) -> IndicatorProgress:
    """Count the displayed questions that somebody is expected to answer (§2.9, rule 11)."""
    found = count_of(states.values())
    return IndicatorProgress(found.done, found.asked)
