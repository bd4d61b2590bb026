"""Where a person is while answering, and where the next step and the one before lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from cap_desktop.gui.presentation.progress import (
    all_displayed,
    displayed,
    first_waiting,
    themes_after,
)
from cap_desktop.services.local.open_assessment import OpenAssessment


@dataclass(frozen=True, slots=True)
class Position:
    """A question, or a whole theme: its summary at its end, or the list of its questions.

    A whole theme remembers the question it was asked from.
    """

    theme: str
    question: str
    whole: Literal["", "end", "list"] = ""


class AnsweringLeftOff(NamedTuple):
    """A place in an assessment, and which folds of the help are open."""

    assessment: str
    place: Position | None
    folds: tuple[bool, ...]


def place_of(opened: OpenAssessment, question: str) -> Position:
    """The place of a question."""
    return Position(opened.questionnaire.outline.by_id[question].theme, question)


def after(opened: OpenAssessment, place: Position) -> Position | None:
    """The next place; None after the summary of the last theme."""
    if place.whole == "list":
        return replace(place, whole="")
    if place.whole == "end":
        following = themes_after(opened, place.theme)
        waiting = first_waiting(opened, following[0]) if following else None
        return None if waiting is None else place_of(opened, waiting.id)
    outline = opened.questionnaire.outline
    here = outline.by_id[place.question].index
    rest = [item for item in displayed(opened, outline.nodes[place.theme]) if item.index > here]
    return place_of(opened, rest[0].id) if rest else replace(place, whole="end")


def before(opened: OpenAssessment, place: Position) -> Position | None:
    """The place before; None at the very first question."""
    if place.whole:
        return replace(place, whole="")
    here = opened.questionnaire.outline.by_id[place.question].index
    earlier = [item for item in all_displayed(opened) if item.index < here]
    return place_of(opened, earlier[-1].id) if earlier else None
