"""Suggestions raised, and the published priority of what they would improve (format.md §2.12).

A weight is read beside the largest of its own part: with the largest of the whole, a part of few
questions would take every first place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, repeat

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.exact import HUNDRED, ZERO, parse_decimal, rounded
from cap_desktop.domain.questionnaire.conditions import (
    BandTest,
    ProfileTest,
    QuestionTest,
    ScoreTest,
    Test,
)
from cap_desktop.domain.questionnaire.outline import Outline
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire, Suggestion
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.states import States, profile_truth, question_truth
from cap_desktop.domain.scoring.truth import Truth, compared, holds
from cap_desktop.domain.scoring.weights import EffectiveWeights

DEFAULT_EFFORT = 3
DEFAULT_IMPORTANCE = 2
SHORTLY, IN_FULL = (3, 2), (6, 4)
"""How many things to work on first are shown of each part, in the order of the parts.

A further part has as many as the last.
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a trigger may look at."""

    questionnaire: Questionnaire
    sheet: AnswerSheet
    states: States
    nodes: Mapping[str, NodeScore]
    bands: Mapping[str, str | None]

    def truth(self, suggestion: Suggestion) -> Truth:
        """Whether the suggestion is raised; unknown while a score it reads is missing."""
        return holds(suggestion.trigger.any, self._test)

    def _test(self, test: Test) -> Truth:
        decimals = self.questionnaire.settings.decimals
        if isinstance(test, ProfileTest):
            return profile_truth(test, self.sheet.profile)
        if isinstance(test, QuestionTest):
            return question_truth(test, self.states, decimals)
        if isinstance(test, ScoreTest):
            score = self._score(test.score)
            threshold = parse_decimal(str(test.value))
            if score is None or threshold is None:
                return None
            return compared(rounded(score, decimals), test.op, threshold)
        return self._band(test)

    def _score(self, name: str) -> Fraction | None:
        if name in self.states:
            return self.states[name].score
        return self.nodes[name].score

    def _band(self, test: BandTest) -> Truth:
        band = self.bands.get(test.band)
        return None if band is None else band in test.value


@dataclass(frozen=True, slots=True)
class Factors:
    """The five factors of a priority, each in 0..1 but ``gap``, in points."""

    gap: Fraction
    weight: Fraction
    importance: int
    effort: int

    @property
    def priority(self) -> Fraction:
        """``100 * gap * weight * importance/3 * (6 - effort)/5``, exact, in 0..100."""
        return self.gap * self.weight * Fraction(self.importance * (6 - self.effort), 15)


@dataclass(frozen=True, slots=True)
class Priority:
    """One thing worth improving first, with its factors and the suggestions that raise it."""

    target: str
    is_theme: bool
    value: Fraction
    factors: Factors
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the triggers gave: suggestions raised, still to complete, and priorities in order."""

    raised: tuple[str, ...]
    to_complete: tuple[str, ...]
    priorities: tuple[Priority, ...]


def _relative_weights(outline: Outline, weights: EffectiveWeights) -> dict[str, Fraction]:
    """The share of each question next to the greatest of its part, and so of each theme."""
    found: dict[str, Fraction] = {}
    for part in outline.parts:
        questions = [entry.id for entry in part.questions]
        themes = [theme.id for theme in outline.themes_of(part.id)]
        for names, shares in ((questions, weights.questions), (themes, weights.nodes)):
            inside = {name: shares[name] for name in names if shares.get(name)}
            greatest = max(inside.values(), default=ZERO)
            found |= {name: share / greatest for name, share in inside.items()}
    return found


def first_by_part(
    outline: Outline, priorities: Iterable[Priority], most: tuple[int, ...] = SHORTLY
) -> tuple[Priority, ...]:
    """The first priorities of each part, in their published order: parts are read side by side."""
    listed = tuple(priorities)
    found: list[Priority] = []
    for part, count in zip(outline.parts, chain(most, repeat(most[-1])), strict=False):
        found += [item for item in listed if part_of(outline, item.target) == part.id][:count]
    return tuple(found)


def part_of(outline: Outline, target: str) -> str:
    """The part that a question or a theme is in."""
    entry = outline.by_id.get(target)
    if entry is not None:
        return entry.part
    return outline.nodes[target].questions[0].part


def advice(scene: Scene, weights: EffectiveWeights) -> Advice:
    """Evaluate every trigger, then order what the raised suggestions would improve."""
    relative = _relative_weights(scene.questionnaire.outline, weights)
    raised: list[Suggestion] = []
    to_complete: list[str] = []
    for suggestion in scene.questionnaire.suggestions:
        truth = scene.truth(suggestion)
        if truth is True:
            raised.append(suggestion)
        elif truth is None:
            to_complete.append(suggestion.id)
    by_target: dict[str, list[Suggestion]] = {}
    for suggestion in raised:
        for target in suggestion.targets:
            by_target.setdefault(target, []).append(suggestion)
    found = []
    for target, suggestions in by_target.items():
        factors = _factors(scene, relative.get(target, ZERO), target, suggestions)
        value = ZERO if factors is None else factors.priority
        if factors is not None and value > 0:
            names = tuple(suggestion.id for suggestion in suggestions)
            found.append(Priority(target, target in scene.nodes, value, factors, names))
    found.sort(key=lambda item: _rank(scene, item))
    return Advice(tuple(suggestion.id for suggestion in raised), tuple(to_complete), tuple(found))


def _rank(scene: Scene, item: Priority) -> tuple[int, Fraction, bool, int, str]:
    """Its part, then the greatest priority, what is critical, document order, id."""
    outline, target = scene.questionnaire.outline, item.target
    parts = [part.id for part in outline.parts]
    part = parts.index(part_of(outline, target))
    entry = outline.by_id.get(target)
    if entry is None:
        return part, -item.value, True, outline.nodes[target].index, target
    return part, -item.value, entry.question.critical is None, entry.index, target


def _factors(
    scene: Scene, weight: Fraction, target: str, suggestions: list[Suggestion]
) -> Factors | None:
    efforts = [item.effort for item in suggestions if item.effort is not None]
    effort = efforts[0] if efforts else DEFAULT_EFFORT
    if target in scene.nodes:
        score = scene.nodes[target].score
        if score is None:
            return None
        return Factors(HUNDRED - score, weight, _importance(scene, target), effort)
    resolved = scene.states[target]
    if resolved.score is None:
        return None
    question = resolved.entry.question
    return Factors(
        gap=max(ZERO, question.target - resolved.score),
        weight=weight,
        importance=scene.sheet.importance.get(target, question.importance),
        effort=effort if question.effort is None else question.effort,
    )


def _importance(scene: Scene, theme: str) -> int:
    return scene.sheet.importance.get(theme, DEFAULT_IMPORTANCE)
