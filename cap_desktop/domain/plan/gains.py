"""What an action would change in the scores, and what it changed: exact, by scoring again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import AnswerSheet, without_answer
from cap_desktop.domain.comparison.comparison import Comparison
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MaturityQuestion
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.scoring import Results, score, score_nodes
from cap_desktop.domain.scoring.states import Resolved


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """The score of a theme or of a part today and after, exact; None where there is none."""

    node: str
    before: Fraction | None
    after: Fraction | None

    @property
    def points(self) -> Fraction | None:
        """By how many points the score moves."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ExpectedGain:
    """What one practice at another level would change: its theme, and its part."""

    question: str
    rank: int
    theme: ScoreChange
    part: ScoreChange


@dataclass(frozen=True, slots=True)
class Projection:
    """Scores today beside those where the levels aimed at are reached.

    ``levels`` gives the level aimed at by question; themes and parts are in document order.
    """

    levels: Mapping[str, int]
    themes: tuple[ScoreChange, ...]
    parts: tuple[ScoreChange, ...]


def level_of(resolved: Resolved) -> int | None:
    """The level of an answered practice, 0 for the lowest; None where there is none."""
    question = resolved.entry.question
    if resolved.state != "answered" or not isinstance(question, MaturityQuestion):
        return None
    names = [level.id for level in question.levels]
    return names.index(str(resolved.answer.value))


def next_level(resolved: Resolved) -> int | None:
    """The level to aim at by default: the next one, until the target is reached.

    None for what has no level today.
    """
    today = level_of(resolved)
    if today is None:
        return None
    return min(today + 1, max(today, _enough(resolved.entry)))


def _enough(entry: QuestionEntry) -> int:
    """The lowest level whose score reaches the target of the question, else the highest."""
    scores = list(entry.scores.values())
    reaching = (rank for rank, value in enumerate(scores) if value >= entry.question.target)
    return next(reaching, len(scores) - 1)


def expected_gain(
    questionnaire: Questionnaire, sheet: AnswerSheet, question: str, rank: int
) -> ExpectedGain:
    """Score again with the one practice at level ``rank``, all the rest as it is."""
    return expected_gains(questionnaire, sheet, {question: rank})[question]


def expected_gains(
    questionnaire: Questionnaire, sheet: AnswerSheet, levels: Mapping[str, int]
) -> dict[str, ExpectedGain]:
    """For each practice, score again with it alone at its level of ``levels``."""
    before = score_nodes(questionnaire, sheet)

    def gain(question: str, rank: int) -> ExpectedGain:
        supposed = _at_levels(questionnaire, sheet, {question: rank})
        after = score_nodes(questionnaire, supposed)
        entry = questionnaire.outline.by_id[question]
        return ExpectedGain(
            question, rank, _change(before, after, entry.theme), _change(before, after, entry.part)
        )

    return {question: gain(question, rank) for question, rank in levels.items()}


def projection(
    questionnaire: Questionnaire, sheet: AnswerSheet, actions: Iterable[Action]
) -> Projection:
    """Score again with every practice of the actions at the level that they aim at.

    A practice that is already there, or asked of nobody, stays as it is.
    """
    before = score(questionnaire, sheet)
    levels = aimed_levels(before, actions)
    after = before.nodes
    if levels:
        after = score_nodes(questionnaire, _at_levels(questionnaire, sheet, levels))
    outline = questionnaire.outline
    return Projection(
        levels,
        tuple(_change(before.nodes, after, theme.id) for theme in outline.themes()),
        tuple(_change(before.nodes, after, part.id) for part in outline.parts),
    )


def aimed_levels(results: Results, actions: Iterable[Action]) -> dict[str, int]:
    """The level aimed at for each practice that is below it; the highest of several aims."""
    levels: dict[str, int] = {}
    for action in actions:
        for name in dict.fromkeys((*action.questions, *action.expected_level)):
            rank = _aimed(results.questions.get(name), action)
            if rank is not None:
                levels[name] = max(rank, levels.get(name, rank))
    return levels


def _aimed(resolved: Resolved | None, action: Action) -> int | None:
    if resolved is None or not isinstance(resolved.entry.question, MaturityQuestion):
        return None
    if resolved.state not in ("answered", "unanswered"):
        return None
    aim = action.expected_level.get(resolved.entry.id)
    if aim is None:
        aim = next_level(resolved)
    today = level_of(resolved)
    return aim if aim is not None and (today is None or aim > today) else None


def _at_levels(
    questionnaire: Questionnaire, sheet: AnswerSheet, levels: Mapping[str, int]
) -> AnswerSheet:
    """The same sheet with some practices at other levels; their evidence stays."""
    answers = dict(sheet.answers)
    for name, rank in levels.items():
        question = questionnaire.outline.by_id[name].question
        if not isinstance(question, MaturityQuestion):
            raise ValueError(name)
        level = question.levels[rank].id
        answers[name] = replace(without_answer(sheet.of(name)), value=level)
    return replace(sheet, answers=answers)


def _change(
    before: Mapping[str, NodeScore], after: Mapping[str, NodeScore], node: str
) -> ScoreChange:
    return ScoreChange(node, before[node].score, after[node].score)


@dataclass(frozen=True, slots=True)
class ObservedGain:
    """What moved between two years where an action worked, on the common base.

    ``practices`` are the action's own, ``themes`` those they are in; both are ids of the newer
    version, with the exact scores of the two years.
    """

    action: str
    practices: tuple[ScoreChange, ...]
    themes: tuple[ScoreChange, ...]


def observed_gain(comparison: Comparison, action: Action) -> ObservedGain:
    """Read an action of the older year in a comparison; what does not compare is left out."""
    wanted = set(action.questions)
    units = [
        unit
        for movement in comparison.parts.values()
        for unit in movement.units
        if unit.is_usable and wanted & set(unit.link.from_)
    ]
    outline = comparison.new.questionnaire.outline
    themes = {outline.by_id[unit.link.to[0]].theme for unit in units} | set(action.themes)
    changes = []
    for theme in outline.themes():
        base = comparison.common_base(theme.id) if theme.id in themes else None
        if base is not None:
            changes.append(ScoreChange(theme.id, *base))
    practices = tuple(ScoreChange(unit.link.to[0], unit.old, unit.new) for unit in units)
    return ObservedGain(action.id, practices, tuple(changes))
