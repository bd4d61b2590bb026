"""The plan for those who paste it into a form: rows for a workbook, pages for a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cap_desktop.domain.plan.plan import Action
from cap_desktop.i18n import _
from cap_desktop.reports.contents.overview import ReportOverview, overview
from cap_desktop.reports.report_data import ReportData
from cap_desktop.words.action_states import (
    milestone_words,
    priority_words,
    share_words,
    state_words,
    step_words,
)
from cap_desktop.words.actions import field_name, figures_words, indicator_words
from cap_desktop.words.days import whole_day

CellValue = str | date | None
SheetValue = CellValue | float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table of texts, days and figures; the first row of names is ``header``."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[SheetValue, ...], ...]


@dataclass(frozen=True, slots=True)
class PlanPages:
    """The plan on pages: a table of the main columns, then every field of each action."""

    title: str
    subtitle: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    actions: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def plan_sheet(data: ReportData) -> Sheet:
    """One row an action, one column a field."""
    shown = overview(data)
    rows = tuple(
        tuple(value for _name, value in _fields(shown, rank, action))
        for rank, action in enumerate(data.actions, start=1)
    )
    return Sheet(_title(data), _names(shown), rows)


def plan_pages(data: ReportData) -> PlanPages:
    """The main columns as a table, then each action with the fields that are filled in."""
    shown = overview(data)
    header = (
        _("N°"),
        _("Intitulé et objectif"),
        field_name("owner"),
        field_name("due"),
        field_name("indicator"),
        field_name("priority"),
        field_name("state"),
    )
    rows = tuple(_main(shown, rank, action) for rank, action in enumerate(data.actions, start=1))
    actions = tuple(
        (
            _("{rank}. {title}", rank=rank, title=action.title),
            tuple(
                (name, _said(value)) for name, value in _fields(shown, rank, action)[2:] if value
            ),
        )
        for rank, action in enumerate(data.actions, start=1)
    )
    return PlanPages(_title(data), data.structure, header, rows, actions)


def _title(data: ReportData) -> str:
    return _("Plan d’amélioration {year}", year=data.year)


def _main(shown: ReportOverview, rank: int, action: Action) -> tuple[str, ...]:
    questionnaire = shown.data.questionnaire
    followed = (indicator_words(action, questionnaire), figures_words(action, questionnaire))
    return (
        str(rank),
        "\n".join(text for text in (action.title, action.goal or "") if text),
        action.owner,
        "" if action.due is None else whole_day(action.due),
        "\n".join(text for text in followed if text),
        priority_words(action),
        state_words(action),
    )


def _names(shown: ReportOverview) -> tuple[str, ...]:
    blank = Action(title="-", priority=2, state="todo")
    return tuple(name for name, _value in _fields(shown, 0, blank))


def _fields(shown: ReportOverview, rank: int, action: Action) -> tuple[tuple[str, CellValue], ...]:
    questionnaire = shown.data.questionnaire
    themes = (f"{item.standing.code} {item.standing.title}" for item in shown.themes_of(action))
    milestones = (
        f"{whole_day(item.day)} ({milestone_words(item)}) {item.title}"
        for item in action.milestones
    )
    reviews = (f"{whole_day(item.day)}, {item.role}, {item.comment}" for item in action.reviews)
    return (
        (_("N°"), str(rank)),
        (field_name("title"), action.title),
        (field_name("themes"), ", ".join(themes)),
        (field_name("finding"), action.finding),
        (field_name("goal"), action.goal),
        (field_name("priority"), priority_words(action)),
        (field_name("owner"), action.owner),
        (field_name("contributors"), action.contributors),
        (field_name("due"), action.due),
        (field_name("milestones"), "\n".join(milestones)),
        (field_name("time"), action.time),
        (field_name("budget"), action.budget),
        (field_name("training"), action.training),
        (field_name("network_offer"), action.network_offer),
        (field_name("indicator"), indicator_words(action, questionnaire)),
        (field_name("start_value"), action.start_value),
        (field_name("target_value"), action.target_value),
        (field_name("state"), state_words(action)),
        (_("Part faite"), share_words(action.progress)),
        (field_name("step"), step_words(action)),
        (field_name("proof"), action.proof),
        (_("Fichiers de preuve"), ", ".join(action.proof_files)),
        (field_name("effectiveness"), action.effectiveness),
        (field_name("reviews"), "\n".join(reviews)),
        (field_name("drop_reason"), action.drop_reason),
    )


def _said(value: CellValue) -> str:
    return whole_day(value) if isinstance(value, date) else value or ""
