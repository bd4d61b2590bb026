"""Ideas for the plan: what the results suggest, proposed and never added by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from cap_desktop.domain.answers.assessment import KeptAnswer
from cap_desktop.domain.exact import HUNDRED, ZERO
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.fields import TEXT_LIMIT
from cap_desktop.domain.questionnaire.questionnaire import Suggestion
from cap_desktop.domain.scoring.alerts import asked_by
from cap_desktop.domain.scoring.priorities import Factors, Priority
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.text import cut

FIRST, MEDIUM = 1, 2


@dataclass(frozen=True, slots=True)
class Idea:
    """A suggestion raised by the results, and the published priority that ranks it.

    ``target`` is the question or theme that gives the priority, with its score today and the
    score aimed at; ``factors`` is None, and ``value`` zero, where nothing scored is aimed at.
    ``themes`` are those it touches, the weakest first, and ``worked_on`` the open actions of
    the plan that are already about its questions. ``alerts`` are those of compliance that it
    answers: it then comes first.
    """

    suggestion: Suggestion
    value: Fraction
    target: str
    score: Fraction | None
    aim: Fraction | None
    factors: Factors | None
    questions: tuple[str, ...]
    themes: tuple[str, ...]
    worked_on: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the suggestion."""
        return self.suggestion.id


def ideas_of(
    results: Results, actions: Iterable[Action], hidden: Collection[str] = ()
) -> tuple[Idea, ...]:
    """The suggestions raised; those in the plan or hidden left out.

    What answers an alert comes first, then by published priority.
    """
    plan = tuple(actions)
    taken = {action.suggestion for action in plan} | set(hidden)
    return tuple(
        replace(idea, worked_on=_about(idea, plan))
        for idea in _ranked(results)
        if idea.id not in taken
    )


def _about(idea: Idea, plan: tuple[Action, ...]) -> tuple[str, ...]:
    asked = set(idea.questions)
    return tuple(action.id for action in plan if action.is_open and asked & set(action.questions))


def _ranked(results: Results) -> Iterable[Idea]:
    """Every suggestion raised once, where its greatest priority puts it, then the others."""
    known = {item.id: item for item in results.questionnaire.suggestions}
    best: dict[str, Priority | None] = {}
    for priority in sorted(results.advice.priorities, key=lambda item: -item.value):
        for name in priority.suggestions:
            best.setdefault(name, priority)
    for name in results.advice.raised:
        best.setdefault(name, None)
    ideas = [_idea(results, known[name], priority) for name, priority in best.items()]
    return sorted(ideas, key=lambda idea: not idea.alerts)


def _idea(results: Results, suggestion: Suggestion, priority: Priority | None) -> Idea:
    outline = results.questionnaire.outline
    questions = tuple(name for name in suggestion.targets if name in outline.by_id)
    touched = dict.fromkeys(
        outline.by_id[name].theme if name in outline.by_id else name for name in suggestion.targets
    )
    target = suggestion.targets[0] if priority is None else priority.target
    score, aim = _aim(results, target)
    return Idea(
        suggestion=suggestion,
        value=ZERO if priority is None else priority.value,
        target=target,
        score=score,
        aim=aim,
        factors=None if priority is None else priority.factors,
        questions=questions,
        themes=tuple(sorted(touched, key=lambda name: _weakness(results, name))),
        alerts=tuple(alert for alert in results.alerts if asked_by(alert) in questions),
    )


def _aim(results: Results, target: str) -> tuple[Fraction | None, Fraction | None]:
    if target in results.nodes:
        return results.nodes[target].score, HUNDRED
    resolved = results.questions[target]
    return resolved.score, resolved.entry.question.target if resolved.score is not None else None


def _weakness(results: Results, theme: str) -> Fraction:
    score = results.nodes[theme].score
    return HUNDRED if score is None else score


def action_from(
    idea: Idea, results: Results, kept: Mapping[str, KeptAnswer], missing: Iterable[str] = ()
) -> Action:
    """An action to edit, filled from an idea: the finding is what was said of its questions.

    The priority follows the importance of what it would improve: 3, the most, is 1. What
    answers an alert is of the first, and its finding begins by what is missing.
    """
    comments = [kept[name].answer.comment.strip() for name in idea.questions if name in kept]
    outline = results.questionnaire.outline
    order = [theme.id for theme in outline.themes() if theme.id in idea.themes]
    offers = [item.title for item in idea.suggestion.resources]
    return Action(
        title=idea.suggestion.title,
        themes=tuple(order),
        questions=idea.questions,
        suggestion=idea.id,
        finding=_note([*missing, *comments]),
        priority=_priority(idea),
        network_offer=_note(offers),
        state="todo",
    )


def _priority(idea: Idea) -> int:
    if idea.alerts:
        return FIRST
    return MEDIUM if idea.factors is None else 4 - idea.factors.importance


def _note(lines: Iterable[str]) -> str:
    """Lines in one field, each once; what a field cannot hold is left out, and a sign says so."""
    return cut("\n".join(dict.fromkeys(line for line in lines if line)), TEXT_LIMIT)
