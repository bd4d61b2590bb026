"""Results as a file: `cap-results/1`, and the trees of a comparison and of a spread (format.md §5).

Published values are strings, rounded once; an absent value is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cap_desktop.domain.answers.answer_sheet import AnswerValue
from cap_desktop.domain.answers.answer_writing import value_tree
from cap_desktop.domain.comparison.comparison import ChainLink, Comparison, Movement, Unit
from cap_desktop.domain.comparison.succession import Link
from cap_desktop.domain.exact import HUNDRED, format_decimal, published
from cap_desktop.domain.questionnaire.canonical import full_reference
from cap_desktop.domain.scoring.dispersion import Spread
from cap_desktop.domain.scoring.indicators import Indicator, shown_value
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.priorities import Priority
from cap_desktop.domain.scoring.scoring import Results

FORMAT = "cap-results/1"
WEIGHT_DECIMALS = 4

JsonTree = dict[str, Any]


def results_tree(results: Results) -> JsonTree:
    """Results as the objects of `cap-results/1`."""
    head: JsonTree = {
        "format": FORMAT,
        "engine": results.engine,
        "questionnaire": full_reference(results.questionnaire),
    }
    return head | figures_tree(results)


def figures_tree(results: Results) -> JsonTree:
    """The same objects without what names the format, the rules and the questionnaire.

    Naming the questionnaire takes the digest of all of its text.
    """
    decimals = results.questionnaire.settings.decimals
    outline = results.questionnaire.outline
    tree: JsonTree = {
        "questions": {
            name: {"state": resolved.state, "score": _printed(resolved.score, decimals)}
            for name, resolved in results.questions.items()
        },
        "themes": {},
        "axes": {},
        "parts": {},
        "overall": None if results.overall is None else _node(results, results.overall),
    }
    level_keys = {"theme": "themes", "axis": "axes", "part": "parts"}
    for name in outline.nodes:
        node = results.nodes[name]
        tree[level_keys[node.level]][name] = _node(results, node)
    tree |= {
        "alerts": list(results.alerts),
        "checks": [check.id for check in results.checks],
        "priorities": [_priority(item, decimals) for item in results.advice.priorities],
        "priority_factors": [_factors(item, decimals) for item in results.advice.priorities],
        "suggestions": list(results.advice.raised),
        "suggestions_to_complete": list(results.advice.to_complete),
        "indicators": {item.question: _indicator(item, decimals) for item in results.indicators},
        "na_warnings": list(results.na_warnings),
        "progress": {"done": results.progress.done, "asked": results.progress.asked},
        "effective_weights": {
            name: _printed(share * HUNDRED, WEIGHT_DECIMALS)
            for name, share in results.weights.questions.items()
        },
    }
    return tree


def _printed(value: Fraction | None, decimals: int) -> str | None:
    return None if value is None else published(value, decimals)


def _node(results: Results, node: NodeScore) -> JsonTree:
    decimals = results.questionnaire.settings.decimals
    band = results.band_of(node)
    return {
        "score": _printed(node.score, decimals),
        "estimate": _printed(node.estimate, decimals),
        "lower": _printed(node.lower, decimals),
        "upper": _printed(node.upper, decimals),
        "coverage": _printed(node.coverage, decimals),
        "reason": node.reason,
        "band": None if band is None else band.id,
        "capped_by": list(node.capped_by),
    }


def _priority(item: Priority, decimals: int) -> JsonTree:
    key = "theme" if item.is_theme else "question"
    return {key: item.target, "priority": published(item.value, decimals)}


def _factors(item: Priority, decimals: int) -> JsonTree:
    factors = item.factors
    return {
        "theme" if item.is_theme else "question": item.target,
        "gap": published(factors.gap, decimals),
        "weight": published(factors.weight * HUNDRED, decimals),
        "importance": factors.importance,
        "effort": factors.effort,
        "suggestions": list(item.suggestions),
    }


def _indicator(item: Indicator, decimals: int) -> JsonTree:
    return {
        "value": shown_value(item, decimals),
        "target": None if item.target is None else format_decimal(item.target),
        "light": item.light,
        "small": item.is_small,
    }


def comparison_tree(comparison: Comparison) -> JsonTree:
    """A comparison as the objects that `cap-desktop compare --json` prints."""
    decimals = comparison.new.questionnaire.settings.decimals
    tree: JsonTree = {
        "old": full_reference(comparison.old.questionnaire),
        "new": full_reference(comparison.new.questionnaire),
        "parts": {
            name: _movement(movement, decimals) for name, movement in comparison.parts.items()
        },
    }
    if comparison.overall is not None:
        tree["overall"] = _movement(comparison.overall, decimals)
    return tree


def _movement(movement: Movement, decimals: int) -> JsonTree:
    return {
        "full_old": _printed(movement.full_old, decimals),
        "full_new": _printed(movement.full_new, decimals),
        "common_old": _printed(movement.common_old, decimals),
        "common_new": _printed(movement.common_new, decimals),
        "delta_common": _printed(movement.delta_common, decimals),
        "scope_effect": _printed(movement.scope_effect, decimals),
        "base_share": published(movement.base_share, decimals),
        "comparable": movement.comparable,
        "units": [_unit(unit, decimals) for unit in movement.units],
        "not_compared": [_link(link) for link in movement.others],
    }


def _link(link: Link) -> JsonTree:
    return {"relation": link.relation, "from": list(link.from_), "to": list(link.to)}


def _unit(unit: Unit, decimals: int) -> JsonTree:
    return {
        **_link(unit.link),
        "old": _printed(unit.old, decimals),
        "new": _printed(unit.new, decimals),
        "usable": unit.is_usable,
        "why": unit.why,
    }


def chain_tree(links: tuple[ChainLink, ...], decimals: int) -> JsonTree:
    """A chain of years: points since its start, and where it starts again."""
    return {
        "links": [
            {"cumulative": published(link.cumulative, decimals)}
            | ({"restart": True} if link.restarts else {})
            for link in links
        ]
    }


def spread_tree(spread: Spread, decimals: int) -> JsonTree:
    """A spread as the objects that `cap-desktop dispersion --json` prints."""
    roles: Mapping[str, Fraction | None] = spread.roles
    return {
        "n": spread.n,
        "n_na": spread.n_na,
        "min": _printed(spread.minimum, decimals),
        "max": _printed(spread.maximum, decimals),
        "range": _printed(spread.range, decimals),
        "mean": _printed(spread.mean, decimals),
        "median": _printed(spread.median, decimals),
        "low_median_value": _shown(spread.low_median_value),
        "roles": {role: _printed(value, decimals) for role, value in roles.items()},
        "na_conflict": spread.na_conflict,
        "discuss": spread.discuss,
        "auto_consensus": _shown(spread.auto_consensus),
    }


def _shown(value: AnswerValue | None) -> object:
    return None if value is None else value_tree(value)
