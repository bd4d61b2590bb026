"""A table as an Excel workbook: texts, days and figures, and no text that could be a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cap_desktop.exchange.office_package import cleaned, dated

MOST = 32_767
"""How many characters a cell may hold."""
TRIGGERS = ("=", "+", "-", "@", "\t", "\n")
"""What a spreadsheet may take for the start of a formula, once a text is typed again."""
NARROWEST, WIDEST = 9, 46
DAY_FORMAT = "dd/mm/yyyy"
LONGEST_NAME = 31

Value = str | date | float | None


def workbook_bytes(
    title: str, header: tuple[str, ...], rows: tuple[tuple[Value, ...], ...], moment: datetime
) -> bytes:
    """Write one sheet; a text longer than a cell goes on in the row under it.

    The same values and moment give the same bytes.
    """
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = re.sub(r"[\[\]:*?/\\']", " ", cleaned(title))[:LONGEST_NAME]
    book.properties.title = cleaned(title)
    book.properties.creator = "CAP Desktop"
    book.properties.language = "fr-FR"
    lines = [header, *(line for row in rows for line in _lines(row))]
    for rank, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(rank, column)
            assert isinstance(cell, Cell)  # nothing is merged here
            _fill(cell, value)
    _dress(sheet, lines)
    file = BytesIO()
    book.save(file)
    return dated(file.getvalue(), moment)


def _lines(row: tuple[Value, ...]) -> Iterator[tuple[Value, ...]]:
    """The row, and as many under it as its longest text needs."""
    pieces: list[list[Value]] = []
    for value in row:
        if isinstance(value, str):
            text = cleaned(value)
            pieces.append([text[at : at + MOST] for at in range(0, len(text), MOST)])
        else:
            pieces.append([value])
    yield from zip_longest(*pieces)


def _fill(cell: Cell, value: Value) -> None:
    """A day as a day, a figure as a figure; a text as a text, whatever it looks like."""
    if isinstance(value, date):
        cell.value = value
        cell.number_format = DAY_FORMAT
    elif isinstance(value, float):
        cell.value = value
    elif value:
        text = cleaned(value)
        cell.value = text
        cell.data_type = "s"
        # Typed again by somebody, it would still be a text.
        cell.quotePrefix = text.lstrip(" \"'").startswith(TRIGGERS)


def _dress(sheet: Worksheet, lines: list[tuple[Value, ...]]) -> None:
    top = Alignment(vertical="top", wrap_text=True)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = top
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="0B5A66")
    for column, values in enumerate(zip(*lines, strict=True), start=1):
        longest = max(len(value) if isinstance(value, str) else NARROWEST for value in values)
        width = min(max(longest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
