"""The results as short lines: strengths, what to work on first, what to look at again."""

from __future__ import annotations

from cap_desktop.domain.scoring.priorities import Priority
from cap_desktop.gui.results.point_button import PointLine
from cap_desktop.gui.results.result_tables import title_of
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.numbers import figure
from cap_desktop.words.priorities import reason_of, short_reason
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import movement
from cap_desktop.words.standings import rank_of


def strength_lines(shown: Overview, count: int) -> list[PointLine]:
    """The themes with the best scores, and what moved."""
    return [
        PointLine(
            item.name,
            item.title,
            _moved(item, shown.decimals),
            rank=item.rank,
            figure=figure(item.score, shown.decimals),
        )
        for item in shown.strengths(count)
    ]


def _moved(item: ScoreLine, decimals: int) -> str:
    """The movement in words, or the band where there is none."""
    return item.reading() if item.delta is None else movement(item.delta, decimals)


def priority_lines(opened: OpenAssessment, count: int) -> list[PointLine]:
    """The first published priorities, with their reason in words."""
    return [
        PointLine(
            item.target,
            title_of(opened, item),
            short_reason(item.factors),
            rank=rank_of(opened.results, opened.results.nodes[_theme(opened, item)]),
            whole=reason_of(item.factors),
        )
        for item in opened.results.advice.priorities[:count]
    ]


def _theme(opened: OpenAssessment, item: Priority) -> str:
    if item.is_theme:
        return item.target
    return opened.questionnaire.outline.by_id[item.target].theme


def check_lines(opened: OpenAssessment) -> list[PointLine]:
    """Compliance alerts, figures that do not agree, themes with many N/A."""
    results = opened.results
    found = [
        (name, results.questions[name].entry.question.title, _("Alerte de conformité"))
        for name in results.alerts
    ]
    found += [(item.left[0], item.message, _("Chiffres à revoir")) for item in results.checks]
    nodes = opened.questionnaire.outline.nodes
    many = _("Beaucoup de questions non applicables")
    found += [(name, nodes[name].title, many) for name in results.na_warnings]
    return [
        PointLine(name, title, reason, icon="triangle-alert", tone="warning")
        for name, title, reason in found
    ]
