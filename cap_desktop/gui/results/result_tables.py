"""The results as tables of texts: parts, priorities with their factors, indicators."""

from __future__ import annotations

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion, ReferenceValue
from cap_desktop.domain.scoring.indicators import Indicator, shown_value
from cap_desktop.domain.scoring.priorities import Priority
from cap_desktop.domain.scoring.statistics import DERIVED_TAG, SOURCE_TAG
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.numbers import NONE, amount, figure, percent, plain
from cap_desktop.words.priorities import WEIGHT, effort_words, importance_words
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import light_words, movement


def parts_table(shown: Overview) -> ChartTable:
    """The two scores."""
    this, last = shown.years
    header = (_("Partie"), this, *((last, _("Évolution")) if last else ()), _("Complété à"))
    rows = []
    for item in shown.parts:
        part = item.part
        moved = NONE if part.delta is None else movement(part.delta, shown.decimals)
        former = (figure(part.former, shown.decimals), moved) if last else ()
        score = figure(part.score, shown.decimals)
        rows.append((item.title, _with_band(score, part), *former, _completeness(part)))
    names = tuple(item.part.name for item in shown.parts)
    return ChartTable(_("Les scores des parties"), header, tuple(rows), names)


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


def priorities_table(opened: OpenAssessment, count: int) -> ChartTable:
    """The first priorities with their printed factors."""
    decimals = opened.questionnaire.settings.decimals
    header = (_("À travailler"), _("Priorité"), _("Écart"), _(WEIGHT), _("Raison"))
    found = opened.results.advice.priorities[:count]
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
    return ChartTable(title, header, rows, tuple(item.target for item in found))


# --- Indicators -------------------------------------------------------------------------


def indicators_table(
    opened: OpenAssessment, former: OpenAssessment | None, same: frozenset[str]
) -> ChartTable:
    """The figures read beside the scores: value, last year's, reference values, reading.

    Last year's stands there only for the ids of `same`, which mean the same in both years.
    """
    before = {} if former is None else {item.question: item for item in former.results.indicators}
    before = {name: item for name, item in before.items() if name in same}
    last = "" if former is None else str(former.assessment.year)
    header = (
        _("Indicateur"),
        str(opened.assessment.year),
        *((last,) if last else ()),
        _("Repères"),
        _("Lecture"),
    )
    rows, names = [], []
    beside = {SOURCE_TAG, DERIVED_TAG}
    for item in opened.results.indicators:
        question = opened.questionnaire.outline.by_id[item.question].question
        # A figure that only serves a computed one is read through it.
        if not isinstance(question, MeasuredQuestion) or beside & set(question.tags):
            continue
        names.append(item.question)
        known = before.get(item.question)
        past = NONE if known is None or former is None else _value(former, known, question)
        rows.append(
            (
                question.title,
                _value(opened, item, question),
                *((past,) if last else ()),
                _references(opened, item, question),
                _reading(item),
            )
        )
    return ChartTable(_("Vos indicateurs"), header, tuple(rows), tuple(names))


def _value(opened: OpenAssessment, item: Indicator, question: MeasuredQuestion) -> str:
    decimals = opened.questionnaire.settings.decimals
    return f"{amount(shown_value(item, decimals))}\u00a0{question.unit}"


def _references(opened: OpenAssessment, item: Indicator, question: MeasuredQuestion) -> str:
    said = []
    own = opened.answer(item.question).target
    if own is not None:
        target = f"{plain(own)}\u00a0{question.unit}"
        said.append(_("Votre cible\u00a0: {target}", target=target))
    said += [_reference(found, question) for found in item.references]
    return "\n".join(said) or NONE


def _reference(found: ReferenceValue, question: MeasuredQuestion) -> str:
    return _(
        "{value}\u00a0{unit}\u00a0: {label} ({source}, {year})",
        value=plain(found.value),
        unit=question.unit,
        label=found.label,
        source=found.source,
        year=found.year,
    )


def _reading(item: Indicator) -> str:
    said = [light_words(item.light)] if item.light else []
    if item.is_small:
        said.append(_("effectif faible, à lire avec prudence"))
    return ", ".join(said).capitalize() or NONE
