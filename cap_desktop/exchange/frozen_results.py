"""The results of a sealed year: written when it is sealed, and read again as they were printed.

What is shown of a sealed year is what was written, whatever the rules of today would print. A
figure that these would print the same keeps its exact value, so that what is deduced from it
(a trace, a movement) is exact; any other figure is the printed one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from cap_desktop.domain.exact import HUNDRED
from cap_desktop.domain.questionnaire.questionnaire import Band
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.scoring.indicators import Indicator, IndicatorProgress, fitting_references
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.priorities import Advice, Factors, Priority
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.exchange.results_file import JsonTree, figures_tree, results_tree

GROUPS = ("themes", "axes", "parts")


def frozen_text(results: Results) -> str:
    """The text of a `cap-results/1` file, as a sealed year keeps it."""
    return json.dumps(results_tree(results), ensure_ascii=False)


def thawed(text: str, today: Results) -> Results:
    """The results that a text froze; ``today`` are those of the same answers, computed anew.

    They are equal but for their engine where every figure is printed the same.
    """
    fresh = figures_tree(today)
    # A key that the text does not have was not printed yet when it was written.
    frozen: JsonTree = fresh | json.loads(text)
    if all(frozen[key] == tree for key, tree in fresh.items()):
        return replace(today, engine=frozen["engine"])
    overall, whole = today.overall, frozen["overall"]
    if overall is not None and whole is not None:
        overall = _node(overall, whole, fresh["overall"])
    indicators = tuple(_indicators(today, frozen["indicators"], fresh["indicators"]))
    questions = {
        name: _question(resolved, frozen["questions"][name], fresh["questions"][name])
        for name, resolved in today.questions.items()
    }
    for item in indicators:
        questions[item.question] = replace(questions[item.question], measure=item.value)
    return replace(
        today,
        engine=frozen["engine"],
        questions=questions,
        nodes={
            name: _node(today.nodes[name], tree, fresh[group][name])
            for group, name, tree in _nodes(frozen)
        },
        overall=overall,
        bands=_bands(today, frozen),
        weights=replace(today.weights, questions=_weights(today, frozen, fresh)),
        advice=_advice(today, frozen, fresh),
        alerts=tuple(frozen["alerts"]),
        checks=tuple(check for check in today.questionnaire.checks if check.id in frozen["checks"]),
        indicators=indicators,
        na_warnings=tuple(frozen["na_warnings"]),
        progress=IndicatorProgress(**frozen["progress"]),
    )


def _nodes(frozen: JsonTree) -> Iterator[tuple[str, str, JsonTree]]:
    for group in GROUPS:
        for name, tree in frozen[group].items():
            yield group, name, tree


def _exact(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _question(today: Resolved, frozen: JsonTree, fresh: JsonTree) -> Resolved:
    if frozen == fresh:
        return today
    is_answered = frozen["state"] == "answered"
    return replace(
        today,
        state=frozen["state"],
        score=_exact(frozen["score"]),
        measure=today.measure if is_answered else None,
        base=today.base if is_answered else None,
    )


def _node(today: NodeScore, frozen: JsonTree, fresh: JsonTree) -> NodeScore:
    if frozen == fresh:
        return today
    return replace(
        today,
        reason=frozen["reason"],
        estimate=_exact(frozen["score"] or frozen["estimate"]),
        lower=_exact(frozen["lower"]),
        upper=_exact(frozen["upper"]),
        coverage=_exact(frozen["coverage"]),
        capped_by=tuple(frozen["capped_by"]),
    )


def _bands(today: Results, frozen: JsonTree) -> Mapping[str, Band | None]:
    named = {band.id: band for band in today.questionnaire.settings.bands}
    printed = {name: tree["band"] for _group, name, tree in _nodes(frozen)}
    whole = frozen["overall"]
    if today.overall is not None and whole is not None:
        printed[today.overall.id] = whole["band"]
    return {name: None if band is None else named[band] for name, band in printed.items()}


def _weights(today: Results, frozen: JsonTree, fresh: JsonTree) -> Mapping[str, Fraction]:
    if frozen["effective_weights"] == fresh["effective_weights"]:
        return today.weights.questions
    return {name: Fraction(text) / HUNDRED for name, text in frozen["effective_weights"].items()}


def _advice(today: Results, frozen: JsonTree, fresh: JsonTree) -> Advice:
    priorities = today.advice.priorities
    if any(frozen[key] != fresh[key] for key in ("priorities", "priority_factors")):
        pairs = zip(frozen["priorities"], frozen["priority_factors"], strict=True)
        priorities = tuple(_priority(item, factors) for item, factors in pairs)
    return Advice(
        tuple(frozen["suggestions"]), tuple(frozen["suggestions_to_complete"]), priorities
    )


def _priority(item: JsonTree, factors: JsonTree) -> Priority:
    is_theme = "theme" in item
    return Priority(
        target=item["theme" if is_theme else "question"],
        is_theme=is_theme,
        value=Fraction(item["priority"]),
        factors=Factors(
            gap=Fraction(factors["gap"]),
            weight=Fraction(factors["weight"]) / HUNDRED,
            importance=factors["importance"],
            effort=factors["effort"],
        ),
        suggestions=tuple(factors["suggestions"]),
    )


def _indicators(today: Results, frozen: JsonTree, fresh: JsonTree) -> Iterator[Indicator]:
    known = {item.question: item for item in today.indicators}
    for name, tree in frozen.items():
        if tree == fresh.get(name):
            yield known[name]
            continue
        resolved = today.questions[name]
        question = resolved.entry.question
        profile = today.sheet.profile
        yield Indicator(
            question=name,
            value=Fraction(tree["value"]),
            target=_exact(tree["target"]),
            references=(
                fitting_references(question, profile)
                if isinstance(question, MeasuredQuestion)
                else ()
            ),
            light=tree["light"],
            is_small=tree["small"],
            is_quotient=resolved.base is not None,
        )
