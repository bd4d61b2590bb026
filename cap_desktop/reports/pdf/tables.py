"""Tables: rows that stay whole, a title row that comes back on every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from cap_desktop.reports.document import Cell, Column, Run, Table
from cap_desktop.reports.pdf.boxes import BEGINNING, SLACK, Blank, Box, Spaced
from cap_desktop.reports.pdf.containers import Framed, Row, Stack
from cap_desktop.reports.pdf.drawings import DotBox
from cap_desktop.reports.pdf.painter import Painter
from cap_desktop.reports.pdf.styles import (
    BADGE,
    BADGE_GAP,
    CELL,
    CELL_PADDING,
    COLUMN_GAP,
    TABLE_HEADER,
    TABLE_TITLE,
)
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.writing import Writer, align

TALLEST_HEADER = 200.0
"""A title row higher than that does not come back: it would leave no room."""

NARROWEST = 12.0


@dataclass
class TableBox(Spaced):
    """Rows with a thin rule under each; ``is_continued`` where the table began before.

    ``page`` is the height of a whole page: a row that is higher has to be cut.
    """

    header: Box | None
    rows: tuple[Box, ...]
    width: float
    page: float
    is_continued: bool = False

    @cached_property
    def _header_height(self) -> float:
        return 0.0 if self.header is None else self.header.height

    @cached_property
    def height(self) -> float:
        """The title row and every row."""
        return self._header_height + sum(row.height for row in self.rows)

    @property
    def start(self) -> float:
        """The title row and the first row, or the beginning of it."""
        first = self.rows[0].height if self.rows else 0.0
        return self._header_height + (self.page * BEGINNING if first > self._most else first)

    @property
    def _most(self) -> float:
        """The highest row that stays whole."""
        return self.page - self._header_height

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Between two rows; inside a row only if it is longer than a page."""
        left, count = room - self._header_height, 0
        for row in self.rows:
            if row.height > left + SLACK:
                break
            left -= row.height
            count += 1
        upper, lower = self.rows[:count], self.rows[count:]
        if lower and (is_page or left > self.page * BEGINNING) and lower[0].height > self._most:
            parts = lower[0].cut(left, is_page=True)
            if parts is not None:
                upper, lower = (*upper, parts[0]), (parts[1], *lower[1:])
        if not upper or not lower:
            return None
        return (
            replace(self, rows=upper, after=0.0),
            replace(self, rows=lower, before=0.0, is_continued=True),
        )

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """The title row, which says nothing when it comes back, then the rows."""
        if self.header is not None:
            if self.is_continued:
                with painter.artifact("Pagination"):
                    self.header.draw(painter, x, y)
            else:
                self.header.draw(painter, x, y)
            y += self.header.height
            self._rule(painter, x, y)
        for row in self.rows:
            row.draw(painter, x, y)
            y += row.height
            self._rule(painter, x, y)

    def _rule(self, painter: Painter, x: float, y: float) -> None:
        with painter.artifact():
            painter.line((x, y), (x + self.width, y), "line")


def table_boxes(
    table: Table, writer: Writer, parent: Element, width: float, page: float
) -> list[Box]:
    """The title of a table, then its rows."""
    if not table.columns:
        return []
    element = parent.add("Table")
    boxes: list[Box] = []
    title = writer.line(table.title)
    if title and table.is_title_hidden:
        element.summary = title
    elif title:
        caption = element.add("Caption")
        boxes.append(writer.text((Run(table.title),), TABLE_TITLE, caption, width, keeps=True))
    places = _places(table.columns, width)
    has_titles = any(column.title for column in table.columns)
    header = _header(table, places, writer, element) if has_titles else None
    body = element.add("TBody")
    rows = tuple(_row(table, cells, places, writer, body) for cells in table.rows)
    if header is not None and header.height > TALLEST_HEADER:
        boxes.append(TableBox(None, (header, *rows), width, page, after=12))
    else:
        boxes.append(TableBox(header, rows, width, page, after=12))
    return boxes


CellOrigin = tuple[float, float]
"""Where a column begins, and its width."""


def _places(columns: tuple[Column, ...], width: float) -> tuple[CellOrigin, ...]:
    count = len(columns)
    gap = min(COLUMN_GAP, width / (3 * count))
    room = width - gap * (count - 1)
    # Each has a part of its own, however small its share is.
    least = min(NARROWEST, room / count)
    shares = [max(column.share, 0.0) for column in columns]
    whole = sum(shares) or 1.0
    widths = [room * share / whole for share in shares]
    if min(widths) < least:
        widths = [least + (room - least * count) * share / whole for share in shares]
    places, x = [], 0.0
    for wide in widths:
        places.append((x, wide))
        x += wide + gap
    return tuple(places)


def _header(
    table: Table, places: tuple[CellOrigin, ...], writer: Writer, element: Element
) -> Framed:
    line = element.add("THead").add("TR")
    cells: list[tuple[float, Box]] = []
    for column, (x, width) in zip(table.columns, places, strict=True):
        slot = line.add("TH", scope="Column")
        style = align(TABLE_HEADER, column.align)
        cells.append((x, writer.text((Run(column.title),), style, slot, width)))
    return _padded(cells)


def _row(
    table: Table,
    cells: tuple[Cell, ...],
    places: tuple[CellOrigin, ...],
    writer: Writer,
    body: Element,
) -> Framed:
    line = body.add("TR")
    has_levels = any(
        cell.badge is not None and column.align == "middle"
        for cell, column in zip(cells, table.columns, strict=False)
    )
    # The first line of a text stands level with the badges of its row.
    has_badges = any(cell.badge is not None for cell in cells)
    drop = (BADGE - CELL.leading) / 2 if has_badges else 0.0
    boxes: list[tuple[float, Box]] = []
    for rank, (column, (x, width)) in enumerate(zip(table.columns, places, strict=True)):
        cell = cells[rank] if rank < len(cells) else Cell()
        is_title = table.has_row_titles and rank == 0
        slot = line.add("TH", scope="Row") if is_title else line.add("TD")
        if has_levels and column.align == "middle" and cell == Cell():
            boxes.append((x, DotBox(width / 2)))
        else:
            boxes.append((x, _cell(cell, column, width, writer, slot, drop)))
    return _padded(boxes)


def _padded(cells: list[tuple[float, Box]]) -> Framed:
    return Framed(Row(tuple(cells)), 0.0, (0.0, CELL_PADDING, CELL_PADDING))


def _cell(
    cell: Cell, column: Column, width: float, writer: Writer, slot: Element, drop: float
) -> Box:
    if cell.badge is None:
        return _paragraphs(cell, column, width, writer, slot, drop)
    badge = writer.badge(cell.badge, slot)
    if cell.paragraphs:
        aside = badge.width + BADGE_GAP
        words = _paragraphs(cell, column, max(width - aside, NARROWEST), writer, slot, drop)
        return Row(((0.0, badge), (aside, words)))
    spare = max(width - badge.width, 0.0)
    return replace(badge, x={"start": 0.0, "middle": spare / 2, "end": spare}[column.align])


def _paragraphs(
    cell: Cell, column: Column, width: float, writer: Writer, slot: Element, drop: float
) -> Stack:
    style = align(CELL, column.align)
    is_one = len(cell.paragraphs) == 1 and cell.badge is None
    boxes: list[Box] = [Blank(drop)] if drop else []
    boxes += [
        writer.text(runs, style, slot if is_one else slot.add("P"), width)
        for runs in cell.paragraphs
    ]
    return Stack(tuple(boxes))
