"""A shorter questionnaire inside the whole one: the questions that carry a tag."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.conditions import BandTest, QuestionTest, ScoreTest, TestGroup
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire, Suggestion
from cap_desktop.domain.questionnaire.tree import Theme


def short_version(questionnaire: Questionnaire, tag: str) -> Questionnaire:
    """Keep the tagged questions, and all that still makes sense with them.

    The result bears another id, ``<id>-<tag>``: its scores are means of fewer questions and
    are never those of the whole. Themes without a tagged question disappear.
    """
    parts = []
    for part in questionnaire.parts:
        axes = []
        for axis in part.axes:
            themes = tuple(
                short for theme in axis.themes if (short := _short_theme(theme, tag)).questions
            )
            if themes:
                axes.append(axis.model_copy(update={"themes": themes}))
        if axes:
            parts.append(part.model_copy(update={"axes": tuple(axes)}))
    kept = questionnaire.model_copy(
        update={
            "id": f"{questionnaire.id}-{tag}",
            "parts": tuple(parts),
            "previous": None,
            "lineage": (),
            "retired": (),
        }
    )
    # A copy carries the cached outline of the whole.
    kept.__dict__.pop("outline", None)
    names = kept.outline.by_id.keys() | kept.outline.nodes.keys()
    return kept.model_copy(
        update={
            "checks": tuple(check for check in kept.checks if names >= {*check.left, *check.right}),
            "suggestions": tuple(
                found for item in kept.suggestions if (found := _short_suggestion(item, names))
            ),
        }
    )


def _short_theme(theme: Theme, tag: str) -> Theme:
    kept = tuple(question for question in theme.questions if tag in question.tags)
    return theme.model_copy(update={"questions": kept})


def _short_suggestion(suggestion: Suggestion, names: set[str]) -> Suggestion | None:
    """An action as far as it is about what is kept: a low answer kept leads somewhere still."""
    targets = tuple(name for name in suggestion.targets if name in names)
    groups = tuple(group for group in suggestion.trigger.any if names >= _read_by(group))
    if not targets or not groups:
        return None
    trigger = suggestion.trigger.model_copy(update={"any": groups})
    return suggestion.model_copy(update={"targets": targets, "trigger": trigger})


def _read_by(group: TestGroup) -> set[str]:
    """The questions and nodes that must be kept for a group of tests to be asked."""
    read: set[str] = set()
    for test in group.all:
        if isinstance(test, QuestionTest):
            read.add(test.q)
        elif isinstance(test, ScoreTest):
            read.add(test.score)
        elif isinstance(test, BandTest):
            read.add(test.band)
    return read
