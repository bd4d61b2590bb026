"""Scores: a function of a questionnaire, a profile and answers, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.exact import ONE, rounded
from cap_desktop.domain.questionnaire.outline import NodeEntry, Outline
from cap_desktop.domain.questionnaire.questionnaire import Band, ConsistencyCheck, Questionnaire
from cap_desktop.domain.scoring.alerts import alerts
from cap_desktop.domain.scoring.indicators import (
    Indicator,
    IndicatorProgress,
    broken_checks,
    heavily_not_applicable,
    indicators,
    progress,
)
from cap_desktop.domain.scoring.nodes import NodeScore, Rules, group_score, theme_score
from cap_desktop.domain.scoring.priorities import Advice, Scene, advice
from cap_desktop.domain.scoring.states import Resolved, resolve
from cap_desktop.domain.scoring.weights import EffectiveWeights, effective_weights

ENGINE = "cap-score/1"
"""Names these rules: results keep the name of the rules that made them."""

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Results:
    """Everything deduced from one answer sheet; figures are exact until they are printed.

    ``engine`` names the rules that made them, and ``bands`` holds the band of each published
    score, by node.
    """

    questionnaire: Questionnaire
    sheet: AnswerSheet
    questions: Mapping[str, Resolved]
    nodes: Mapping[str, NodeScore]
    overall: NodeScore | None
    weights: EffectiveWeights
    advice: Advice
    alerts: tuple[str, ...]
    checks: tuple[ConsistencyCheck, ...]
    indicators: tuple[Indicator, ...]
    na_warnings: tuple[str, ...]
    progress: IndicatorProgress
    bands: Mapping[str, Band | None]
    engine: str = ENGINE

    def band_of(self, node: NodeScore) -> Band | None:
        """The band of a published score, none without one."""
        return self.bands[node.id]


def score_nodes(questionnaire: Questionnaire, sheet: AnswerSheet) -> Mapping[str, NodeScore]:
    """The scores alone, as ``score`` gives them: a third of its work."""
    return _nodes(questionnaire.outline, resolve(questionnaire, sheet), _rules(questionnaire))


def score(questionnaire: Questionnaire, sheet: AnswerSheet) -> Results:
    """Score one answer sheet (format.md §2.7 to §2.12).

    The questionnaire must have no broken reference, and the sheet must have been read for it.
    """
    outline, settings = questionnaire.outline, questionnaire.settings
    states, rules = resolve(questionnaire, sheet), _rules(questionnaire)
    nodes = _nodes(outline, states, rules)
    overall = _overall(questionnaire, states, nodes, rules)
    weights = effective_weights(outline, states, nodes)
    known = nodes if overall is None else nodes | {OVERALL: overall}
    bands = {name: band_at(questionnaire, node) for name, node in known.items()}
    names = {name: None if (band := bands[name]) is None else band.id for name in nodes}
    return Results(
        questionnaire=questionnaire,
        sheet=sheet,
        questions=states,
        nodes=nodes,
        overall=overall,
        weights=weights,
        advice=advice(Scene(questionnaire, sheet, states, nodes, names), weights),
        alerts=alerts(states, sheet.profile),
        checks=broken_checks(questionnaire, states),
        indicators=tuple(indicators(questionnaire, states, sheet)),
        na_warnings=heavily_not_applicable(
            outline, states, settings.na_warning_share, settings.decimals
        ),
        progress=progress(states),
        bands=bands,
    )


def _rules(questionnaire: Questionnaire) -> Rules:
    settings = questionnaire.settings
    return Rules(settings.decimals, settings.min_coverage)


def band_at(questionnaire: Questionnaire, node: NodeScore) -> Band | None:
    """The band of a node; none where too little was answered to name one (§2.10)."""
    settings = questionnaire.settings
    if node.coverage is None or rounded(node.coverage, settings.decimals) < settings.band_coverage:
        return None
    return band_of(questionnaire, node.score)


def band_of(questionnaire: Questionnaire, exact: Fraction | None) -> Band | None:
    """The last band that starts at or under the published score (§2.10)."""
    if exact is None:
        return None
    shown = rounded(exact, questionnaire.settings.decimals)
    found = None
    for band in questionnaire.settings.bands:
        if band.from_ <= shown:
            found = band
    return found


def _nodes(outline: Outline, states: Mapping[str, Resolved], rules: Rules) -> dict[str, NodeScore]:
    nodes: dict[str, NodeScore] = {}

    def visit(entry: NodeEntry) -> NodeScore:
        if entry.level == "theme":
            nodes[entry.id] = theme_score(entry, states, rules)
        else:
            children = [visit(child) for child in entry.children]
            nodes[entry.id] = group_score(entry, children, states, rules)
        return nodes[entry.id]

    for part in outline.parts:
        visit(part)
    return nodes


def _overall(
    questionnaire: Questionnaire,
    states: Mapping[str, Resolved],
    nodes: Mapping[str, NodeScore],
    rules: Rules,
) -> NodeScore | None:
    if questionnaire.settings.overall == "none":
        return None
    outline = questionnaire.outline
    whole = NodeEntry(
        OVERALL, "overall", questionnaire.title, ONE, 0, outline.parts, outline.questions
    )
    return group_score(whole, [nodes[part.id] for part in outline.parts], states, rules)
