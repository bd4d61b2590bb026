"""Reports: what they are made from, then the file in each format.

`Reports` reads a database on the storage lane. Everything else is pure: values in, bytes out,
so that a long work may run beside the window.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.answers.answer_writing import sheet_bytes
from cap_desktop.domain.answers.assessment import Assessment, PastChange, sheet_of
from cap_desktop.domain.comparison.changed_answers import changed_answers
from cap_desktop.domain.comparison.comparison import compare
from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.domain.plan.plan import FORMAT, Action, Plan
from cap_desktop.domain.questionnaire.canonical import digest_of, full_reference
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.errors import FormatUnknown
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.reports.contents.indicator_sheet import indicator_sheet
from cap_desktop.reports.contents.plan_sheet import Sheet, plan_pages, plan_sheet
from cap_desktop.reports.contents.report import full_report, synthesis
from cap_desktop.reports.document import Report
from cap_desktop.reports.html.html_document import page
from cap_desktop.reports.report_data import FormerYear, Participants, ReportData
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.scored_years import ScoredYears
from cap_desktop.services.local.year_results import results_of

if TYPE_CHECKING:
    from cap_desktop.reports.pdf.rendering import Progress, Stop
    from cap_desktop.storage.local.database import Database
    from cap_desktop.storage.local.transaction import Transaction

Extent = Literal["full", "synthesis"]
"""Everything, or four to six pages."""

Format = Literal["pdf", "html", "xlsx", "docx", "ics"]
"""A report (PDF, HTML), or the plan alone: a workbook, a document, a calendar."""

FORMATS: dict[str, Format] = {
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".xlsx": "xlsx", ".docx": "docx", ".ics": "ics",
}  # fmt: skip
"""What the ending of a file name asks for."""


class Reports:
    """Gathers what reports are made from in one database; runs on the storage lane."""

    def __init__(self, database: Database, clock: Clock, scored: ScoredYears | None = None) -> None:
        """Use one database; ``scored`` shares what was already read of it."""
        self._database = database
        self._clock = clock
        self._scored = scored or ScoredYears()

    def data(self, assessment: str) -> ReportData:
        """Everything that the report of a year says; raises ``NoLongerThere`` where it is not."""
        with self._database.begin() as tx:
            return self._gather(tx, tx.assessments.get(assessment))

    def _gather(self, tx: Transaction, found: Assessment) -> ReportData:
        questionnaire = self._scored.questionnaire(tx, found.questionnaire)
        kept = tx.answers.of(found.id, questionnaire)
        sheet = sheet_of(tx.structures.profile(found.structure, found.year), kept)
        structure = tx.structures.get(found.structure)
        found_results = results_of(found, questionnaire, sheet)
        results = found_results.shown
        sealed = None if found.sealed_at is None else datetime.fromisoformat(found.sealed_at)
        return ReportData(
            structure=structure.name,
            year=found.year,
            results=results,
            discussed=frozenset(name for name, item in kept.items() if item.discuss),
            actions=tx.plans.of(found.structure, found.year),
            former=self._former(tx, found, results),
            participants=participants(tx.answers.history(found.id, questionnaire)),
            sealed_on=None if sealed is None else sealed.date(),
            today=self._clock().date(),
            reference=found.questionnaire,
            engine=results.engine,
            data_digest=data_digest(sheet, questionnaire),
            recount=found_results.recount,
            identity=structure.identity,
        )

    def _former(self, tx: Transaction, found: Assessment, results: Results) -> FormerYear | None:
        years = (item for item in tx.assessments.of(found.structure) if item.year < found.year)
        before = max(years, key=lambda item: item.year, default=None)
        if before is None:
            return None
        old = self._scored.results(tx, before)
        path = self._scored.succession(tx, before.questionnaire, found.questionnaire)
        return former_year(before.year, old, results, path)


def participants(history: Iterable[PastChange]) -> tuple[Participants, ...]:
    """Who answered, by role, the first to answer first; each question counts once a role."""
    asked: dict[str, set[str]] = {}
    last: dict[str, str] = {}
    for change in history:
        role = change.by.strip()
        if role:
            asked.setdefault(role, set()).add(change.question)
            last[role] = max(last.get(role, ""), change.at)
    return tuple(
        Participants(role, len(questions), datetime.fromisoformat(last[role]).date())
        for role, questions in asked.items()
    )


def data_digest(sheet: AnswerSheet, questionnaire: Questionnaire) -> str:
    """The digest of the canonical file of the answers."""
    return digest_of(sheet_bytes(sheet, questionnaire))


def former_year(year: int, old: Results, new: Results, path: Succession | None) -> FormerYear:
    """The year before, compared where ``path`` leads from its questionnaire to this one."""
    if path is None:
        return FormerYear(year, old, None, (), {})
    kept = {
        link.to[0]: link.from_[0]
        for link in path.links
        if link.is_comparable and len(link.from_) == len(link.to) == 1
    }
    return FormerYear(year, old, compare(old, new, path), changed_answers(old, new, path), kept)


def report_data_of(
    structure: str,
    year: int,
    results: Results,
    actions: tuple[Action, ...],
    former: FormerYear | None,
    today: date,
) -> ReportData:
    """The same from values that no database keeps: nobody is known to have answered."""
    return ReportData(
        structure=structure,
        year=year,
        results=results,
        discussed=frozenset(),
        actions=actions,
        former=former,
        participants=(),
        sealed_on=None,
        today=today,
        reference=full_reference(results.questionnaire),
        engine=results.engine,
        data_digest=data_digest(results.sheet, results.questionnaire),
    )


# --- Files --------------------------------------------------------------------------------


def report_of(data: ReportData, extent: Extent = "full") -> Report:
    """The report as a tree of values, before any format."""
    return full_report(data) if extent == "full" else synthesis(data)


def pdf(
    data: ReportData,
    extent: Extent = "full",
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> bytes:
    """The report as a tagged PDF.

    ``progress`` is told how many pages are drawn, out of how many. Raises ``Cancelled`` once
    ``stop`` says True.
    """
    from cap_desktop.reports.pdf.rendering import render  # start-up: ReportLab

    return render(report_of(data, extent), progress=progress, stop=stop)


def html(data: ReportData, extent: Extent = "full") -> bytes:
    """The report as one HTML file that needs nothing else."""
    return page(report_of(data, extent)).encode()


def workbook(data: ReportData, moment: datetime) -> bytes:
    """The plan as an Excel workbook, dated ``moment``."""
    return _workbook(plan_sheet(data), moment)


def indicators(data: ReportData, moment: datetime) -> bytes:
    """The figures read beside the scores as an Excel workbook, dated ``moment``."""
    return _workbook(indicator_sheet(data), moment)


def _workbook(sheet: Sheet, moment: datetime) -> bytes:
    from cap_desktop.exchange.workbook import workbook_bytes  # start-up: openpyxl

    return workbook_bytes(sheet.title, sheet.header, sheet.rows, moment)


def document(data: ReportData, moment: datetime) -> bytes:
    """The plan as a Word document, dated ``moment``."""
    from cap_desktop.exchange.plan_document import document_bytes  # start-up: python-docx

    pages = plan_pages(data)
    return document_bytes(
        pages.title, pages.subtitle, pages.header, pages.rows, pages.actions, moment
    )


def calendar(data: ReportData, moment: datetime) -> bytes:
    """The due dates, milestones and reviews of the plan, dated ``moment``."""
    from cap_desktop.exchange.calendar_file import calendar_bytes  # start-up: icalendar

    plan = Plan(format=FORMAT, year=data.year, actions=data.actions)
    return calendar_bytes(plan, data.structure, moment)


def file_bytes(data: ReportData, form: Format, moment: datetime, extent: Extent) -> bytes:
    """The file of one format."""
    if form == "pdf":
        return pdf(data, extent)
    if form == "html":
        return html(data, extent)
    return {"xlsx": workbook, "docx": document, "ics": calendar}[form](data, moment)


def format_of(path: Path) -> Format:
    """The format that the name of a file asks for; raises ``FormatUnknown``."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise FormatUnknown(path, tuple(FORMATS))
    return form


@dataclass(frozen=True, slots=True)
class Written:
    """Where a file was written, and how many bytes it holds."""

    path: Path
    size: int


def write(data: ReportData, path: Path, moment: datetime, extent: Extent = "full") -> Written:
    """Write the file that the ending of ``path`` asks for, whole or not at all.

    Raises ``FormatUnknown`` or ``OutputDenied``.
    """
    content = file_bytes(data, format_of(path), moment, extent)
    write_whole(path, content)
    return Written(path, len(content))
