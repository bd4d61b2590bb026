"""An action that goes on in the plan of a later year, perhaps under another questionnaire."""

from __future__ import annotations

from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.domain.plan.plan import Action, changed
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MaturityQuestion, MeasuredQuestion


def carried(
    action: Action, year: int, questionnaire: Questionnaire, path: Succession | None
) -> Action:
    """The action of ``year`` as the plan of a later year takes it: the same id, all it says.

    Its questions become those that came from them; what the later questionnaire does not have
    is left out.
    """
    outline = questionnaire.outline
    questions = tuple(
        dict.fromkeys(
            new for old in action.questions for new in _after(old, path) if new in outline.by_id
        )
    )
    themes = tuple(name for name in action.themes if name in outline.nodes)
    of_questions = tuple(dict.fromkeys(outline.by_id[name].theme for name in questions))
    figure = outline.by_id.get(action.indicator_question or "")
    return changed(
        action,
        questions=questions,
        themes=themes or of_questions,
        suggestion=_known_suggestion(action, questionnaire),
        indicator_question=(
            figure.id if figure and isinstance(figure.question, MeasuredQuestion) else None
        ),
        expected_level={
            name: rank
            for name, rank in action.expected_level.items()
            if name in outline.by_id and _has_level(outline.by_id[name].question, rank)
        },
        carried_from=year,
    )


def _after(question: str, path: Succession | None) -> tuple[str, ...]:
    """The ids of the later version that came from a question; itself where nothing is known."""
    links = [] if path is None else [link for link in path.links if question in link.from_]
    if not links:
        return (question,)
    return tuple(name for link in links for name in link.to)


def _known_suggestion(action: Action, questionnaire: Questionnaire) -> str | None:
    known = {item.id for item in questionnaire.suggestions}
    return action.suggestion if action.suggestion in known else None


def _has_level(question: object, rank: int) -> bool:
    return isinstance(question, MaturityQuestion) and rank < len(question.levels)
