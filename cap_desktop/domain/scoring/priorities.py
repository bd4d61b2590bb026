"""Suggestions raised, and the published priority of what they would improve (format.md §2.12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.exact import HUNDRED, ONE, ZERO, parse_decimal, rounded
from cap_desktop.domain.questionnaire.conditions import (
    BandTest,
    ProfileTest,
    QuestionTest,
    ScoreTest,
    Test,
)
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire, Suggestion
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.states import States, profile_truth, question_truth
from cap_desktop.domain.scoring.truth import Truth, compared, holds
from cap_desktop.domain.scoring.weights import EffectiveWeights

DEFAULT_EFFORT = 3
DEFAULT_IMPORTANCE = 2


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


@dataclass(frozen=True, slots=True)
class _Shares:
    """Effective weights of one kind of target, and the greatest of them."""

    shares: Mapping[str, Fraction]
    greatest: Fraction

    def relative(self, name: str) -> Fraction:
        """The share of a target next to the greatest one, in 0..1."""
        share = self.shares.get(name, ZERO)
        return share / self.greatest if share else ZERO


def _shares(shares: Mapping[str, Fraction]) -> _Shares:
    return _Shares(shares, max(shares.values(), default=ONE))


def advice(scene: Scene, weights: EffectiveWeights) -> Advice:
    """Evaluate every trigger, then order what the raised suggestions would improve."""
    themes = {theme.id for theme in scene.questionnaire.outline.themes()}
    of_questions = _shares(weights.questions)
    of_themes = _shares({name: share for name, share in weights.nodes.items() if name in themes})
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
        shares = of_themes if target in themes else of_questions
        factors = _factors(scene, shares.relative(target), target, suggestions)
        value = ZERO if factors is None else factors.priority
        if factors is not None and value > 0:
            names = tuple(suggestion.id for suggestion in suggestions)
            found.append(Priority(target, target in scene.nodes, value, factors, names))
    found.sort(key=lambda item: (-item.value, *_rank(scene, item.target)))
    return Advice(tuple(suggestion.id for suggestion in raised), tuple(to_complete), tuple(found))


def _rank(scene: Scene, target: str) -> tuple[bool, int, str]:
    outline = scene.questionnaire.outline
    entry = outline.by_id.get(target)
    if entry is None:
        return True, outline.nodes[target].index, target
    return entry.question.critical is None, entry.index, target


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
