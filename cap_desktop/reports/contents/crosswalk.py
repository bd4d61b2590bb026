"""Annex: which questions answer which chapter of the outside frameworks."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.plan.gains import level_of
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Framework
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.i18n import _
from cap_desktop.reports.contents.inline import paragraph, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import Cell, Column, Heading, Section, Table
from cap_desktop.words.numbers import NONE

ANCHOR = "correspondances"

CrosswalkLine = tuple[str, QuestionEntry, Resolved]


def crosswalk(shown: ReportOverview) -> tuple[Section, ...]:
    """One table a framework; nothing where the questionnaire names none."""
    entries = tuple(shown.entries())
    tables = tuple(
        table
        for framework in shown.data.questionnaire.frameworks
        for table in _table(framework, entries)
    )
    if not tables:
        return ()
    lead = _(
        "Chaque question est nommée par son numéro, suivi du niveau retenu. "
        "Une correspondance aide à lire\u00a0: elle ne vaut pas conformité."
    )
    heading = Heading(1, _("Correspondances avec d’autres référentiels"), ANCHOR)
    return (Section((heading, paragraph(lead, "lead"), *tables)),)


def _table(framework: Framework, entries: tuple[CrosswalkLine, ...]) -> Iterator[Table]:
    rows = []
    for item in framework.items:
        tied = [
            _tied(numbered)
            for numbered in entries
            if any(
                link.framework == framework.id and link.item == item.id
                for link in numbered[1].question.crosswalk
            )
        ]
        if tied:
            # A number tells the chapter; a word would only say the title again.
            title = f"{item.id}. {item.title}" if item.id[0].isdigit() else item.title
            rows.append(_row(title, tied))
    if rows:
        version = f", {framework.version}" if framework.version else ""
        columns = (Column(_("Chapitre"), 4), Column(_("Questions et niveaux"), 7))
        yield Table(f"{framework.title}{version}", columns, tuple(rows))


def _row(title: str, tied: list[str]) -> tuple[Cell, ...]:
    return (text_cell(title), text_cell(", ".join(tied)))


def _tied(numbered: CrosswalkLine) -> str:
    number, _entry, resolved = numbered
    rank = level_of(resolved)
    if rank is not None:
        return _("{number} (niveau\u00a0{rank})", number=number, rank=rank)
    if resolved.state == "na":
        return _("{number} (non applicable)", number=number)
    return number if resolved.state == "answered" else f"{number} ({NONE})"
