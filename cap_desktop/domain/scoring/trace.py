"""How a published score is made: what each question or child brings to it, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.exact import ZERO, total
from cap_desktop.domain.questionnaire.outline import NodeEntry, QuestionEntry
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.states import State

LineStanding = Literal["counted", "open", "not_applicable", "excluded", "unscored", "empty"]
"""Why a line brings points, or none.

``open`` may still be answered, ``unscored`` never enters a score, ``empty`` is a child without
any answer yet.
"""

_STANDINGS: dict[State, LineStanding] = {
    "answered": "counted",
    "na": "not_applicable",
    "excluded": "excluded",
    "undetermined": "open",
    "unanswered": "open",
}


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One question of a theme, or one child of an axis or a part.

    ``share`` is what it decides of the estimate, in 0..1, and ``contribution`` the points it
    brings: ``share`` times ``score``. Both are zero on a line that is not counted.
    """

    name: str
    title: str
    standing: LineStanding
    weight: Fraction
    score: Fraction | None
    share: Fraction
    contribution: Fraction


@dataclass(frozen=True, slots=True)
class Cap:
    """A critical question that keeps the score from going above ``most``."""

    question: str
    title: str
    most: Fraction


@dataclass(frozen=True, slots=True)
class Trace:
    """The lines of a score; their contributions sum exactly to ``before_caps``."""

    node: NodeEntry
    score: NodeScore
    lines: tuple[TraceLine, ...]
    caps: tuple[Cap, ...]

    @property
    def before_caps(self) -> Fraction | None:
        """The estimate before caps; none while nothing is answered."""
        if not any(line.standing == "counted" for line in self.lines):
            return None
        return total(line.contribution for line in self.lines)

    @property
    def estimate(self) -> Fraction | None:
        """The estimate, caps applied: what is published where enough is answered."""
        bare = self.before_caps
        return None if bare is None else min([bare, *(cap.most for cap in self.caps)])


def trace(results: Results, name: str) -> Trace:
    """Say how the score of a theme, an axis or a part is made (format.md §2.9)."""
    node = results.questionnaire.outline.nodes[name]
    score = results.nodes[name]
    lines = _questions(results, node) if node.level == "theme" else _children(results, node)
    return Trace(node, score, lines, tuple(_caps(results, score)))


def _caps(results: Results, score: NodeScore) -> list[Cap]:
    entries = results.questionnaire.outline.by_id
    found = []
    for name in score.capped_by:
        question = entries[name].question
        if question.critical is not None:
            found.append(Cap(name, question.title, question.critical.cap))
    return found


def _questions(results: Results, node: NodeEntry) -> tuple[TraceLine, ...]:
    scores = {
        entry.id: results.questions[entry.id].score if entry.counts else None
        for entry in node.questions
    }
    whole = total(entry.question.weight for entry in node.questions if scores[entry.id] is not None)
    return tuple(
        _line(
            entry.id,
            entry.question.title,
            _standing(entry, results.questions[entry.id].state),
            entry.question.weight,
            scores[entry.id],
            whole,
        )
        for entry in node.questions
        if not entry.question.is_for_staff
    )


def _standing(entry: QuestionEntry, state: State) -> LineStanding:
    return _STANDINGS[state] if entry.counts or state == "excluded" else "unscored"


def _children(results: Results, node: NodeEntry) -> tuple[TraceLine, ...]:
    known = {
        child.id: results.nodes[child.id].estimate if child.weight > 0 else None
        for child in node.children
    }
    whole = total(child.weight for child in node.children if known[child.id] is not None)
    return tuple(
        _line(
            child.id,
            child.title,
            _child_standing(child, results.nodes[child.id]),
            child.weight,
            known[child.id],
            whole,
        )
        for child in node.children
        if not child.is_for_staff
    )


def _child_standing(child: NodeEntry, score: NodeScore) -> LineStanding:
    if child.weight == 0 or score.reason == "no_weight":
        return "unscored"
    if not score.applies:
        return "not_applicable"
    return "empty" if score.estimate is None else "counted"


def _line(
    name: str,
    title: str,
    standing: LineStanding,
    weight: Fraction,
    score: Fraction | None,
    whole: Fraction,
) -> TraceLine:
    if standing != "counted" or score is None:
        return TraceLine(name, title, standing, weight, score, ZERO, ZERO)
    share = weight / whole
    return TraceLine(name, title, standing, weight, score, share, share * score)
