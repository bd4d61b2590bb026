"""A filled workbook read as a file of answers: each refusal is named by its sheet and cell."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from cap_desktop.domain.answers.answer_parsing import FORMAT, read_answers
from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    TextQuestion,
)
from cap_desktop.errors import Problem
from cap_desktop.exchange.answer_workbook.layout import (
    PROFILE,
    Field,
    part_pages,
    reason_labels,
    themes_under,
    under,
)
from cap_desktop.exchange.answer_workbook.names import split
from cap_desktop.exchange.answer_workbook.rows import (
    FoundCell,
    Gathered,
    Line,
    gather,
    unknown_keys,
)
from cap_desktop.exchange.answer_workbook.values import (
    RefusedCellError,
    chosen_of,
    figure_of,
    importance_of,
    is_ticked,
    refused,
    text_of,
    unanswered_of,
    value_of,
)
from cap_desktop.exchange.spreadsheet.reading import read_sheets

Tree = dict[str, Any]
_Name = Literal["format", "questionnaire/id", "questionnaire/version", "short"]
IDENTITY: Final[tuple[_Name, ...]] = ("questionnaire/id", "questionnaire/version")
HEADER: Final[tuple[_Name, ...]] = ("format", *IDENTITY, "short")
FIRST_CELL: Final = f"{PROFILE}!A1"


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """What a workbook gave: all that can be taken, each refusal by its cell, and what to know.

    ``places`` is the cell of each question and theme that has a row: what has none is left as it
    is, where what is empty is taken away. ``notes`` are what was read all the same.
    """

    sheet: AnswerSheet
    short: str
    places: Mapping[str, str]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def read_answer_workbook(data: bytes, questionnaire: Questionnaire) -> WorkbookReading:
    """Read the bytes of a workbook that was filled for this very questionnaire.

    Raises ``UnreadableError`` or ``TooLargeError`` for what is no workbook of answers.
    """
    found = gather(read_sheets(data), part_pages(questionnaire))
    draft = _Draft(questionnaire, found)
    draft.read_profile()
    draft.read_answers()
    sheet, short = draft.settled()
    return WorkbookReading(
        sheet, short, draft.places, tuple(dict.fromkeys(found.problems)), tuple(found.notes)
    )


@dataclass(slots=True)
class _Draft:
    """The file of answers that the cells make, and the cell of each thing it says."""

    questionnaire: Questionnaire
    found: Gathered
    tree: Tree = field(default_factory=lambda: {"profile": {}, "answers": {}, "importance": {}})
    cells: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def read_profile(self) -> None:
        """The names of the questionnaire, then what is ticked of the structure."""
        lines = self.found.profile
        fields = self.questionnaire.profile_fields
        options = [f"profile/{item.id}/{option.id}" for item in fields for option in item.options]
        self.found.problems += unknown_keys(lines, frozenset([*HEADER, *options]), "profile_key")
        said = {key: text_of(lines[key].of("reponse")).strip() for key in HEADER if key in lines}
        self.cells |= {key: lines[key].of("reponse").place for key in said}
        self.tree["format"] = said.get("format") or FORMAT
        own = self.questionnaire
        for key in IDENTITY:
            if lines and key not in lines:
                self.found.problems.append(Problem("E-XLSX-TYPE", FIRST_CELL, "no_row", seen=key))
        self.tree["questionnaire"] = {
            "id": said.get("questionnaire/id", own.id),
            "version": said.get("questionnaire/version", own.version),
        }
        if said.get("short"):
            self.tree["short"] = said["short"]
        for item in fields:
            chosen = [option.id for option in item.options if self._is_chosen(item.id, option.id)]
            if chosen:
                self.tree["profile"][item.id] = chosen

    def _is_chosen(self, name: str, option: str) -> bool:
        line = self.found.profile.get(f"profile/{name}/{option}")
        if line is None:
            return False
        cell = line.of("reponse")
        self.cells.setdefault(f"profile/{name}", cell.place)
        self.cells[f"profile/{name}/{option}"] = cell.place
        try:
            return is_ticked(cell)
        except RefusedCellError as error:
            self.found.problems.append(error.problem)
            return False

    def read_answers(self) -> None:
        """Every theme and question that has a row."""
        outline, lines = self.questionnaire.outline, self.found.answers
        themes = {theme.id for part in outline.parts for theme in themes_under(part)}
        ends = {
            f"{name}/{end}"
            for name, entry in outline.by_id.items()
            for end in under(entry.question)
        }
        known = frozenset([*themes, *outline.by_id, *ends])
        self.found.problems += unknown_keys(lines, known, "row_key")
        for name in themes & lines.keys():
            self.places[name] = lines[name].place
            self._read_importance(name, lines[name])
        for name, entry in outline.by_id.items():
            if name in lines:
                self.places[name] = lines[name].place
                self._read_importance(name, lines[name])
                self._read_answer(entry.question, lines[name])

    def _read_importance(self, name: str, line: Line) -> None:
        cell = line.of("importance")
        self.cells[f"importance/{name}"] = cell.place
        if not cell.is_empty:
            with self._refusing():
                self.tree["importance"][name] = importance_of(cell)

    def _read_answer(self, question: BaseQuestion, line: Line) -> None:
        """Everything that the row of a question says, and the rows under it."""
        said: Tree = {}
        place = f"answers/{question.id}"
        self.cells[place] = line.place
        for key, column, read in self._readings(question):
            cell = line.of(column)
            self.cells[f"{place}/{key}"] = cell.place
            if cell.cell.text:
                with self._refusing():
                    value = read(cell)
                    said |= {key: value} if value not in ("", [], False) else {}
        with self._refusing():
            self._read_unanswered(said, line, place)
        with self._refusing():
            self._read_value(question, line, said, place)
        if said:
            self.tree["answers"][question.id] = said

    def _readings(
        self, question: BaseQuestion
    ) -> Iterator[tuple[str, Field, Callable[[FoundCell], object]]]:
        """What a row says beside the answer: the field of the file, its column, how it is read."""
        unit = question.unit if isinstance(question, MeasuredQuestion) else ""
        reasons = reason_labels(question)
        yield "reason", "precision", text_of
        yield "comment", "commentaire", text_of
        yield "evidence", "preuves", lambda cell: split(text_of(cell))
        yield "provisional", "provisoire", is_ticked
        yield "target", "cible", lambda cell: "" if cell.is_empty else figure_of(cell, unit)
        yield "reason_id", "raison", lambda cell: "" if cell.is_empty else chosen_of(cell, reasons)

    def _read_unanswered(self, said: Tree, line: Line, place: str) -> None:
        cell = line.of("sans_reponse")
        why = unanswered_of(cell)
        for name in ("na", "unknown"):
            self.cells[f"{place}/{name}"] = cell.place
        if why:
            said[why] = True

    def _read_value(self, question: BaseQuestion, line: Line, said: Tree, place: str) -> None:
        cell = line.of("reponse")
        self.cells[f"{place}/value"] = cell.place
        ends = under(question)
        if ends:
            if not cell.is_empty:
                raise refused(cell, "E-XLSX-TYPE", "in_rows_under")
            value = self._value_under(question, list(ends), f"{place}/value")
        elif isinstance(question, TextQuestion):
            value = text_of(cell)
        else:
            value = None if cell.is_empty else value_of(question, cell)
        if value in (None, "", []):
            return
        if said.get("na") or said.get("unknown"):
            raise refused(line.of("sans_reponse"), "E-XLSX-CONFLICT", "both")
        said["value"] = value

    def _value_under(self, question: BaseQuestion, ends: list[str], place: str) -> object:
        """What the rows under a question say together: the lines ticked, or two figures."""
        lines = self.found.answers
        cells = {
            end: lines[key].of("reponse")
            for end in ends
            if (key := f"{question.id}/{end}") in lines
        }
        self.cells |= {f"{place}/{end}": cell.place for end, cell in cells.items()}
        if isinstance(question, MultipleQuestion):
            return [end for end, cell in cells.items() if is_ticked(cell)]
        assert isinstance(question, MeasuredQuestion)
        # The unit is that of the ratio: neither of its two figures has it.
        given = {end: figure_of(cell, "") for end, cell in cells.items() if not cell.is_empty}
        if not given or len(given) == len(ends):
            return given or None
        missing = next((cells[end] for end in cells if end not in given), None)
        raise refused(missing or cells[next(iter(given))], "E-XLSX-TYPE", "half")

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except RefusedCellError as error:
            self.found.problems.append(error.problem)

    def settled(self) -> tuple[AnswerSheet, str]:
        """What can be taken: read as any file of answers, then again without what is refused."""
        reading = read_answers(_bytes(self.tree), self.questionnaire)
        if reading.sheet is not None:
            return reading.sheet, reading.short
        for problem in reading.problems:
            self.found.problems.append(problem._replace(place=self._cell_of(problem.place)))
            self._drop(problem.place)
        again = read_answers(_bytes(self.tree), self.questionnaire)
        return again.sheet or AnswerSheet(), again.short

    def _cell_of(self, place: str) -> str:
        """The cell that a place of the file was read from, or the one of what holds it."""
        while place:
            if place in self.cells:
                return self.cells[place]
            place = place.rpartition("/")[0]
        return FIRST_CELL

    def _drop(self, place: str) -> None:
        group, _slash, rest = place.partition("/")
        if group in ("profile", "answers", "importance"):
            self.tree[group].pop(rest.partition("/")[0], None)


def _bytes(tree: Tree) -> bytes:
    return json.dumps(tree).encode()
