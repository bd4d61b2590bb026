"""The figures read beside the scores: last year's, the target, the reference values."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.scoring.indicators import Indicator
from cap_desktop.domain.scoring.states import Resolved, shown_measure
from cap_desktop.i18n import _
from cap_desktop.reports.contents.inline import bold, cell, paragraph, runs, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import Block, Cell, Column, Heading, Section, Table
from cap_desktop.words.indicators import is_read, reading, reference_words
from cap_desktop.words.numbers import NONE, with_unit

ANCHOR = "indicateurs"
FOLLOWED = 3
SHORT_UNIT = 8


def read_indicators(shown: ReportOverview) -> tuple[Indicator, ...]:
    """The indicators that are read; a figure that only serves another is read through it."""
    questions = shown.data.results.questions
    return tuple(
        item
        for item in shown.data.results.indicators
        if is_read(questions[item.question].entry.question)
    )


def followed(shown: ReportOverview) -> tuple[Indicator, ...]:
    """Three figures to follow: those of the plan first, then those that have a target."""
    planned = {action.indicator_question for action in shown.data.actions if action.is_open}
    found = sorted(
        read_indicators(shown),
        key=lambda item: (
            item.question not in planned,
            # A long unit has its room in the table of every indicator.
            len(question_of(shown, item).unit) > SHORT_UNIT,
            item.light is None,
            item.is_small,
        ),
    )
    return tuple(found[:FOLLOWED])


def indicators(shown: ReportOverview) -> tuple[Section, ...]:
    """Every indicator; nothing where no figure was given."""
    found = read_indicators(shown)
    if not found:
        return ()
    blocks = (Heading(1, _("Nos indicateurs"), ANCHOR), _lead(), table(shown, found))
    return (Section(blocks, "landscape"),)


def _lead() -> Block:
    return paragraph(
        _("Ces chiffres se lisent à côté des scores. Chaque repère dit sa source et son année."),
        "lead",
    )


def table(shown: ReportOverview, found: tuple[Indicator, ...]) -> Table:
    """Indicators with their source and their reading."""
    last = shown.years[1]
    columns = (
        Column(_("Indicateur"), 4.4),
        Column(shown.years[0], 1.9, "end"),
        *((Column(last, 1.9, "end"),) if last else ()),
        Column(_("Cible et repères"), 4.6),
        Column(_("Lecture"), 1.6),
    )
    rows = tuple(_row(shown, item) for item in found)
    return Table(_("Les indicateurs de l’année"), columns, rows, is_title_hidden=True)


def _row(shown: ReportOverview, item: Indicator) -> tuple[Cell, ...]:
    question = question_of(shown, item)
    past = (text_cell(former_value(shown, item)),) if shown.years[1] else ()
    own = shown.data.results.sheet.of(item.question).target
    return (
        text_cell(question.label),
        cell(bold(value(shown, item))),
        *past,
        cell(*(runs(words, "secondary") for words in references(shown, item) or (NONE,))),
        text_cell(reading(item, question, own).words),
    )


def question_of(shown: ReportOverview, item: Indicator) -> MeasuredQuestion:
    """The figure that an indicator reads."""
    question = shown.data.results.questions[item.question].entry.question
    assert isinstance(question, MeasuredQuestion)
    return question


def value(shown: ReportOverview, item: Indicator) -> str:
    """This year's figure."""
    return _shown(shown.data.results.questions[item.question], shown.data.decimals)


def former_value(shown: ReportOverview, item: Indicator) -> str:
    """Last year's figure, a dash where it cannot be read beside this one."""
    before = shown.before(item.question)
    return NONE if before is None else _shown(before, shown.data.decimals)


def _shown(resolved: Resolved, decimals: int) -> str:
    question = resolved.entry.question
    if resolved.measure is None or not isinstance(question, MeasuredQuestion):
        return NONE
    return with_unit(shown_measure(resolved, resolved.measure, decimals), question.unit)


def references(shown: ReportOverview, item: Indicator) -> tuple[str, ...]:
    """The structure's own target, then each reference value with its source."""
    unit = question_of(shown, item).unit
    own = shown.data.results.sheet.of(item.question).target
    said = [] if own is None else [_("Notre cible\u00a0: {value}", value=with_unit(own, unit))]
    return (*said, *(reference_words(found, unit) for found in item.references))


def first_mark(shown: ReportOverview, item: Indicator) -> str:
    """The value that an indicator is first read beside."""
    return NONE if item.target is None else with_unit(item.target, question_of(shown, item).unit)
