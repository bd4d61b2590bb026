"""Alerts of compliance: what the law asks and an answer says is missing (format.md §2.5)."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.questionnaire.outline import offered_options
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MultipleQuestion, YesNoQuestion
from cap_desktop.domain.scoring.states import Resolved, States

_OF = "/"


def alerts(states: States, profile: Profile) -> tuple[str, ...]:
    """What raises an alert, in document order: a question, or a line of a list, `q10/registre`."""
    return tuple(name for resolved in states.values() for name in _raised(resolved, profile))


def _raised(resolved: Resolved, profile: Profile) -> Iterator[str]:
    question = resolved.entry.question
    if resolved.state != "answered" or question.is_for_staff:
        return
    if isinstance(question, YesNoQuestion):
        if question.alert_on is not None and resolved.answer.value == question.alert_on:
            yield question.id
    elif isinstance(question, MultipleQuestion) and question.is_compliance:
        chosen = resolved.answer.value
        assert isinstance(chosen, tuple)
        for option in offered_options(question, profile):
            if not option.exclusive and option.id not in chosen:
                yield alert_name(question.id, option.id)


def alert_name(question: str, option: str) -> str:
    """How an alert of a line of a list is named in the results."""
    return f"{question}{_OF}{option}"


def alert_title(questionnaire: Questionnaire, alert: str) -> str:
    """The duty that is missing: the line of a list, else the question."""
    question, line = questionnaire.outline.by_id[asked_by(alert)].question, line_of(alert)
    titles = {option.id: str(option.title) for option in question.choices}
    return titles[line] if line else question.title


def asked_by(alert: str) -> str:
    """The question that an alert comes from."""
    return alert.partition(_OF)[0]


def line_of(alert: str) -> str:
    """The line of a list that an alert comes from; empty where the question is no list."""
    return alert.partition(_OF)[2]
