"""The figures of a year for those who go on with them: one row each, figures as figures."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.scoring.indicators import Indicator
from cap_desktop.domain.scoring.states import Resolved, shown_measure
from cap_desktop.i18n import _
from cap_desktop.reports.contents.indicators import references
from cap_desktop.reports.contents.overview import ReportOverview, overview
from cap_desktop.reports.contents.plan_sheet import Sheet, SheetValue
from cap_desktop.reports.report_data import ReportData
from cap_desktop.words.indicators import is_read, missing_reading, reading


def indicator_sheet(data: ReportData) -> Sheet:
    """Every figure that is asked of this structure, those that nobody gave yet too."""
    shown = overview(data)
    given = {item.question: item for item in data.results.indicators}
    years = shown.years if shown.years[1] else shown.years[:1]
    header = (
        _("Thème"),
        _("Indicateur"),
        *years,
        _("Unité"),
        _("Lecture"),
        _("Cible et repères"),
        _("Question"),
    )
    rows = tuple(
        _row(shown, resolved, given.get(resolved.entry.id))
        for resolved in data.results.questions.values()
        if resolved.is_asked
        and not resolved.entry.question.scored
        and is_read(resolved.entry.question)
    )
    return Sheet(_("Indicateurs {year}", year=data.year), header, rows)


def _row(
    shown: ReportOverview, resolved: Resolved, item: Indicator | None
) -> tuple[SheetValue, ...]:
    question = resolved.entry.question
    assert isinstance(question, MeasuredQuestion)
    theme = shown.data.questionnaire.outline.nodes[resolved.entry.theme]
    own = resolved.answer.target
    said = missing_reading() if item is None else reading(item, question, own)
    past = (_figure(shown, shown.before(question.id)),) if shown.years[1] else ()
    return (
        f"{theme.code} {theme.label}",
        question.label,
        _figure(shown, resolved),
        *past,
        question.unit,
        said.words,
        "" if item is None else "\n".join(references(shown, item)),
        question.title,
    )


def _figure(shown: ReportOverview, resolved: Resolved | None) -> SheetValue:
    if resolved is None or resolved.measure is None:
        return None
    return float(shown_measure(resolved, resolved.measure, shown.data.decimals))
