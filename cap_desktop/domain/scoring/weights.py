"""Effective weights: what share of the whole each question decides (format.md §2.9, rule 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.exact import ONE, ZERO, total
from cap_desktop.domain.questionnaire.outline import NodeEntry, Outline
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.states import States


@dataclass(frozen=True, slots=True)
class EffectiveWeights:
    """Shares of the whole, by id; the questions sum to 1 where something applies, else to 0.

    ``within_part`` holds the questions' shares of their own part: they sum to 1 in each part
    that applies, whatever the part weighs.
    """

    questions: Mapping[str, Fraction]
    nodes: Mapping[str, Fraction]
    within_part: Mapping[str, Fraction]


def effective_weights(
    outline: Outline, states: States, nodes: Mapping[str, NodeScore]
) -> EffectiveWeights:
    """Multiply normalised weights down the tree, over what applies."""
    shares: dict[str, Fraction] = {}
    _divide(outline.parts, ONE, nodes, shares)
    questions: dict[str, Fraction] = {}
    within: dict[str, Fraction] = {}
    for part in outline.parts:
        inside: dict[str, Fraction] = {}
        _divide(part.children, ONE, nodes, inside)
        whole = shares.get(part.id, ZERO)
        for axis in part.children:
            for theme in axis.children:
                _share_theme(theme, inside.get(theme.id, ZERO), states, nodes, within)
        if whole:
            for entry in part.questions:
                if entry.id in within:
                    questions[entry.id] = whole * within[entry.id]
    return EffectiveWeights(questions, shares, within)


def _share_theme(
    theme: NodeEntry,
    share: Fraction,
    states: States,
    nodes: Mapping[str, NodeScore],
    within: dict[str, Fraction],
) -> None:
    if share == 0:
        return
    unit = share / nodes[theme.id].weight
    for entry in theme.questions:
        resolved = states[entry.id]
        if entry.counts and (resolved.score is not None or resolved.is_open):
            within[entry.id] = unit * entry.question.weight


def _divide(
    entries: tuple[NodeEntry, ...],
    share: Fraction,
    nodes: Mapping[str, NodeScore],
    shares: dict[str, Fraction],
) -> None:
    applicable = [entry for entry in entries if entry.weight > 0 and nodes[entry.id].applies]
    weight = total(entry.weight for entry in applicable)
    for entry in applicable:
        shares[entry.id] = share * entry.weight / weight
        _divide(entry.children, shares[entry.id], nodes, shares)
