"""The figures read beside the scores, as texts: both years, how they stand, against what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.scoring.indicators import Indicator
from cap_desktop.domain.scoring.states import Resolved, shown_measure
from cap_desktop.gui.presentation.figures import GaugeValues
from cap_desktop.gui.presentation.figures import reading as gauge_values
from cap_desktop.gui.results.results_overview import BothYears
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.indicators import (
    Reading,
    is_read,
    mark_words,
    missing_reading,
    own_target_words,
    reading,
)
from cap_desktop.words.numbers import NONE, number, with_unit

FIRST = 8
"""How many are shown before one asks for the others."""


class IndicatorRow(NamedTuple):
    """One figure, as it is listed."""

    question: str
    theme: str
    whole: str
    name: str
    counts: str
    former: str
    value: str
    gauge: GaugeValues
    reading: Reading
    source: str


def indicator_rows(opened: OpenAssessment, both: BothYears) -> list[IndicatorRow]:
    """Every figure that is asked of this structure, in the order of the questionnaire."""
    given = {item.question: item for item in opened.results.indicators}
    return [
        _row(opened, both, resolved, given.get(resolved.entry.id))
        for resolved in opened.results.questions.values()
        if resolved.is_asked
        and not resolved.entry.question.scored
        and is_read(resolved.entry.question)
    ]


def _row(
    opened: OpenAssessment, both: BothYears, resolved: Resolved, item: Indicator | None
) -> IndicatorRow:
    question = resolved.entry.question
    assert isinstance(question, MeasuredQuestion)
    theme = opened.questionnaire.outline.nodes[resolved.entry.theme]
    own = resolved.answer.target
    counts = _counts(resolved, question)
    return IndicatorRow(
        question=question.id,
        theme=resolved.entry.theme,
        whole=question.title,
        name=question.label,
        counts=f"{theme.code} · {counts}" if counts else f"{theme.code} · {theme.label}",
        former=_former(both, question),
        value=_value(resolved, question, opened),
        gauge=_gauge(opened, both, question.id),
        reading=missing_reading() if item is None else reading(item, question, own),
        source=_source(item, question, own),
    )


def _value(resolved: Resolved, question: MeasuredQuestion, opened: OpenAssessment) -> str:
    if resolved.measure is None:
        return NONE
    decimals = opened.questionnaire.settings.decimals
    return with_unit(shown_measure(resolved, resolved.measure, decimals), question.unit)


def _counts(resolved: Resolved, question: MeasuredQuestion) -> str:
    """« 14 sur 22 », what a share was divided from."""
    if resolved.measure is None or not resolved.base or question.unit != "%":
        return ""
    part = resolved.measure * resolved.base / question.exact_factor
    return _("{part} sur {whole}", part=number(part), whole=number(resolved.base))


def _former(both: BothYears, question: MeasuredQuestion) -> str:
    """Last year's, where it was counted in the same way."""
    former = both.former
    if former is None or both.path is None:
        return NONE
    before = former.results.questions.get(question.id)
    if before is None or before.measure is None:
        return NONE
    if question.id not in both.path.identical_ids:
        return _("autre calcul")
    return _value(before, question, former)


def _gauge(opened: OpenAssessment, both: BothYears, question: str) -> GaugeValues:
    """Both years, where they were counted in the same way, and the value read beside."""
    is_same = both.path is not None and question in both.path.identical_ids
    found = gauge_values(opened, both.former if is_same else None, question)
    return replace(found, marks=found.marks[:1])


def _source(item: Indicator | None, question: MeasuredQuestion, own: Fraction | None) -> str:
    if own is not None:
        return own_target_words(own, question.unit)
    references = question.references if item is None else item.references
    return mark_words(references[0], question.unit) if references else _("Aucun repère")


def indicators_table(
    rows: list[IndicatorRow], years: tuple[str, str], *, has_gauges: bool
) -> ChartTable:
    """The rows as a table; without a year before, its column is gone."""
    this, last = years
    header = (
        _("Indicateur"),
        *((last,) if last else ()),
        this,
        *((_legend(years),) if has_gauges else ()),
        _("Lecture"),
        _("D’où vient le repère"),
    )
    texts = tuple(
        (
            f"{row.name}\n{row.counts}",
            *((row.former,) if last else ()),
            row.value,
            # Drawn, and said by the other cells.
            *(("",) if has_gauges else ()),
            # A tag stands on one line.
            row.reading.words.replace(" ", "\u00a0"),
            row.source,
        )
        for row in rows
    )
    return ChartTable(
        _("Vos indicateurs"),
        header,
        texts,
        tuple(row.question for row in rows),
        figures=(1, 2) if last else (1,),
        hints=tuple(row.whole for row in rows),
    )


def _legend(years: tuple[str, str]) -> str:
    """What the hollow dot and the full one of a gauge are; it takes the room of one word."""
    this, last = years
    return f"○\u00a0{last}\u00a0●\u00a0{this}" if last else f"●\u00a0{this}"


def themes_of(opened: OpenAssessment, rows: Iterable[IndicatorRow]) -> list[tuple[str, str]]:
    """The themes that have a figure, each with its code and its name, in their order."""
    nodes = opened.questionnaire.outline.nodes
    names = dict.fromkeys(row.theme for row in rows)
    return [(name, f"{nodes[name].code} · {nodes[name].label}") for name in names]
