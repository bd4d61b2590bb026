"""The scores as a table, and beside last year's where the two years compare."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.domain.scoring.statistics import DERIVED_TAG, SOURCE_TAG
from cap_desktop.i18n import _
from cap_desktop.reports.contents.answers import said
from cap_desktop.reports.contents.inline import Runs, bold, cell, runs, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import Block, Bullets, Cell, Column, Heading, Section, Table
from cap_desktop.reports.report_data import FormerYear
from cap_desktop.words.numbers import NONE, figure, percent
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import compared_bases, signed, unrelated
from cap_desktop.words.states import NOT_ASKED
from cap_desktop.words.two_years import CAUSE, EQUALLY_SHORT, how_to_compare, too_few_shared

ANCHOR = "scores"


def scores(shown: ReportOverview) -> Section:
    """Every score; with a former year, what moved and why."""
    former = shown.data.former
    if former is None:
        title = _("Nos scores en tableau")
        return Section((Heading(1, title, ANCHOR), scores_table(shown)))
    title = _("{new} comparé à {old}", new=shown.data.year, old=former.year)
    return Section(
        (
            Heading(1, title, ANCHOR),
            Bullets(tuple(runs(note) for note in _notes(shown, former))),
            scores_table(shown),
            *_causes(shown),
            *_changes(shown, former),
        )
    )


def scores_table(shown: ReportOverview) -> Table:
    """The parts, then their themes: score, movement, completeness, reading."""
    this, last = shown.years
    columns = (
        Column(_("Thème"), 4.0),
        *((Column(last, 1.1, "end"),) if last else ()),
        Column(this, 1.1, "end"),
        *((Column(_(EQUALLY_SHORT), 2.5, "end"),) if last else ()),
        Column(_("Complété"), 1.5, "end"),
        Column(_("Lecture"), 3.2),
    )
    rows: list[tuple[Cell, ...]] = []
    for part in shown.parts:
        rows.append(_row(shown, part.standing, part.standing.title, is_part=True))
        rows += [_row(shown, item.standing, item.standing.title) for item in part.themes]
    return Table(_("Les scores, de 0 à 100"), columns, tuple(rows), is_title_hidden=True)


def _row(
    shown: ReportOverview, item: ScoreLine, title: str, *, is_part: bool = False
) -> tuple[Cell, ...]:
    decimals, write = shown.data.decimals, bold if is_part else runs
    moved: tuple[Runs, ...] = ()
    past: tuple[Runs, ...] = ()
    if shown.years[1]:
        past = (runs(figure(item.former, decimals), "secondary"),)
        moved = (runs(item.change(decimals)),)
    share = NONE if item.coverage is None else percent(item.coverage)
    return tuple(
        cell(words)
        for words in (
            write(f"{item.code} {title}"),
            *past,
            bold(figure(item.score, decimals)),
            *moved,
            runs(share, "secondary"),
            runs(_reading(item, decimals)),
        )
    )


def _reading(item: ScoreLine, decimals: int) -> str:
    bounds = item.bounds(decimals)
    return _("Provisoire, {bounds}", bounds=bounds) if bounds else item.reading()


def _notes(shown: ReportOverview, former: FormerYear) -> Iterator[str]:
    comparison = former.comparison
    if comparison is None:
        yield unrelated()
        yield _("Leurs scores ne se comparent pas.")
        return
    old, new = former.results.questionnaire, shown.data.questionnaire
    is_changed = (old.id, old.version) != (new.id, new.version)
    yield from compared_bases(
        sum(unit.is_usable for item in comparison.parts.values() for unit in item.units),
        [(part.standing.title, comparison.parts[part.part.id].base_share) for part in shown.parts],
        (former.year, shown.data.year) if is_changed else None,
    )
    yield how_to_compare()
    if not all(item.comparable for item in comparison.themes.values()):
        yield too_few_shared(new.settings.min_common_base)


def _causes(shown: ReportOverview) -> Iterator[Block]:
    """What else moved a score than its questions, where the figures do not add up."""
    lines = tuple(
        runs(f"{item.code} {item.title}\u00a0: {item.cause}")
        for part in shown.parts
        for item in (part.standing, *(theme.standing for theme in part.themes))
        if item.cause
    )
    if lines:
        yield Heading(2, _(CAUSE))
        yield Bullets(lines)


def _changes(shown: ReportOverview, former: FormerYear) -> Iterator[Block]:
    """The answers that changed, before and after."""
    beside = {SOURCE_TAG, DERIVED_TAG}
    decimals = shown.data.decimals
    numbers = {entry.id: number for number, entry, _resolved in shown.entries()}
    rows = tuple(
        (
            text_cell(numbers.get(item.new.entry.id, NONE)),
            text_cell(item.new.entry.question.title),
            cell(runs(_said(item.old, decimals), "secondary")),
            text_cell(_said(item.new, decimals)),
            text_cell(_points(item.movement, decimals)),
        )
        for item in former.changed
        if not beside & set(item.new.entry.question.tags)
    )
    if not rows:
        return
    yield Heading(2, _("Les réponses qui ont changé"))
    columns = (
        Column(_("N°"), 1.1),
        Column(_("Question"), 5.6),
        Column(str(former.year), 2.1),
        Column(str(shown.data.year), 2.1),
        Column(_("Points"), 1.1, "end"),
    )
    title = _("Les réponses avant et après")
    yield Table(title, columns, rows, is_title_hidden=True)


def _said(resolved: Resolved, decimals: int) -> str:
    return said(resolved, decimals) if resolved.is_asked else _(NOT_ASKED)


def _points(moved: Fraction | None, decimals: int) -> str:
    return NONE if moved is None else signed(moved, decimals)
