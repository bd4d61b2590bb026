"""An .xlsx file: its sheets, the texts that they share, the forms of its figures."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from cap_desktop.exchange.cell_text import read
from cap_desktop.exchange.spreadsheet.cells import (
    Budget,
    Cell,
    Sheet,
    UnreadableError,
    day_text,
    figure,
    put,
)
from cap_desktop.exchange.spreadsheet.package import Attributes, Package

BOOK: Final = "xl/workbook.xml"
MOST_SHEETS: Final = 100
Form = Literal["plain", "day", "percent"]

_DAY_FORMS: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_PERCENT_FORMS: Final = frozenset([9, 10])
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_NAME: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_TRUE: Final = ("1", "true")
_FALSE: Final = ("0", "false", "none", "baseline")
_RICH: Final = ("b", "i", "u", "strike", "vertAlign")


@dataclass(slots=True)
class _Shared:
    """One text of those that the cells share."""

    text: str
    is_rich: bool


@dataclass(slots=True)
class _Book:
    sheets: list[tuple[str, str]]
    begins_1904: bool
    texts: list[_Shared]
    forms: list[Form]


def read_excel(package: Package) -> list[Sheet]:
    """The sheets in their order."""
    book = _book(package)
    budget = Budget()
    return [_SheetReader(package, name, path, book, budget).sheet for name, path in book.sheets]


def _book(package: Package) -> _Book:
    named: list[tuple[str, str]] = []
    begins_1904 = False

    def began(tag: str, given: Attributes) -> None:
        nonlocal begins_1904
        if tag == "sheet":
            named.append((given.get("name", ""), given.get("id", "")))
        elif tag == "workbookPr":
            begins_1904 = given.get("date1904", "0") in _TRUE

    package.walk(BOOK, began, _nothing)
    if not named or len(named) > MOST_SHEETS:
        raise UnreadableError
    targets = _targets(package)
    sheets = [(read(name), targets[key]) for name, key in named if key in targets]
    texts = _texts(package) if "xl/sharedStrings.xml" in package.names else []
    forms = _forms(package) if "xl/styles.xml" in package.names else []
    return _Book(sheets, begins_1904, texts, forms)


def _nothing(_tag: str) -> None:
    pass


def _targets(package: Package) -> dict[str, str]:
    """Where each sheet lies, by the name that the book has for it."""
    found: dict[str, str] = {}

    def began(tag: str, given: Attributes) -> None:
        if tag == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            place = given.get("Target", "")
            path = place[1:] if place.startswith("/") else posixpath.normpath(f"xl/{place}")
            found[given.get("Id", "")] = path

    package.walk("xl/_rels/workbook.xml.rels", began, _nothing)
    return found


class _Text:
    """Gathers the pieces of a text; what is read aloud beside it is none of it."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the text before."""
        self.pieces: list[str] = []
        self.is_rich = self.takes = False
        self.aside = 0

    def began(self, tag: str, given: Attributes) -> None:
        """An element begins within the text."""
        self.aside += tag == "rPh"
        self.is_rich |= tag in _RICH and given.get("val", "1") not in _FALSE
        self.takes = tag == "t" and not self.aside

    def ended(self, tag: str) -> None:
        """An element ends within the text."""
        self.aside -= tag == "rPh"
        self.takes = False

    def take(self, text: str) -> None:
        """Some of the text itself."""
        if self.takes:
            self.pieces.append(text)

    @property
    def text(self) -> str:
        """The whole, as it was typed."""
        return read("".join(self.pieces).replace("\r\n", "\n"))


def _texts(package: Package) -> list[_Shared]:
    found: list[_Shared] = []
    one = _Text()

    def began(tag: str, given: Attributes) -> None:
        if tag == "si":
            one.begin()
        else:
            one.began(tag, given)

    def ended(tag: str) -> None:
        if tag == "si":
            found.append(_Shared(one.text, one.is_rich))
        else:
            one.ended(tag)

    package.walk("xl/sharedStrings.xml", began, ended, one.take)
    return found


def _forms(package: Package) -> list[Form]:
    """What the figures of each style are shown as."""
    own: dict[int, Form] = {}
    found: list[Form] = []
    within = False

    def began(tag: str, given: Attributes) -> None:
        nonlocal within
        if tag == "numFmt":
            own[_whole(given.get("numFmtId", "0"))] = _form(given.get("formatCode", ""))
        elif tag == "cellXfs":
            within = True
        elif tag == "xf" and within:
            number = _whole(given.get("numFmtId", "0"))
            found.append(own.get(number) or _known_form(number))

    def ended(tag: str) -> None:
        nonlocal within
        within = within and tag != "cellXfs"

    package.walk("xl/styles.xml", began, ended)
    return found


def _known_form(number: int) -> Form:
    if number in _PERCENT_FORMS:
        return "percent"
    return "day" if number in _DAY_FORMS else "plain"


def _form(code: str) -> Form:
    bare = _QUOTED.sub("", code.lower())
    if "%" in bare:
        return "percent"
    return "day" if any(sign in bare for sign in "dyjah") and "general" not in bare else "plain"


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UnreadableError
    return int(text)


def _place(name: str) -> tuple[int, int]:
    """The row and the column that « D12 » names."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise UnreadableError
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


class _SheetReader:
    """Walks one sheet."""

    def __init__(self, package: Package, name: str, path: str, book: _Book, budget: Budget) -> None:
        self.sheet = Sheet(name)
        self._book, self._budget = book, budget
        self._row = self._column = 0
        self._given: Attributes = {}
        self._value: list[str] = []
        self._inline = _Text()
        self._inside = ""
        self._has_formula = False
        package.walk(path, self._began, self._ended, self._take)

    def _began(self, tag: str, given: Attributes) -> None:
        if tag == "row":
            self._row = _whole(given["r"]) if "r" in given else self._row + 1
            self._column = 0
            if given.get("hidden", "0") in _TRUE:
                self.sheet.hidden_rows.add(self._row)
        elif tag == "c":
            self._begin_cell(given)
        elif tag == "f":
            self._has_formula = True
            self._inside = "f"
        elif tag in ("v", "is"):
            self._inside = tag
        elif self._inside == "is":
            self._inline.began(tag, given)
        elif tag == "mergeCell":
            self._budget.spend(1)
            self.sheet.merged.append(_place(given.get("ref", "").partition(":")[0]))
        elif tag == "col" and given.get("hidden", "0") in _TRUE:
            self._budget.spend(1)
            ends = (_whole(given.get("min", "0")), _whole(given.get("max", "0")))
            self.sheet.hidden_columns.append(ends)

    def _begin_cell(self, given: Attributes) -> None:
        if "r" in given:
            self._row, self._column = _place(given["r"])
        else:
            self._column += 1
        self._given, self._value = given, []
        self._inline.begin()
        self._has_formula = False

    def _take(self, text: str) -> None:
        if self._inside == "v":
            self._value.append(text)
        elif self._inside == "is":
            self._inline.take(text)

    def _ended(self, tag: str) -> None:
        if tag in ("v", "f", "is"):
            self._inside = ""
        elif tag == "c":
            cell = self._cell()
            if cell is not None:
                self._budget.spend(1)
                put(self.sheet, self._row, self._column, cell)
        elif self._inside == "is":
            self._inline.ended(tag)

    def _cell(self) -> Cell | None:
        """What the cell that ends holds; None where that is nothing."""
        kind, value = self._given.get("t", "n"), "".join(self._value)
        formula = self._has_formula
        if kind == "inlineStr":
            found = Cell(self._inline.text, "text", formula, self._inline.is_rich)
        elif kind == "s" and value:
            found = self._shared(value, formula)
        elif kind == "str":
            found = Cell(read(value), "text", formula)
        elif kind == "b" and value:
            found = Cell("1" if value.strip() in _TRUE else "0", "truth", formula)
        elif kind == "e":
            found = Cell(value, "error", formula)
        elif kind == "d" and value:
            found = Cell(value.strip()[:10], "day", formula)
        elif kind == "n" and value.strip():
            found = self._figure(value.strip(), formula)
        else:
            found = Cell("", "text", formula)
        return found if found.text or formula else None

    def _shared(self, value: str, formula: bool) -> Cell:
        rank = _whole(value.strip())
        if rank >= len(self._book.texts):
            raise UnreadableError
        shared = self._book.texts[rank]
        return Cell(shared.text, "text", formula, shared.is_rich)

    def _figure(self, value: str, formula: bool) -> Cell:
        style = _whole(self._given.get("s", "0"))
        form = self._book.forms[style] if style < len(self._book.forms) else "plain"
        if form == "day":
            return Cell(self._day(value), "day", formula)
        if form == "percent":
            return Cell(figure(value, 100), "percent", formula)
        return Cell(figure(value), "figure", formula)

    def _day(self, value: str) -> str:
        """A day counted from 1900, or from 1904; the first has a 29 February that never was."""
        count = int(float(figure(value)))
        begin = date(1904, 1, 1) if self._book.begins_1904 else date(1899, 12, 30)
        try:
            return day_text(begin + timedelta(days=count))
        except OverflowError as error:
            raise UnreadableError from error
