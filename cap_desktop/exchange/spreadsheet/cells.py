"""What was found in the cells of a workbook, whichever program wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

MOST_CELLS: Final = 100_000
"""How many cells that hold something a workbook may have."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
LONGEST_FIGURE: Final = 40
LONGEST_TEXT: Final = 70_000
"""A cell of Calc holds twice what one of Excel does."""

Kind = Literal["text", "figure", "percent", "day", "truth", "error"]


class UnreadableError(Exception):
    """The content is no workbook, or a damaged one."""


class TooLargeError(Exception):
    """Once unpacked it is larger than a workbook of answers can be."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something: its text, and what a spreadsheet takes it for.

    A figure is written with a point, without an exponent; a day as AAAA-MM-JJ; a truth as 1 or 0.
    """

    text: str
    kind: Kind = "text"
    has_formula: bool = False
    is_rich: bool = False


@dataclass(slots=True)
class Sheet:
    """One sheet, its cells by row and column from 1."""

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def hides(self, row: int) -> bool:
        """True for a row that whoever filled the workbook did not see."""
        return row in self.hidden_rows

    def hides_column(self, column: int) -> bool:
        """The same for a column."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(slots=True)
class Budget:
    """How many cells may still be read."""

    left: int = MOST_CELLS

    def spend(self, count: int) -> None:
        """Count cells; raises ``TooLargeError`` once there are too many."""
        self.left -= count
        if self.left < 0:
            raise TooLargeError


def put(sheet: Sheet, row: int, column: int, cell: Cell) -> None:
    """Keep a cell at its place; raises ``UnreadableError`` where no sheet has that place.

    Raises ``TooLargeError`` for a text that no cell holds.
    """
    if len(cell.text) > LONGEST_TEXT:
        raise TooLargeError
    if not (1 <= row <= MOST_ROWS and 1 <= column <= MOST_COLUMNS):
        raise UnreadableError
    sheet.rows.setdefault(row, {})[column] = cell


def column_letters(column: int) -> str:
    """The letters of a column by its rank from 1: A to Z, then AA."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell, « D12 »."""
    return f"{column_letters(column)}{row}"


def figure(text: str, times: int = 1) -> str:
    """The digits of a stored figure: 0.1 also where 0.10000000000000001 was written.

    Raises ``UnreadableError`` for what is no finite figure.
    """
    try:
        exact = Decimal(repr(float(text[:LONGEST_FIGURE])))
    except (ValueError, InvalidOperation) as error:
        raise UnreadableError from error
    if not exact.is_finite() or exact.adjusted() > LONGEST_FIGURE:
        raise UnreadableError
    digits = format(exact * times, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits


def day_text(day: date) -> str:
    """A day as the cells give it."""
    return day.isoformat()
