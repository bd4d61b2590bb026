"""Effective weights: what share of the whole each question decides (format.md §2.9, rule 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.exact import ONE, ZERO, total
from cap_desktop.domain.nodes import NodeScore
from cap_desktop.domain.outline import NodeEntry, Outline
from cap_desktop.domain.states import States


@dataclass(frozen=True, slots=True)
class EffectiveWeights:
    """Shares of the whole, by id; each mapping sums to 1 where something applies, else to 0."""

    questions: Mapping[str, Fraction]
    nodes: Mapping[str, Fraction]


def effective_weights(
    outline: Outline, states: States, nodes: Mapping[str, NodeScore]
) -> EffectiveWeights:
    """Multiply normalised weights down the tree, over what applies."""
    shares: dict[str, Fraction] = {}
    questions: dict[str, Fraction] = {}
    _divide(outline.parts, ONE, nodes, shares)
    for theme in outline.themes():
        share = shares.get(theme.id, ZERO)
        if share == 0:
            continue
        unit = share / nodes[theme.id].weight
        for entry in theme.questions:
            resolved = states[entry.id]
            if entry.counts and (resolved.score is not None or resolved.is_open):
                questions[entry.id] = unit * entry.question.weight
    return EffectiveWeights(questions, shares)


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
