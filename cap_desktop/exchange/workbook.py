"""The one writer of workbooks: texts, days, figures and lists, and no text that is a formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from itertools import zip_longest
from math import ceil
from typing import Any, Final, Literal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cap_desktop.exchange.cell_text import page_title, pieces, written
from cap_desktop.exchange.office_package import cleaned, dated
from cap_desktop.i18n import _

TRIGGERS: Final = ("=", "+", "-", "@", "\t", "\n")
"""What a spreadsheet may take for the start of a formula, once a text is typed again."""
NARROWEST, WIDEST = 9, 46
DAY_FORMAT: Final = "dd/mm/yyyy"
TEXT_FORMAT: Final = "@"
FONT, SIZE = "Arial", 10
LINE_HEIGHT, TALLEST = 12.8, 409
"""Points that a line of the letters takes, and the most that a row can have."""
FIT: Final = 1.25
"""Letters of Arial that a column holds for each of its width, as LibreOffice draws them."""

Value = str | date | float | None
Look = Literal["plain", "keys", "head", "theme", "strong", "quiet", "answer"]
COLOURS: Final[Mapping[Look, tuple[str, str]]] = {
    "head": ("FFFFFF", "0B5A66"),
    "theme": ("0B3D45", "D7E9EB"),
    "keys": ("6B7280", "F3F4F6"),
    "quiet": ("4B5563", "FFFFFF"),
    "answer": ("000000", "FFFBEB"),
}
"""The letters and the ground of a row."""
EDGE: Final = "D1D5DB"
"""The colour between two cells."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; what is typed in one ``for_text`` stays a text."""

    width: float
    for_text: bool = False
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """A row, its cells ranked from 0.

    ``lists`` says what can be chosen in a cell; what is typed in one of ``figures`` may be one,
    whatever its column is for.
    """

    values: tuple[Value, ...]
    look: Look = "plain"
    lists: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet; ``frozen`` names the first cell that moves, ``repeated`` the rows of each page."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: str
    repeated: str


def workbook_bytes(
    title: str, header: tuple[str, ...], rows: tuple[tuple[Value, ...], ...], moment: datetime
) -> bytes:
    """Write one sheet; a text longer than a cell goes on in the row under it.

    The same values and moment give the same bytes.
    """
    lines = [line for row in rows for line in _lines(row)]
    widths = _widths([header, *lines])
    page = Page(
        title=page_title(title),
        columns=tuple(Column(width) for width in widths),
        rows=(Row(header, "head"), *(Row(line) for line in lines)),
        frozen="C2",
        repeated="1:1",
    )
    return book_bytes(title, (page,), "", moment)


def book_bytes(title: str, pages: tuple[Page, ...], lists_title: str, moment: datetime) -> bytes:
    """Write the pages in their order, and a hidden one with all that can be chosen, if any.

    The same values and moment give the same bytes.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    # The letters of whatever is typed where nothing stands yet.
    book._named_styles["Normal"].font = Font(name=FONT, size=SIZE)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    book.properties.title = written(cleaned(title))
    book.properties.creator = "CAP Desktop"
    book.properties.language = "fr-FR"
    lists, known = _Lists(lists_title), _Known()
    for page in pages:
        _add(book.create_sheet(page.title), page, lists, known)
    if lists.known:
        lists.write(book.create_sheet(lists_title))
    file = BytesIO()
    book.save(file)
    return dated(file.getvalue(), moment)


class _Known(dict[tuple[Look, str, bool], Any]):
    """What each kind of cell looks like in one workbook, by its look, its form, its quote."""


class _Lists:
    """What can be chosen, each list once, in a column of its own."""

    def __init__(self, title: str) -> None:
        self._title = title
        self.known: dict[tuple[str, ...], str] = {}

    def place(self, choices: tuple[str, ...]) -> str:
        """The cells where a list stands, as a formula names them."""
        if choices not in self.known:
            letter = get_column_letter(len(self.known) + 1)
            self.known[choices] = f"{self._title}!${letter}$1:${letter}${len(choices)}"
        return self.known[choices]

    def write(self, sheet: Worksheet) -> None:
        """Fill the page of the lists, which nobody has to see."""
        sheet.sheet_state = "hidden"
        for column, choices in enumerate(self.known, start=1):
            for rank, choice in enumerate(choices, start=1):
                _fill(_cell(sheet, rank, column), choice)


def _cell(sheet: Worksheet, rank: int, column: int) -> Cell:
    cell = sheet.cell(rank, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    return cell


def _add(sheet: Worksheet, page: Page, lists: _Lists, known: _Known) -> None:
    asked: dict[tuple[str, ...], list[str]] = {}
    for rank, row in enumerate(page.rows, start=1):
        empty = (None,) * (len(page.columns) - len(row.values))
        values = zip(page.columns, (*row.values, *empty), strict=True)
        for place, (column, value) in enumerate(values):
            cell = _cell(sheet, rank, place + 1)
            _fill(cell, value)
            is_text = column.for_text and place not in row.figures
            _dress(cell, value, column.look if row.look == "plain" else row.look, is_text, known)
        sheet.row_dimensions[rank].height = _height(page.columns, row)
        for place, choices in row.lists.items():
            asked.setdefault(choices, []).append(f"{get_column_letter(place + 1)}{rank}")
    for choices, cells in asked.items():
        _offer(sheet, lists.place(choices), cells)
    for place, column in enumerate(page.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.freeze_panes = page.frozen
    sheet.print_title_rows = page.repeated
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _offer(sheet: Worksheet, place: str, cells: list[str]) -> None:
    validation = DataValidation(
        type="list",
        formula1=place,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=_("Hors de la liste"),
        error=_("Choisissez dans la liste, ou effacez la cellule."),
    )
    for cell in cells:
        validation.add(cell)
    sheet.add_data_validation(validation)


def _lines(row: tuple[Value, ...]) -> Iterator[tuple[Value, ...]]:
    """The row, and as many under it as its longest text needs."""
    texts: list[tuple[Value, ...]] = [
        pieces(cleaned(value)) if isinstance(value, str) else (value,) for value in row
    ]
    yield from zip_longest(*texts)


def _fill(cell: Cell, value: Value) -> None:
    """A day as a day, a figure as a figure; a text as a text, whatever it looks like."""
    if isinstance(value, date | float):
        cell.value = value
    elif value:
        cell.value = written(value)
        cell.data_type = "s"


def _dress(cell: Cell, value: Value, shown: Look, is_text: bool, known: _Known) -> None:
    """Give a cell its letters and its ground; cells that are alike share what was made once."""
    form = DAY_FORMAT if isinstance(value, date) else "General"
    if is_text and not isinstance(value, date | float):
        form = TEXT_FORMAT
    # Typed again by somebody, it would still be a text.
    is_quoted = isinstance(value, str) and value.lstrip(" \"'").startswith(TRIGGERS)
    key = (shown, form, is_quoted)
    if key not in known:
        letters, ground = COLOURS.get(shown, ("000000", ""))
        size, is_strong = 8 if shown == "keys" else SIZE, shown in ("head", "theme", "strong")
        cell.font = Font(name=FONT, size=size, bold=is_strong, color=letters)
        cell.alignment = Alignment(vertical="top", wrap_text=shown != "keys")
        edge = Side("thin", color=EDGE)
        cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
        if ground:
            cell.fill = PatternFill("solid", fgColor=ground)
        cell.number_format, cell.quotePrefix = form, is_quoted
        known[key] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    cell._style = copy(known[key])  # type: ignore[attr-defined]  # noqa: SLF001


def _widths(lines: list[tuple[Value, ...]]) -> Iterator[float]:
    for values in zip(*lines, strict=True):
        longest = max(len(value) if isinstance(value, str) else NARROWEST for value in values)
        yield min(max(longest + 2, NARROWEST), WIDEST)


def _height(columns: tuple[Column, ...], row: Row) -> float:
    """Said rather than left to whoever opens it: LibreOffice and Excel do not guess alike."""
    if row.look == "keys":
        return LINE_HEIGHT
    needed = 1
    for column, value in zip(columns, row.values, strict=False):
        if isinstance(value, str) and column.look != "keys":
            room = column.width * FIT
            needed = max(needed, sum(ceil(len(part) / room) or 1 for part in value.split("\n")))
    return min(needed * LINE_HEIGHT + 3, TALLEST)
