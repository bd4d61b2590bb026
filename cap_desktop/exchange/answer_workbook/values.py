"""What somebody wrote in a cell, as a file of answers would write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cap_desktop.domain.exact import format_decimal, read_decimal
from cap_desktop.domain.questionnaire.fields import parse_day
from cap_desktop.domain.questionnaire.nearest import nearest_name
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    DateQuestion,
    MeasuredQuestion,
    TextQuestion,
    YesNoQuestion,
)
from cap_desktop.domain.text import folded, one_line
from cap_desktop.errors import Problem
from cap_desktop.exchange.answer_workbook.layout import IMPORTANCES, labels
from cap_desktop.exchange.answer_workbook.rows import FoundCell
from cap_desktop.exchange.spreadsheet.cells import Cell
from cap_desktop.words.typed_days import read_day

TICKED: Final = frozenset(["x", "oui", "1", "vrai", "true", "ok", "✓", "✔", "☑", "☒"])
NOT_TICKED: Final = frozenset(["", "non", "0", "faux", "false", "☐", "-"])
SAID_UNKNOWN: Final = frozenset(["je ne sais pas", "ne sait pas", "nsp", "unknown"])
SAID_NA: Final = frozenset(["non applicable", "n/a", "na", "ne nous concerne pas"])

LONGEST_SEEN: Final = 60

Raw = str | dict[str, str] | list[str]


class RefusedCellError(Exception):
    """What a cell says is no possible value; ``problem`` names it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def refused(found: FoundCell, code: str, case: str, nearest: str = "") -> RefusedCellError:
    """A cell that cannot be read, by its place and what stands in it."""
    seen = found.cell.text[:LONGEST_SEEN]
    return RefusedCellError(Problem(code, found.place, case, seen=seen, nearest=nearest))


def text_of(found: FoundCell) -> str:
    """A text as it was typed; a day or a truth as a spreadsheet shows it."""
    cell = found.cell
    if cell.kind == "day":
        day = _stored_day(found)
        return f"{day:%d/%m/%Y}"
    if cell.kind == "truth":
        return "VRAI" if cell.text == "1" else "FAUX"
    return f"{cell.text}\u00a0%" if cell.kind == "percent" else cell.text


def figure_of(found: FoundCell, unit: str) -> str:
    """A figure, as a decimal of a file."""
    cell = found.cell
    if cell.kind == "percent" and unit.strip() != "%":
        raise refused(found, "E-XLSX-TYPE", "percent")
    if cell.kind in ("figure", "percent"):
        return cell.text
    if cell.kind != "text":
        raise refused(found, "E-XLSX-TYPE", "figure")
    exact = read_decimal(cell.text, {unit.lower()})
    if exact is None:
        raise refused(found, "E-DECIMAL", "french")
    return format_decimal(exact)


def is_ticked(found: FoundCell) -> bool:
    """Whether a line is ticked, in any of the ways that people tick."""
    said = folded(found.cell.text)
    if said in TICKED:
        return True
    if said in NOT_TICKED:
        return False
    raise refused(found, "E-XLSX-TYPE", "tick")


def importance_of(found: FoundCell) -> int:
    """An importance from 1 to 3."""
    said = found.cell.text.strip()
    if said not in IMPORTANCES:
        problem = Problem("E-ENUM", found.place, seen=said[:LONGEST_SEEN], expected=IMPORTANCES)
        raise RefusedCellError(problem)
    return int(said)


def unanswered_of(found: FoundCell) -> str:
    """The field of a file that says why nothing is answered, empty where nothing says so."""
    said = folded(one_line(found.cell.text))
    if said in SAID_UNKNOWN:
        return "unknown"
    if said in SAID_NA:
        return "na"
    if said:
        raise refused(found, "E-XLSX-TYPE", "unanswered")
    return ""


def chosen_of(found: FoundCell, named: Mapping[str, str]) -> str:
    """The id of what was chosen in a list: by its label, its rank, its id, or its words alone."""
    said = folded(one_line(found.cell.text))
    by_label = {folded(one_line(label)): name for name, label in named.items()}
    if said in by_label:
        return by_label[said]
    ranked = (label.partition(". ") for label in named.values())
    ranks = {rank: name for name, (rank, dot, _) in zip(named, ranked, strict=True) if dot}
    if said.rstrip(".") in ranks:
        return ranks[said.rstrip(".")]
    if said in named:
        return said
    bare = [name for label, name in by_label.items() if label.partition(". ")[2] == said]
    if len(bare) == 1:
        return bare[0]
    near = nearest_name(found.cell.text[:LONGEST_SEEN], named.values())
    raise refused(found, "E-XLSX-TYPE", "choice", near)


def value_of(question: BaseQuestion, found: FoundCell) -> Raw:
    """The answer that stands in the row of a question; the cell says something."""
    if isinstance(question, MeasuredQuestion):
        return figure_of(found, question.unit)
    if isinstance(question, TextQuestion):
        return text_of(found)
    if isinstance(question, DateQuestion):
        return _day_of(found).isoformat()
    if isinstance(question, YesNoQuestion) and found.cell.kind == "truth":
        return "yes" if found.cell.text == "1" else "no"
    return chosen_of(found, labels(question))


def _day_of(found: FoundCell) -> date:
    cell: Cell = found.cell
    if cell.kind == "day":
        return _stored_day(found)
    day = parse_day(cell.text.strip()) or read_day(cell.text) if cell.kind == "text" else None
    if day is None:
        raise refused(found, "E-XLSX-TYPE", "day")
    return day


def _stored_day(found: FoundCell) -> date:
    day = parse_day(found.cell.text)
    if day is None:
        raise refused(found, "E-XLSX-TYPE", "day")
    return day
