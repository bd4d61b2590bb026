"""The results as tables of texts: parts, priorities with their factors."""

from __future__ import annotations

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.domain.scoring.priorities import IN_FULL, Priority, first_by_part
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.numbers import NONE, figure, percent
from cap_desktop.words.priorities import WEIGHT, effort_words, importance_words
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.two_years import EQUALLY


def parts_table(shown: Overview) -> ChartTable:
    """The two scores."""
    this, last = shown.years
    columns = (last, this, _(EQUALLY)) if last else (this,)
    rows = []
    for item in shown.parts:
        part = item.part
        score = _with_band(figure(part.score, shown.decimals), part)
        scores: tuple[str, ...] = (score,)
        if last:
            past = figure(part.former, shown.decimals)
            scores = (past, score, part.change(shown.decimals))
        rows.append((item.title, *scores, _completeness(part)))
    names = tuple(item.part.name for item in shown.parts)
    header = (_("Partie"), *columns, _("Complété à"))
    figures = tuple(range(1, len(header)))
    return ChartTable(_("Les scores des parties"), header, tuple(rows), names, figures)


def _with_band(score: str, part: ScoreLine) -> str:
    # The name of a band stays in one piece where the column is narrow.
    band = part.band.replace(" ", "\u00a0")
    return f"{score} ({band})" if band else score


def _completeness(part: ScoreLine) -> str:
    return NONE if part.coverage is None else percent(part.coverage)


# --- Priorities -------------------------------------------------------------------------


def title_of(opened: OpenAssessment, priority: Priority) -> str:
    """The theme or the question that a priority is about."""
    node = opened.questionnaire.outline.nodes.get(priority.target)
    if node is not None:
        return node.title
    return opened.questionnaire.outline.by_id[priority.target].question.title


def priorities_table(opened: OpenAssessment) -> ChartTable:
    """The first priorities of each part with their printed factors."""
    decimals = opened.questionnaire.settings.decimals
    header = (_("À travailler"), _("Priorité"), _("Écart"), _(WEIGHT), _("Raison"))
    outline = opened.questionnaire.outline
    found = first_by_part(outline, opened.results.advice.priorities, IN_FULL)
    rows = tuple(
        (
            title_of(opened, item),
            figure(item.value, decimals),
            figure(item.factors.gap, decimals),
            percent(item.factors.weight * 100),
            f"{importance_words(item.factors)}, {effort_words(item.factors)}",
        )
        for item in found
    )
    title = _("À travailler en premier")
    names = tuple(item.target for item in found)
    return ChartTable(title, header, rows, names, figures=(1, 2, 3))
