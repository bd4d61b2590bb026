"""An .ods file: all of its sheets lie in one content.xml."""

from __future__ import annotations

import re
from typing import Final

from cap_desktop.exchange.spreadsheet.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Budget,
    Cell,
    Kind,
    Sheet,
    TooLargeError,
    UnreadableError,
    figure,
    put,
)
from cap_desktop.exchange.spreadsheet.package import Attributes, Package

CONTENT: Final = "content.xml"
MOST_SHEETS: Final = 100
_BREAKS: Final = re.compile(r"[ \t]*[\r\n\t][ \t\r\n]*")
"""What sets the XML out. Spaces stay: LibreOffice writes several as they are where lines break."""
_HIDDEN: Final = ("collapse", "filter")
_ASIDE: Final = ("annotation", "shapes", "forms", "ruby-text", "tracked-changes")
"""What stands in a sheet and is no text of its cells."""
_FIGURES: Final = ("float", "currency", "percentage")


def read_open_document(package: Package) -> list[Sheet]:
    """The sheets in their order."""
    reader = _Reader()
    package.walk(CONTENT, reader.began, reader.ended, reader.take)
    if not reader.sheets:
        raise UnreadableError
    return reader.sheets


class _Reader:
    """Walks the content; a row or a cell may say that it stands there several times."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._budget = Budget()
        self._aside = 0
        self._row = self._column = 0
        self._times = self._row_times = 1
        self._cells: dict[int, Cell] = {}
        self._given: Attributes = {}
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._in_text = 0
        self._is_rich = self._in_cell = self._is_hidden = False

    def began(self, tag: str, given: Attributes) -> None:
        """An element begins."""
        if tag in _ASIDE:
            self._aside += 1
        elif self._aside:
            return
        elif self._in_cell:
            self._began_text(tag, given)
        elif tag == "table":
            self._began_table(given)
        elif tag == "table-column":
            self._began_column(given)
        elif tag == "table-row":
            self._began_row(given)
        elif tag in ("table-cell", "covered-table-cell"):
            self._began_cell(given)

    def ended(self, tag: str) -> None:
        """An element ends."""
        if tag in _ASIDE:
            self._aside -= 1
        elif self._aside:
            return
        elif tag in ("table-cell", "covered-table-cell"):
            self._ended_cell()
        elif tag == "table-row":
            self._ended_row()
        elif tag in ("p", "h") and self._in_text:
            self._in_text -= 1
            self._paragraphs.append("".join(self._pieces))

    def take(self, text: str) -> None:
        """Some text of a paragraph, without what only sets the XML out."""
        if self._in_text and not self._aside:
            self._pieces.append(_BREAKS.sub(" " if self._pieces else "", text))

    def _began_table(self, given: Attributes) -> None:
        if len(self.sheets) == MOST_SHEETS:
            raise TooLargeError
        self.sheets.append(Sheet(given.get("name", "")))
        self._row = self._column = 0

    def _began_column(self, given: Attributes) -> None:
        times = _times(given, "number-columns-repeated", MOST_COLUMNS)
        if given.get("visibility") in _HIDDEN:
            self._budget.spend(1)
            self._sheet.hidden_columns.append((self._column + 1, self._column + times))
        self._column += times

    def _began_row(self, given: Attributes) -> None:
        self._row_times = _times(given, "number-rows-repeated", MOST_ROWS)
        self._column = 0
        self._cells = {}
        self._is_hidden = given.get("visibility") in _HIDDEN

    @property
    def _sheet(self) -> Sheet:
        if not self.sheets:
            raise UnreadableError
        return self.sheets[-1]

    def _began_cell(self, given: Attributes) -> None:
        self._given = given
        self._times = _times(given, "number-columns-repeated", MOST_COLUMNS)
        self._paragraphs, self._pieces = [], []
        self._in_text, self._is_rich, self._in_cell = 0, False, True
        spans = [given.get(f"number-{what}-spanned", "1") for what in ("columns", "rows")]
        if spans != ["1", "1"]:
            self._budget.spend(1)
            self._sheet.merged.append((self._row + 1, self._column + 1))

    def _began_text(self, tag: str, given: Attributes) -> None:
        if tag in ("p", "h"):
            self._in_text += 1
            self._pieces = []
        elif tag == "s":
            self._pieces.append(" " * _times(given, "c", 32_767))
        elif tag == "tab":
            self._pieces.append("\t")
        elif tag == "line-break":
            self._pieces.append("\n")
        elif tag == "span":
            self._is_rich = True

    def _ended_cell(self) -> None:
        self._in_cell = False
        cell = self._cell()
        if cell is not None:
            self._budget.spend(self._times)
            for place in range(self._column + 1, self._column + self._times + 1):
                self._cells[place] = cell
        self._column += self._times

    def _ended_row(self) -> None:
        if self._cells:
            self._budget.spend(len(self._cells) * (self._row_times - 1))
            for row in range(self._row + 1, self._row + self._row_times + 1):
                if self._is_hidden:
                    self._sheet.hidden_rows.add(row)
                for column, cell in self._cells.items():
                    put(self._sheet, row, column, cell)
        self._row += self._row_times

    def _cell(self) -> Cell | None:
        given = self._given
        kind = given.get("value-type", "")
        formula = "formula" in given
        text = given.get("string-value") or "\n".join(self._paragraphs)
        form: Kind = "text"
        if kind in _FIGURES:
            form = "percent" if kind == "percentage" else "figure"
            text = figure(given.get("value", ""), 100 if form == "percent" else 1)
        elif kind == "date":
            form, text = "day", given.get("date-value", "")[:10]
        elif kind == "boolean":
            form, text = "truth", "1" if given.get("boolean-value") == "true" else "0"
        elif text.startswith("#") and formula:
            form = "error"
        return Cell(text, form, formula, self._is_rich) if text or formula else None


def _times(given: Attributes, name: str, most: int) -> int:
    text = given.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise UnreadableError
    return min(max(int(text), 1), most)
