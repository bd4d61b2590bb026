"""Themes, axes, parts and the whole: bounds, coverage, caps (format.md §2.9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.exact import HUNDRED, ZERO, rounded, total, weighted_sum
from cap_desktop.domain.questionnaire.outline import NodeEntry, NodeLevel
from cap_desktop.domain.questionnaire.questionnaire import MinCoverage
from cap_desktop.domain.scoring.states import States

Reason = Literal["ok", "no_weight", "not_applicable", "no_answer", "insufficient_coverage"]


@dataclass(frozen=True, slots=True)
class NodeScore:
    """What is known of a theme, an axis, a part or the whole; every figure is exact, 0..100.

    ``estimate`` is E, ``lower`` L and ``upper`` Up of §2.9, caps applied; all are None, with
    ``coverage``, on a node without applicable weight. ``weight`` is the weight under it that
    counts for the division of its questions (a theme) and is zero where nothing applies.
    """

    id: str
    level: NodeLevel
    reason: Reason
    estimate: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    coverage: Fraction | None = None
    capped_by: tuple[str, ...] = ()
    weight: Fraction = ZERO

    @property
    def applies(self) -> bool:
        """True when some question of weight is answered or may still be."""
        return self.coverage is not None

    @property
    def score(self) -> Fraction | None:
        """The estimate where enough was answered to publish it."""
        return self.estimate if self.reason == "ok" else None


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings that decide whether a score is published."""

    decimals: int
    min_coverage: MinCoverage


def theme_score(node: NodeEntry, states: States, rules: Rules) -> NodeScore:
    """Score a theme from its scored questions of weight above zero."""
    if not node.has_weight:
        return NodeScore(node.id, "theme", "no_weight")
    answered: list[tuple[Fraction, Fraction]] = []
    open_weights: list[Fraction] = []
    for entry in node.questions:
        if entry.counts:
            resolved = states[entry.id]
            if resolved.score is not None:
                answered.append((entry.question.weight, resolved.score))
            elif resolved.is_open:
                open_weights.append(entry.question.weight)
    w_answered, w_open = total(weight for weight, _ in answered), total(open_weights)
    weight = w_answered + w_open
    if weight == 0:
        return NodeScore(node.id, "theme", "not_applicable")
    points = weighted_sum(answered)
    bare = NodeScore(
        node.id,
        "theme",
        "ok",
        estimate=points / w_answered if w_answered else None,
        lower=points / weight,
        upper=(points + HUNDRED * w_open) / weight,
        coverage=HUNDRED * w_answered / weight,
        weight=weight,
    )
    return _judged(_capped(bare, node, states, rules), rules)


def group_score(
    node: NodeEntry, children: Iterable[NodeScore], states: States, rules: Rules
) -> NodeScore:
    """Score an axis, a part or the whole from its children, in the order of the node's."""
    if not node.has_weight:
        return NodeScore(node.id, node.level, "no_weight")
    pairs = [
        (entry.weight, child)
        for entry, child in zip(node.children, children, strict=True)
        if entry.weight > 0 and child.applies
    ]
    if not pairs:
        return NodeScore(node.id, node.level, "not_applicable")
    weight = total(share for share, _ in pairs)
    estimates = [(share, child.estimate) for share, child in pairs if child.estimate is not None]
    bare = NodeScore(
        node.id,
        node.level,
        "ok",
        estimate=(
            weighted_sum(estimates) / total(share for share, _ in estimates) if estimates else None
        ),
        lower=weighted_sum((share, child.lower or ZERO) for share, child in pairs) / weight,
        # A child without any answer may still disappear; the others then weigh more, so its
        # own upper bound would be too low a promise (rule 6, cases S51 and S52).
        upper=weighted_sum(
            (share, HUNDRED if child.estimate is None else child.upper or ZERO)
            for share, child in pairs
        )
        / weight,
        coverage=weighted_sum((share, child.coverage or ZERO) for share, child in pairs) / weight,
        weight=weight,
    )
    return _judged(_capped(bare, node, states, rules), rules)


def _capped(bare: NodeScore, node: NodeEntry, states: States, rules: Rules) -> NodeScore:
    """Apply the caps of the critical questions of this node's level (rule 5)."""
    failing: list[tuple[str, Fraction]] = []
    possible: list[Fraction] = []
    for entry in node.questions:
        critical = entry.question.critical
        if critical is None or critical.scope != node.level:
            continue
        resolved = states[entry.id]
        if resolved.is_open:
            possible.append(critical.cap)
        elif resolved.score is not None and _fails(resolved.score, critical.fail_below, rules):
            failing.append((entry.id, critical.cap))
    if not failing and not possible:
        return bare
    caps = [cap for _, cap in failing]
    return replace(
        bare,
        estimate=None if bare.estimate is None else min([bare.estimate, *caps]),
        lower=None if bare.lower is None else min([bare.lower, *caps, *possible]),
        upper=None if bare.upper is None else min([bare.upper, *caps]),
        capped_by=tuple(name for name, _ in failing),
    )


def _fails(score: Fraction, fail_below: Fraction, rules: Rules) -> bool:
    return rounded(score, rules.decimals) < fail_below


def _judged(node: NodeScore, rules: Rules) -> NodeScore:
    """Say whether the estimate is published (rules 2 and 3)."""
    if node.estimate is None or node.coverage is None:
        return replace(node, reason="no_answer")
    wanted: Fraction = getattr(rules.min_coverage, node.level)
    if rounded(node.coverage, rules.decimals) < wanted:
        return replace(node, reason="insufficient_coverage")
    return node
