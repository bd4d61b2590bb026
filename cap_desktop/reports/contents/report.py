"""The two reports: everything, or what fits in a few pages."""

from __future__ import annotations

from cap_desktop.domain.scoring.priorities import IN_FULL
from cap_desktop.i18n import _
from cap_desktop.reports.contents.actions import action_cards, plan_table
from cap_desktop.reports.contents.alerts import alerts, compliance
from cap_desktop.reports.contents.cover import cover, types_of
from cap_desktop.reports.contents.crosswalk import crosswalk
from cap_desktop.reports.contents.essentials import essentials
from cap_desktop.reports.contents.free_texts import free_texts
from cap_desktop.reports.contents.glossary import glossary
from cap_desktop.reports.contents.how_to_read import how_to_read, how_to_read_shortly
from cap_desktop.reports.contents.indicators import indicators
from cap_desktop.reports.contents.method import method, short_prints, signature
from cap_desktop.reports.contents.overview import ReportOverview, overview
from cap_desktop.reports.contents.priorities import priorities
from cap_desktop.reports.contents.scores import scores, scores_table
from cap_desktop.reports.contents.theme_page import theme_page
from cap_desktop.reports.document import Heading, Report, Section
from cap_desktop.reports.report_data import ReportData


def full_report(data: ReportData) -> Report:
    """Everything that was answered, said and decided."""
    shown = overview(data)
    return _report(
        shown,
        _("Rapport complet"),
        (
            essentials(shown),
            how_to_read(shown),
            *_first(shown),
            plan_table(shown),
            *action_cards(shown),
            *(theme_page(shown, theme) for theme in shown.themes if theme.entries),
            *indicators(shown),
            *compliance(shown),
            scores(shown),
            *free_texts(shown),
            *crosswalk(shown),
            *glossary(shown),
            method(shown),
        ),
    )


def _first(shown: ReportOverview) -> tuple[Section, ...]:
    blocks = priorities(shown, IN_FULL, 1)
    return (Section(blocks),) if blocks else ()


def synthesis(data: ReportData) -> Report:
    """Four to six pages for a board or a funder."""
    shown = overview(data)
    return _report(
        shown,
        _("Synthèse"),
        (essentials(shown), _reading(shown), plan_table(shown), _closing(shown)),
    )


def _reading(shown: ReportOverview) -> Section:
    return Section((*how_to_read_shortly(shown), *priorities(shown)))


def _closing(shown: ReportOverview) -> Section:
    return Section(
        (
            Heading(1, _("Nos scores"), "scores"),
            scores_table(shown),
            *alerts(shown),
            *signature(shown.data),
        )
    )


def _report(shown: ReportOverview, title: str, sections: tuple[Section, ...]) -> Report:
    data = shown.data
    prints = short_prints(data)
    named = _("{title} {year}", title=title, year=data.year)
    return Report(
        title=f"{named} · {data.structure}",
        subject=_("Auto-évaluation CAP {year}, {types}", year=data.year, types=types_of(data)),
        author=data.structure,
        cover=cover(shown, title),
        sections=sections,
        footer=" · ".join((data.structure, named, *prints)),
        fingerprints=(data.reference, data.engine, data.data_digest),
        made_on=data.today,
    )
