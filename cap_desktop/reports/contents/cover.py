"""The cover: what the report is, of whom, and the year's portrait."""

from __future__ import annotations

from cap_desktop.charts.portrait import portrait
from cap_desktop.i18n import _, counted
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import Badge, Cover
from cap_desktop.reports.report_data import ReportData
from cap_desktop.words.days import whole_day
from cap_desktop.words.standings import band_rank


def cover(shown: ReportOverview, title: str) -> Cover:
    """The first page; a draft says that it is one."""
    data = shown.data
    has_score = any(item.score is not None for item in shown.standings)
    return Cover(
        mark=_("CAP Auto-évaluation des structures d’insertion"),
        title=f"{title}\n{data.year}",
        structure=data.structure,
        subtitle=types_of(data),
        figure=portrait(shown.groups, data.decimals, str(data.year)) if has_score else None,
        legend=band_badges(shown) if has_score else (),
        note=_note(data),
        draft="" if data.sealed_on else _("Document de travail"),
    )


def types_of(data: ReportData) -> str:
    """The kinds of the structure in words, from the first field of its profile."""
    fields = data.questionnaire.profile_fields
    if not fields:
        return ""
    chosen = data.results.sheet.profile.get(fields[0].id, ())
    return " · ".join(option.label for option in fields[0].options if option.id in chosen)


def band_badges(shown: ReportOverview) -> tuple[Badge, ...]:
    """The bands of scores, from the lowest."""
    bands = shown.data.questionnaire.settings.bands
    ranks = [band_rank(bands, band) for band in bands]
    return tuple(
        Badge(str(rank), rank, band.title) for rank, band in zip(ranks, bands, strict=True)
    )


def _note(data: ReportData) -> str:
    if data.sealed_on is None:
        day = whole_day(data.today)
        state = _("Évaluation en cours, au {day}.", day=day)
    else:
        day = whole_day(data.sealed_on)
        state = _("Évaluation terminée le {day}.", day=day)
    if data.participants:
        count = counted("{number} groupe a répondu", "{number} groupes ont répondu",
                        len(data.participants))  # fmt: skip
        roles = ", ".join(item.role for item in data.participants)
        state += " " + _("{count}\u00a0: {roles}.", count=count, roles=roles)
    return f"{state} {declared()}"


def declared() -> str:
    """What a report never is."""
    return _("Position déclarée par la structure\u00a0: ni label, ni certification.")
