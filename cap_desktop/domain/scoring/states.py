"""The state and the exact score of every question, in one pass (format.md §2.6 to §2.8)."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet, Quotient
from cap_desktop.domain.exact import HUNDRED, ZERO, clamp, parse_decimal, rounded, total
from cap_desktop.domain.questionnaire.conditions import Condition, ProfileTest, QuestionTest, Test
from cap_desktop.domain.questionnaire.outline import QuestionEntry, breakpoints_for, offered_options
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    Breakpoint,
    ComputedQuestion,
    MaturityQuestion,
    MeasuredQuestion,
    MultipleQuestion,
)
from cap_desktop.domain.scoring.truth import Truth, compared, every, holds

State = Literal["excluded", "undetermined", "na", "unanswered", "answered"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a question stands.

    ``score`` is exact and set only on an answered scored question; ``measure`` is the exact
    figure of an answered number or computed question; ``base`` its denominator.
    """

    entry: QuestionEntry
    answer: Answer
    state: State
    score: Fraction | None = None
    measure: Fraction | None = None
    base: Fraction | None = None

    @property
    def is_asked(self) -> bool:
        """True where the question is put to this structure: neither left out nor undecided.

        What only the employees in insertion are asked is no question of the agreed set.
        """
        if self.entry.question.is_for_staff:
            return False
        return self.state not in ("excluded", "undetermined")

    @property
    def is_open(self) -> bool:
        """True while the question may still be answered or opened (§2.9: the set U)."""
        return self.state in ("unanswered", "undetermined")


States = Mapping[str, Resolved]


def resolve(questionnaire: Questionnaire, sheet: AnswerSheet) -> dict[str, Resolved]:
    """Resolve every question in document order, by its id."""
    walk = _Pass(questionnaire, sheet)
    for entry in questionnaire.outline.questions:
        walk.states[entry.id] = walk.resolved(entry)
    return walk.states


def profile_truth(test: ProfileTest, profile: Profile) -> Truth:
    """True when the values of the field meet the list; unknown when the field is not filled."""
    values = profile.get(test.profile)
    if not values:
        return None
    return any(value in test.value for value in values)


def question_truth(test: QuestionTest, states: States, decimals: int) -> Truth:
    """Truth of a test on a question, from its state (§2.6)."""
    resolved = states[test.q]
    if resolved.is_open:
        return None
    if resolved.state == "excluded":
        return False
    if resolved.state == "na":
        return test.op == "is_na"
    if test.op in ("answered", "is_na"):
        return test.op == "answered"
    return _answer_truth(test, resolved, decimals)


def _answer_truth(test: QuestionTest, resolved: Resolved, decimals: int) -> bool:
    value, wanted = resolved.answer.value, test.value
    if isinstance(wanted, str):
        return _rank_truth(test.op, wanted, resolved, decimals)
    listed = wanted or ()
    if test.op == "includes_any":
        return isinstance(value, tuple) and any(item in value for item in listed)
    if test.op == "includes_all":
        return isinstance(value, tuple) and all(item in value for item in listed)
    return value in listed


def _rank_truth(op: str, wanted: str, resolved: Resolved, decimals: int) -> bool:
    question = resolved.entry.question
    if isinstance(question, MaturityQuestion):
        ranks = {level.id: Fraction(rank) for rank, level in enumerate(question.levels)}
        return compared(ranks[str(resolved.answer.value)], op, ranks[wanted])
    threshold = parse_decimal(wanted)
    if resolved.measure is None or threshold is None:
        return False
    return compared(shown_measure(resolved, resolved.measure, decimals), op, threshold)


def shown_measure(resolved: Resolved, measure: Fraction, decimals: int) -> Fraction:
    """The figure a person sees: as typed, or rounded where it was divided (§2.9, rule 9)."""
    return measure if resolved.base is None else rounded(measure, decimals)


class _Pass:
    """One walk in document order: tests only look back, so nothing is seen before its time."""

    def __init__(self, questionnaire: Questionnaire, sheet: AnswerSheet) -> None:
        self.sheet = sheet
        self.decimals = questionnaire.settings.decimals
        self.conditions: dict[str, Condition] = {
            condition.id: condition for condition in questionnaire.conditions
        }
        self.truths: dict[str, Truth] = {}
        self.states: dict[str, Resolved] = {}

    def resolved(self, entry: QuestionEntry) -> Resolved:
        answer = self.sheet.of(entry.id)
        if entry.show_if:
            visible = every(self._truth(name) for name in entry.show_if)
            if visible is not True:
                return Resolved(entry, answer, "excluded" if visible is False else "undetermined")
        if answer.na:
            return Resolved(entry, answer, "na")
        if isinstance(entry.question, MeasuredQuestion):
            return self._measured(entry, entry.question, answer)
        value = answer.value
        if isinstance(entry.question, MultipleQuestion) and isinstance(value, tuple):
            value = self._offered(entry.question, value)
            answer = replace(answer, value=value)
        if value is None or value == ():
            return Resolved(entry, answer, "unanswered")
        counts_as = entry.counts_as.get(value) if isinstance(value, str) else None
        if counts_as is not None:
            return Resolved(entry, answer, "na" if counts_as == "na" else "unanswered")
        score = self._choice_score(entry, value) if entry.question.scored else None
        return Resolved(entry, answer, "answered", _with_evidence(entry, answer, score))

    def _offered(self, question: MultipleQuestion, value: tuple[str, ...]) -> tuple[str, ...]:
        """What was ticked, without what another profile was offered."""
        offered = {option.id for option in offered_options(question, self.sheet.profile)}
        return tuple(item for item in value if item in offered)

    def _choice_score(self, entry: QuestionEntry, value: object) -> Fraction:
        question = entry.question
        if not isinstance(question, MultipleQuestion) or not isinstance(value, tuple):
            return entry.scores[str(value)]
        if question.mode == "max":
            return clamp(max(entry.scores[item] for item in value), ZERO, HUNDRED)
        if question.mode == "sum":
            return clamp(total(entry.scores[item] for item in value), ZERO, HUNDRED)
        offered = offered_options(question, self.sheet.profile)
        counted = [item for item in value if item not in entry.exclusive]
        return HUNDRED * len(counted) / (len(offered) - len(entry.exclusive))

    def _truth(self, name: str) -> Truth:
        if name not in self.truths:
            self.truths[name] = holds(self.conditions[name].any, self._test)
        return self.truths[name]

    def _test(self, test: Test) -> Truth:
        if isinstance(test, ProfileTest):
            return profile_truth(test, self.sheet.profile)
        if isinstance(test, QuestionTest):
            return question_truth(test, self.states, self.decimals)
        raise TypeError(test)  # the checker refuses scores in show_if

    def _measured(
        self, entry: QuestionEntry, question: MeasuredQuestion, answer: Answer
    ) -> Resolved:
        if isinstance(question, ComputedQuestion):
            figures = self._figures(question)
            if figures is None:
                return Resolved(entry, answer, "unanswered")
            numerator, denominator = figures
        elif isinstance(answer.value, Quotient):
            numerator, denominator = answer.value.num, answer.value.den
        elif isinstance(answer.value, Fraction):
            numerator, denominator = answer.value, None
        else:
            return Resolved(entry, answer, "unanswered")
        if denominator == 0:
            return Resolved(
                entry, answer, "na" if question.zero_denominator == "na" else "unanswered"
            )
        measure = numerator
        if denominator is not None:
            measure = question.exact_factor * numerator / denominator
        elif isinstance(question, ComputedQuestion) and question.factor is not None:
            measure = question.factor * numerator
        score = None
        if question.scored:
            points = breakpoints_for(question, self.sheet.profile)
            score = _with_evidence(entry, answer, interpolated(points, measure))
        return Resolved(entry, answer, "answered", score, measure, denominator)

    def _figures(self, question: ComputedQuestion) -> tuple[Fraction, Fraction | None] | None:
        sums: list[Fraction] = []
        for names in (question.numerator, question.denominator):
            measures = [self.states[name].measure for name in names]
            known = [measure for measure in measures if measure is not None]
            if len(known) < len(measures):
                return None
            sums.append(total(known))
        return sums[0], sums[1] if question.denominator else None


def _with_evidence(entry: QuestionEntry, answer: Answer, score: Fraction | None) -> Fraction | None:
    evidence = entry.question.evidence
    if score is None or evidence is None or evidence.cap_without is None or answer.evidence:
        return score
    return min(score, evidence.cap_without)


def interpolated(points: tuple[Breakpoint, ...], x: Fraction) -> Fraction:
    """Score of a figure on breakpoints: flat outside them, straight lines between (§2.8)."""
    if x <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in itertools.pairwise(points):
        if x <= right:
            return low + (x - left) * (high - low) / (right - left)
    return points[-1][1]
