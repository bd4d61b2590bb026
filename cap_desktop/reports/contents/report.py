"""The two reports: everything, or what fits in a few pages."""

from __future__ import annotations

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
from cap_desktop.reports.contents.priorities import IN_FULL, priorities
from cap_desktop.reports.contents.scores import scores, scores_table
from cap_desktop.reports.contents.theme_page import theme_page
from cap_desktop.reports.document import Heading, Report, Section
from cap_desktop.reports.report_data import ReportMatter


def full_report(matter: ReportMatter) -> Report:
    """Everything that was answered, said and decided."""
    shown = overview(matter)
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


def synthesis(matter: ReportMatter) -> Report:
    """Four to six pages for a board or a funder."""
    shown = overview(matter)
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
            *signature(shown.matter),
        )
    )


def _report(shown: ReportOverview, title: str, sections: tuple[Section, ...]) -> Report:
    matter = shown.matter
    prints = short_prints(matter)
    named = _("{title} {year}", title=title, year=matter.year)
    return Report(
        title=f"{named} · {matter.structure}",
        subject=_("Auto-évaluation CAP {year}, {types}", year=matter.year, types=types_of(matter)),
        author=matter.structure,
        cover=cover(shown, title),
        sections=sections,
        footer=" · ".join((matter.structure, named, *prints)),
        fingerprints=(matter.reference, matter.engine, matter.data_digest),
        made_on=matter.today,
    )
