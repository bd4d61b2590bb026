"""Answers: what a person said to each question, as values (format.md §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fractions import Fraction

from cap_desktop.domain.questionnaire.profile import Profile


@dataclass(frozen=True, slots=True)
class Quotient:
    """The two figures of a ratio, as typed together."""

    num: Fraction
    den: Fraction


AnswerValue = str | tuple[str, ...] | Fraction | Quotient | date
"""A level, an option, yes/no or a text; several options; a figure; a ratio; a day."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question.

    At most one of ``value``, ``na`` and ``unknown`` is set; none of them is an answer that
    only carries a comment. ``reason_id`` is the reason chosen from the list of the question,
    ``reason`` what was typed. ``target`` is the structure's own, for an indicator;
    ``provisional`` says that a figure may still change.
    """

    value: AnswerValue | None = None
    na: bool = False
    reason: str = ""
    reason_id: str = ""
    unknown: bool = False
    comment: str = ""
    evidence: tuple[str, ...] = ()
    target: Fraction | None = None
    provisional: bool = False


NO_ANSWER = Answer()

_SAID = ("value", "na", "reason", "reason_id", "unknown", "provisional")
"""What is said together: an answer takes the place of « non applicable », and so on."""


def without_answer(kept: Answer) -> Answer:
    """What was noted beside an answer, without what was said."""
    return replace(kept, **{name: getattr(NO_ANSWER, name) for name in _SAID})


def merged(before: Answer, after: Answer, kept: Answer) -> Answer:
    """Bring a change from ``before`` to ``after`` onto what is kept.

    Two hands may change one answer: what the change leaves alone stays as it is kept.
    """
    changed = {
        item.name: getattr(after, item.name)
        for item in fields(Answer)
        if getattr(before, item.name) != getattr(after, item.name)
    }
    if changed.keys() & set(_SAID):
        changed |= {name: getattr(after, name) for name in _SAID}
    return replace(kept, **changed)


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answers of one structure to one version; ``importance`` holds its own choices."""

    profile: Profile = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    importance: Mapping[str, int] = field(default_factory=dict)

    def of(self, question: str) -> Answer:
        """The answer to a question, an empty one where nothing was said."""
        return self.answers.get(question, NO_ANSWER)
