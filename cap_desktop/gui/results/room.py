"""Results, their figures, how a score is made, and two years side by side, among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room, Tab
from cap_desktop.gui.session.destinations import ToIndicators, ToResults, ToScore, ToYears
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.results.indicators_page import IndicatorsPage  # start-up: one page first
    from cap_desktop.gui.results.results_page import ResultsPage
    from cap_desktop.gui.results.trace_page import TracePage
    from cap_desktop.gui.results.years_page import YearsPage

TAB = Tab(mark("Résultats"), "chart-bar", ToResults())


def _results(context: Context) -> ResultsPage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.results.results_page import ResultsPage

    return ResultsPage(context.look, context.session)


def _indicators(context: Context) -> IndicatorsPage:
    from cap_desktop.gui.results.indicators_page import IndicatorsPage  # start-up: one page first

    return IndicatorsPage(context.look, context.session)


def _trace(context: Context) -> TracePage:
    from cap_desktop.gui.results.trace_page import TracePage  # start-up: one page is shown first

    return TracePage(context.look, context.session)


def _years(context: Context) -> YearsPage:
    from cap_desktop.gui.results.years_page import YearsPage  # start-up: one page is shown first

    return YearsPage(context.look, context.session)


ROOM: Room = (
    PageEntry(
        "ResultsPage",
        (ToResults,),
        _results,
        tab=TAB,
        needs="assessment",
        waits=True,
        help_part="scores",
    ),
    PageEntry(
        "IndicatorsPage",
        (ToIndicators,),
        _indicators,
        stands="aside",
        tab=TAB,
        needs="assessment",
        help_part="scores",
    ),
    PageEntry(
        "TracePage",
        (ToScore,),
        _trace,
        stands="aside",
        tab=TAB,
        needs="assessment",
        help_part="scores",
    ),
    PageEntry("YearsPage", (ToYears,), _years, stands="aside", tab=TAB, needs="assessment"),
)
