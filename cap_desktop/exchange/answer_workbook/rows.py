"""The rows of a filled workbook by their keys, before anything is read in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, get_args

from cap_desktop.domain.questionnaire.nearest import nearest_name
from cap_desktop.domain.text import folded
from cap_desktop.errors import Problem
from cap_desktop.exchange.answer_workbook.layout import (
    GOES_ON,
    GUIDE,
    KEY,
    LISTS,
    PROFILE,
    SHOWN,
    Field,
    columns,
)
from cap_desktop.exchange.spreadsheet.cells import Cell, Sheet, cell_name

FIELDS: Final[tuple[Field, ...]] = get_args(Field)
KEYS_ROW, HEADS_ROW = 1, 2
MOST_PROBLEMS: Final = 200
"""After so many, another one helps nobody."""
MOST_RESEMBLED: Final = 20
"""For how many unknown keys the nearest one is looked for."""
LONGEST_NAME_SEEN: Final = 60
LONGEST_ANSWER: Final = 500_000
"""Signs of one text, over all the rows where it goes on."""


NOTHING: Final = Cell("")


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell that somebody may have filled, and where it is, « Profil!D12 »."""

    place: str
    cell: Cell = NOTHING

    @property
    def is_empty(self) -> bool:
        """True where nothing is said in it."""
        return not self.cell.text.strip()


@dataclass(slots=True)
class Line:
    """What stands under one key."""

    place: str
    cells: dict[Field, FoundCell]

    def of(self, name: Field) -> FoundCell:
        """The cell of a column, an empty one where the page has no such column."""
        return self.cells.get(name) or FoundCell(self.place)


@dataclass(slots=True)
class Gathered:
    """Every row that has a key, what cannot be read, and what whoever filled it should know."""

    profile: dict[str, Line] = field(default_factory=dict)
    answers: dict[str, Line] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def gather(sheets: list[Sheet], pages: Iterable[str]) -> Gathered:
    """Find the rows of every page that is known; each other page is named."""
    found = Gathered()
    names = {folded(name): name for name in (PROFILE, *pages)}
    aside = {folded(GUIDE), folded(LISTS)}
    for sheet in sheets:
        name = folded(sheet.name)
        if name in aside:
            continue
        if name not in names:
            seen = sheet.name[:LONGEST_NAME_SEEN]
            near = nearest_name(seen, names.values())
            found.problems.append(Problem("E-XLSX-SHEET", "", seen=seen, nearest=near))
            continue
        target = found.profile if names[name] == PROFILE else found.answers
        _PageReader(sheet, found, target).read()
    if folded(PROFILE) not in {folded(sheet.name) for sheet in sheets}:
        found.problems.append(Problem("E-XLSX-SHEET", "", "missing", seen=PROFILE))
    del found.problems[MOST_PROBLEMS:]
    return found


class _PageReader:
    """Walks one page: the keys of its columns, then its rows."""

    def __init__(self, sheet: Sheet, found: Gathered, target: dict[str, Line]) -> None:
        self._sheet, self._found, self._target = sheet, found, target
        self._columns: dict[int, Field] = {}

    def read(self) -> None:
        """Keep every row that has a key."""
        self._read_keys()
        if KEY not in self._columns.values():
            self._refuse("E-XLSX-COLUMN", 1, 1, "missing", seen=KEY)
            return
        for row, column in self._sheet.merged:
            self._refuse("E-XLSX-MERGED", row, column)
        for column in self._columns:
            if self._sheet.hides_column(column):
                self._note(KEYS_ROW, column, "hidden_column")
        head = columns()[0].head
        for row in sorted(self._sheet.rows):
            cells = self._sheet.rows[row]
            if row > HEADS_ROW or (row == HEADS_ROW and not self._is_heads(cells, head)):
                self._read_row(row, cells)

    def _read_keys(self) -> None:
        for column, cell in sorted(self._sheet.rows.get(KEYS_ROW, {}).items()):
            name = folded(cell.text)
            known = next((item for item in FIELDS if item == name), None)
            if not name:
                continue
            if known is None:
                if len(self._found.problems) < MOST_PROBLEMS:
                    seen = cell.text[:LONGEST_NAME_SEEN]
                    near = nearest_name(seen, FIELDS)
                    self._refuse("E-XLSX-COLUMN", KEYS_ROW, column, seen=seen, nearest=near)
            elif known in self._columns.values():
                self._refuse("E-XLSX-CONFLICT", KEYS_ROW, column, "column", seen=known)
            else:
                self._columns[column] = known

    def _is_heads(self, cells: dict[int, Cell], head: str) -> bool:
        place = next(column for column, name in self._columns.items() if name == KEY)
        return place in cells and folded(cells[place].text) == folded(head)

    def _read_row(self, row: int, cells: dict[int, Cell]) -> None:
        given: dict[Field, FoundCell] = {}
        for column, cell in cells.items():
            name = self._columns.get(column)
            if name is None:
                self._note(row, column, "beside")
            elif name not in SHOWN and self._can_be_read(row, column, cell):
                given[name] = FoundCell(self._place(row, column), cell)
        # A cell that nobody filled has a place too: what is missing is named there.
        for column, name in self._columns.items():
            given.setdefault(name, FoundCell(self._place(row, column)))
        self._keep(row, given)

    def _can_be_read(self, row: int, column: int, cell: Cell) -> bool:
        if cell.has_formula:
            self._refuse("E-XLSX-FORMULA", row, column)
        elif cell.kind == "error":
            self._refuse("E-XLSX-TYPE", row, column, "error", seen=cell.text)
        else:
            if cell.is_rich:
                self._note(row, column, "rich")
            return True
        return False

    def _keep(self, row: int, given: dict[Field, FoundCell]) -> None:
        key = given.pop(KEY)
        filled = any(not item.is_empty for item in given.values())
        name = key.cell.text.strip()
        if not name:
            if filled:
                self._found.problems.append(Problem("E-XLSX-TYPE", key.place, "no_key"))
            return
        if key.cell.kind != "text":
            self._found.problems.append(Problem("E-XLSX-TYPE", key.place, "key", seen=name))
            return
        if self._sheet.hides(row) and filled:
            self._note(row, 1, "hidden_row")
        if name.endswith(f"/{GOES_ON}"):
            self._go_on(name.removesuffix(f"/{GOES_ON}"), key.place, given)
        elif name in self._target:
            before = self._target[name].place
            problem = Problem("E-XLSX-CONFLICT", key.place, "row", name=before, seen=name)
            self._found.problems.append(problem)
        else:
            self._target[name] = Line(key.place, given)

    def _go_on(self, name: str, place: str, given: dict[Field, FoundCell]) -> None:
        """Put the rest of long texts behind what stands in the row above."""
        line = self._target.get(name)
        if line is None:
            self._found.problems.append(Problem("E-XLSX-TYPE", place, "no_start", seen=name))
            return
        for key, item in given.items():
            if item.cell.text:
                before = line.of(key)
                if len(before.cell.text) > LONGEST_ANSWER:
                    seen, most = str(len(before.cell.text)), (str(LONGEST_ANSWER),)
                    problem = Problem("E-LIMIT", item.place, "answer", seen=seen, expected=most)
                    self._found.problems.append(problem)
                    continue
                text = before.cell.text + item.cell.text
                line.cells[key] = replace(before, cell=replace(before.cell, text=text))

    def _place(self, row: int, column: int) -> str:
        return f"{self._sheet.name}!{cell_name(row, column)}"

    def _refuse(
        self, code: str, row: int, column: int, case: str = "", seen: str = "", nearest: str = ""
    ) -> None:
        problem = Problem(code, self._place(row, column), case, seen=seen, nearest=nearest)
        if len(self._found.problems) < MOST_PROBLEMS:
            self._found.problems.append(problem)

    def _note(self, row: int, column: int, case: str) -> None:
        if len(self._found.notes) < MOST_PROBLEMS:
            self._found.notes.append(Problem("E-XLSX-NOTE", self._place(row, column), case))


def unknown_keys(lines: dict[str, Line], known: frozenset[str], what: str) -> Iterator[Problem]:
    """The rows whose key nothing bears; the nearest one is proposed."""
    met = [(key[:LONGEST_NAME_SEEN], lines[key].place) for key in lines if key not in known]
    for rank, (seen, place) in enumerate(met[:MOST_PROBLEMS]):
        near = nearest_name(seen, known) if rank < MOST_RESEMBLED else ""
        yield Problem("E-XLSX-TYPE", place, what, seen=seen, nearest=near)
