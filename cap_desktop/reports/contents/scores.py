"""The scores as a table, and beside last year's where the two years compare."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.domain.scoring.statistics import DERIVED_TAG, SOURCE_TAG
from cap_desktop.i18n import _
from cap_desktop.reports.contents.answers import said
from cap_desktop.reports.contents.inline import Runs, bold, cell, runs, text_cell
from cap_desktop.reports.contents.overview import HIDDEN, ReportOverview, movement_of
from cap_desktop.reports.document import Block, Bullets, Cell, Column, Heading, Section, Table
from cap_desktop.reports.report_data import FormerYear
from cap_desktop.words.numbers import NONE, figure, percent
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import compared_bases, signed, unrelated
from cap_desktop.words.states import NOT_ASKED

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
            *_changes(shown, former),
        )
    )


def scores_table(shown: ReportOverview) -> Table:
    """The parts, then their themes: score, movement, completeness, reading."""
    this, last = shown.years
    columns = (
        Column(_("Thème"), 5),
        *((Column(last, 1.1, "end"),) if last else ()),
        Column(this, 1.1, "end"),
        *((Column(_("Évolution"), 1.9, "end"), Column(_("Autres"), 1.4, "end")) if last else ()),
        Column(_("Complété"), 1.7, "end"),
        Column(_("Lecture"), 2.2),
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
        moved = (runs(_moved(shown, item.name)), runs(_rest(shown, item.name), "secondary"))
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
    if item.is_provisional and item.coverage:
        low, high = figure(item.lower, decimals), figure(item.upper, decimals)
        return _("Provisoire, entre {low} et {high}", low=low, high=high)
    return item.reading()


def _moved(shown: ReportOverview, name: str) -> str:
    found = movement_of(shown.data, name)
    if found is None:
        return NONE
    if not found.comparable or found.delta_common is None:
        return _("Autre base")
    return signed(found.delta_common, shown.data.decimals)


def _rest(shown: ReportOverview, name: str) -> str:
    """What the common questions do not explain."""
    found = movement_of(shown.data, name)
    if found is None or not found.comparable or found.scope_effect is None:
        return NONE
    return signed(found.scope_effect, shown.data.decimals)


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
    yield _("L’évolution se mesure sur ces questions, avant plafonds.")
    yield _("Autres\u00a0: effet du questionnaire, des questions non applicables, des plafonds.")
    if not all(item.comparable for item in comparison.themes.values()):
        yield _("Autre base\u00a0: trop peu de questions communes pour dire une évolution.")


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
    return _(NOT_ASKED) if resolved.state in HIDDEN else said(resolved, decimals)


def _points(moved: Fraction | None, decimals: int) -> str:
    return NONE if moved is None else signed(moved, decimals)
