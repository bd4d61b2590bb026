"""The sheets of a workbook, whichever of the two formats it has."""

from __future__ import annotations

from cap_desktop.exchange.spreadsheet.cells import Sheet, UnreadableError
from cap_desktop.exchange.spreadsheet.excel import BOOK, read_excel
from cap_desktop.exchange.spreadsheet.open_document import CONTENT, read_open_document
from cap_desktop.exchange.spreadsheet.package import Package


def read_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook; raises ``UnreadableError`` or ``TooLargeError``."""
    package = Package(data)
    if BOOK in package.names:
        return read_excel(package)
    if CONTENT in package.names:
        return read_open_document(package)
    raise UnreadableError
