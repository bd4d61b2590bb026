"""A shorter questionnaire inside the whole one: the questions that carry a tag."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.conditions import QuestionTest, ScoreTest, TestGroup
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
            "suggestions": tuple(item for item in kept.suggestions if _is_kept(item, names)),
        }
    )


def _short_theme(theme: Theme, tag: str) -> Theme:
    kept = tuple(question for question in theme.questions if tag in question.tags)
    return theme.model_copy(update={"questions": kept})


def _is_kept(suggestion: Suggestion, names: set[str]) -> bool:
    return names >= set(suggestion.targets) and names >= _read_by(suggestion.trigger.any)


def _read_by(groups: tuple[TestGroup, ...]) -> set[str]:
    """The questions and nodes that a trigger looks at."""
    read: set[str] = set()
    for group in groups:
        for test in group.all:
            if isinstance(test, QuestionTest):
                read.add(test.q)
            elif isinstance(test, ScoreTest):
                read.add(test.score)
    return read
