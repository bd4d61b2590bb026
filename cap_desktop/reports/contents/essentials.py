"""The essentials on one page."""

from __future__ import annotations

from cap_desktop.charts.legend import bands_legend, years_legend
from cap_desktop.charts.radar import radar
from cap_desktop.charts.theme_bars import theme_bars
from cap_desktop.domain.exact import ZERO
from cap_desktop.i18n import _, counted
from cap_desktop.reports.contents.indicators import (
    first_mark,
    followed,
    former_value,
    question_of,
    value,
)
from cap_desktop.reports.contents.inline import bold, cell, paragraph, runs, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.contents.priorities import (
    first_priorities,
    score_of,
    theme_badge,
    theme_of,
    title_of,
)
from cap_desktop.reports.document import (
    Block,
    Cell,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Picture,
    Section,
    SideBySide,
    Table,
)
from cap_desktop.words.numbers import figure
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.standings import band_rank

ANCHOR = "essentiel"
LISTED = 3
ESSENTIAL = (2, 1)
"""How many things to work on first of each part have room on the one page."""
RADAR = (250.0, 222.0)
LEFT_SHARE = 0.36
YEARS_SHARE, YEARS_WIDTH, BANDS_WIDTH = 0.25, 168.0, 504.0
STRENGTHS_SHARE = 0.37
PAGE_WIDTH = 487.0
BARS_WIDTH = (PAGE_WIDTH - 20) * (1 - LEFT_SHARE)


def essentials(shown: ReportOverview) -> Section:
    """Where the structure stands, what holds, what comes first, what to follow."""
    return Section(
        (
            Heading(1, _("L’essentiel en une page"), ANCHOR),
            paragraph(_subtitle(shown), "lead"),
            KeyFigures(_key_figures(shown)),
            *_charts(shown),
            *_lists(shown),
            *_followed(shown),
        )
    )


def _subtitle(shown: ReportOverview) -> str:
    data = shown.data
    if shown.years[1]:
        said = _("CAP {year}, comparé à {former}", year=data.year, former=shown.years[1])
    else:
        said = _("CAP {year}", year=data.year)
    return f"{data.structure} · {said}"


def _key_figures(shown: ReportOverview) -> tuple[KeyFigure, ...]:
    decimals, data = shown.data.decimals, shown.data
    parts = [
        KeyFigure(
            figure(item.score, decimals),
            _("sur 100"),
            item.title,
            _part_note(item, decimals),
        )
        for item in (part.standing for part in shown.parts)
    ]
    done = data.results.progress
    answers = KeyFigure(
        str(done.done),
        counted("réponse", "réponses", done.done),
        _("Sur {asked} questions", asked=done.asked),
        _discussed(len(data.discussed)),
    )
    planned = [action for action in data.actions if action.state != "dropped"]
    first = sum(action.priority == 1 for action in planned)
    plan = KeyFigure(
        str(len(planned)),
        counted("action", "actions", len(planned)),
        _("Dans le plan {year}", year=data.year),
        _("{number} à priorité haute", number=first) if first else "",
    )
    return (*parts, answers, plan)


def _part_note(item: ScoreLine, decimals: int) -> str:
    """Last year's published score and the change apart, or the band."""
    if not item.year or (item.score is not None and not item.band):
        return item.reading()
    # One line each: the column is narrow, and the page is one.
    change = _("à quest. égales\u00a0: {change}", change=item.change(decimals))
    return f"{item.past(decimals)}\n{change}"


def _discussed(number: int) -> str:
    if not number:
        return ""
    return counted("{number} à discuter", "{number} à discuter", number)


def _charts(shown: ReportOverview) -> tuple[Block, ...]:
    decimals = shown.data.decimals
    former = _("Score {year}", year=shown.years[1]) if shown.years[1] else ""
    # Where each band starts is told on the next page.
    found = shown.data.questionnaire.settings.bands
    bands = tuple((band.title, ZERO, band_rank(found, band)) for band in found)
    web = radar(shown.standings, shown.years, decimals, *RADAR)
    bars = theme_bars(shown.groups, shown.years, decimals, BARS_WIDTH)
    years = years_legend(shown.years)
    return (
        SideBySide((Picture(web),), (Picture(bars),), LEFT_SHARE),
        SideBySide(
            (Picture(years, min(years.width / YEARS_WIDTH, 1.0)),),
            (Picture(bands_legend(bands, former, BANDS_WIDTH)),),
            YEARS_SHARE,
        ),
    )


def _lists(shown: ReportOverview) -> tuple[Block, ...]:
    strong, first = _strengths(shown), _first(shown)
    if strong and first:
        return (SideBySide((strong,), (first,), STRENGTHS_SHARE),)
    return tuple(table for table in (strong, first) if table)


def _strengths(shown: ReportOverview) -> Table | None:
    decimals = shown.data.decimals
    scored = [theme for theme in shown.themes if theme.standing.score is not None]
    scored.sort(key=lambda theme: -(theme.standing.score or 0))
    rows = tuple(
        (
            Cell(
                (
                    bold(theme.standing.title),
                    runs(theme.standing.past(decimals), "secondary"),
                ),
                theme_badge(theme),
            ),
            cell(bold(figure(theme.standing.score, decimals))),
        )
        for theme in scored[:LISTED]
    )
    columns = (Column("", 5), Column("", 1.1, "end"))
    return Table(_("Nos points forts"), columns, rows) if rows else None


def _first(shown: ReportOverview) -> Table | None:
    found = first_priorities(shown, ESSENTIAL)
    rows = tuple(
        (
            Cell((bold(title_of(shown, item)),), theme_badge(theme_of(shown, item))),
            cell(bold(figure(score_of(shown, item), shown.data.decimals))),
        )
        for item in found
    )
    columns = (Column("", 7), Column("", 1.1, "end"))
    return Table(_("À travailler en premier"), columns, rows) if rows else None


def _followed(shown: ReportOverview) -> tuple[Block, ...]:
    found = followed(shown)
    if not found:
        return ()
    last = shown.years[1]
    columns = (
        Column(_("Indicateur"), 7.6),
        *((Column(last, 1.2, "end"),) if last else ()),
        Column(shown.years[0], 1.2, "end"),
        Column(_("Repère"), 1.2, "end"),
    )
    rows = tuple(
        (
            text_cell(question_of(shown, item).label),
            *((text_cell(former_value(shown, item)),) if last else ()),
            cell(bold(value(shown, item))),
            text_cell(first_mark(shown, item)),
        )
        for item in found
    )
    titles = {1: _("Un chiffre à suivre"), 2: _("Deux chiffres à suivre")}
    return (Table(titles.get(len(rows), _("Trois chiffres à suivre")), columns, rows),)
