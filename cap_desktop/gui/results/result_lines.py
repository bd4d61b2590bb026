"""The results as short lines: strengths, what to work on first, what to look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cap_desktop.domain.plan.gains import ExpectedGain, expected_gains, level_of, next_level
from cap_desktop.domain.scoring.alerts import asked_by
from cap_desktop.domain.scoring.priorities import Priority, first_by_part
from cap_desktop.gui.results.point_button import PointLine
from cap_desktop.gui.results.result_tables import title_of
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.alerts import alert_words
from cap_desktop.words.duties import duties_words
from cap_desktop.words.gains import gain_words
from cap_desktop.words.numbers import figure
from cap_desktop.words.priorities import effort_words, reason_of
from cap_desktop.words.standings import rank_of


def strength_lines(shown: Overview, count: int) -> list[PointLine]:
    """The themes with the best scores, and where they stood."""
    return [
        PointLine(
            item.name,
            item.title,
            item.past(shown.decimals),
            rank=item.rank,
            code=item.code,
            figure=figure(item.score, shown.decimals),
            whole=item.sentence(shown.decimals),
        )
        for item in shown.strengths(count)
    ]


def priority_lines(opened: OpenAssessment) -> list[PointLine]:
    """What to work on first: the level of the practice, and what its theme can gain."""
    found = first_by_part(opened.questionnaire.outline, opened.results.advice.priorities)
    gains = _gains(opened, (item.target for item in found if not item.is_theme))
    return [_priority_line(opened, item, gains.get(item.target)) for item in found]


def _priority_line(opened: OpenAssessment, item: Priority, gain: ExpectedGain | None) -> PointLine:
    results, title, whole = opened.results, title_of(opened, item), reason_of(item.factors)
    nodes = opened.questionnaire.outline.nodes
    if item.is_theme:
        node = nodes[item.target]
        rank = rank_of(results, results.nodes[item.target])
        effort = effort_words(item.factors).capitalize()
        return PointLine(item.target, title, effort, rank=rank, code=node.code, whole=whole)
    resolved = results.questions[item.target]
    level = level_of(resolved)
    theme = nodes[resolved.entry.theme]
    decimals = opened.questionnaire.settings.decimals
    said = "" if gain is None else gain_words(gain.theme, theme.code, decimals)
    return PointLine(
        item.target,
        title,
        said or effort_words(item.factors).capitalize(),
        rank=level,
        code="" if level is not None else theme.code,
        whole=whole,
    )


def _gains(opened: OpenAssessment, questions: Iterable[str]) -> dict[str, ExpectedGain]:
    """What one level more of each practice would change, where it has a level today."""
    results = opened.results
    aims = ((name, next_level(results.questions[name])) for name in questions)
    levels = {name: rank for name, rank in aims if rank is not None}
    return expected_gains(opened.questionnaire, results.sheet, levels)


def check_lines(opened: OpenAssessment) -> list[PointLine]:
    """Compliance alerts, figures that do not agree, themes with many N/A."""
    return [
        PointLine(name, title, reason, icon="triangle-alert", tone="warning")
        for name, title, reason in _checks(opened)
    ]


def _checks(opened: OpenAssessment) -> Iterator[tuple[str, str, str]]:
    results, nodes = opened.results, opened.questionnaire.outline.nodes
    for name in results.alerts:
        yield asked_by(name), alert_words(results.questionnaire, name), _("Alerte de conformité")
    for item in results.checks:
        yield item.left[0], item.message, _("Chiffres à revoir")
    for name in results.na_warnings:
        yield name, nodes[name].title, _("Beaucoup de questions non applicables")


def checks_words(opened: OpenAssessment) -> str:
    """« 1 obligation à régler, hors score »; empty where nothing is to be looked at again."""
    alerts = len(opened.results.alerts)
    others = len(opened.results.checks) + len(opened.results.na_warnings)
    said = []
    if alerts and others:
        # Together they are one line of a narrow column.
        said.append(duties_words(alerts))
    elif alerts:
        said.append(_("{duties}, hors score", duties=duties_words(alerts)))
    if others:
        said.append(counted("{number} point à vérifier", "{number} points à vérifier", others))
    return ", ".join(said)
