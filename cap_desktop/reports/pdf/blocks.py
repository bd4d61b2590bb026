"""Turns each block of a report into boxes, and into elements of the structure."""

from __future__ import annotations

from functools import singledispatch

from cap_desktop.reports.document import (
    Block,
    Bullets,
    Card,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Run,
    SideBySide,
    Signature,
    Table,
)
from cap_desktop.reports.pdf import drawings
from cap_desktop.reports.pdf.boxes import Blank, Box
from cap_desktop.reports.pdf.containers import Framed, Row, Stack
from cap_desktop.reports.pdf.headings import heading_box
from cap_desktop.reports.pdf.styles import (
    BODY,
    CARD_PADDING,
    CARD_RADIUS,
    CARD_TITLE,
    CELL,
    KEY_NOTE,
    KEY_TITLE,
    KEY_UNIT,
    KEY_VALUE,
    ROLES,
    SIDE_GAP,
    SMALL,
)
from cap_desktop.reports.pdf.tables import table_boxes
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.writing import Writer

BULLET_INDENT = 16.0
QUOTE_INDENT = 12.0
SIGNING_ROOM = 46.0
MOST_ABREAST = 4
"""How many key figures stand side by side."""
NARROWEST_FIGURE = 80.0


def section_boxes(
    blocks: tuple[Block, ...], writer: Writer, parent: Element, width: float, height: float
) -> list[Box]:
    """The boxes of blocks, in the order they are read."""
    boxes: list[Box] = []
    for block in blocks:
        writer.check()
        boxes += _boxes(block, writer, parent, width, height)
    return boxes


@singledispatch
def _boxes(
    block: Block, _writer: Writer, _parent: Element, _width: float, _height: float
) -> list[Box]:
    raise TypeError(block)


@_boxes.register
def _heading(
    block: Heading, writer: Writer, parent: Element, width: float, _height: float
) -> list[Box]:
    return [heading_box(block, writer, parent, width)]


@_boxes.register
def _paragraph(
    block: Paragraph, writer: Writer, parent: Element, width: float, _height: float
) -> list[Box]:
    style = ROLES[block.role]
    if block.role == "quote":
        slot = parent.add("BlockQuote").add("P")
        words = writer.text(block.runs, style, slot, width - QUOTE_INDENT)
        framed = Framed(words, width, (QUOTE_INDENT, 0.0, 0.0), rule="line")
        framed.before, framed.after = style.before, style.after
        return [framed]
    keeps = block.role == "eyebrow"
    return [writer.text(block.runs, style, parent.add("P"), width, keeps=keeps)]


@_boxes.register
def _bullets(
    block: Bullets, writer: Writer, parent: Element, width: float, _height: float
) -> list[Box]:
    if not block.items:
        return []
    whole = parent.add("L")
    whole.is_ordered = block.is_ordered
    boxes: list[_Item] = []
    for rank, runs in enumerate(block.items, start=1):
        item = whole.add("LI")
        sign = f"{rank}." if block.is_ordered else "•"
        mark = writer.text((Run(sign),), BODY, item.add("Lbl"), BULLET_INDENT)
        words = writer.text(runs, BODY, item.add("LBody"), width - BULLET_INDENT)
        boxes.append(_Item(mark, words))
    boxes[-1].after = BODY.after
    return [*boxes]


class _Item(Row):
    """A bullet and its words: cut anywhere in the words, the bullet stays above."""

    def __init__(self, mark: Box, words: Box) -> None:
        super().__init__(((0.0, mark), (BULLET_INDENT, words)), after=4.0)

    @property
    def start(self) -> float:
        return self.cells[1][1].start

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        mark, words = self.cells[0][1], self.cells[1][1]
        parts = words.cut(room, is_page=is_page)
        return None if parts is None else (_Item(mark, parts[0]), _Item(Blank(0.0), parts[1]))


@_boxes.register
def _table(block: Table, writer: Writer, parent: Element, width: float, height: float) -> list[Box]:
    return table_boxes(block, writer, parent, width, height)


@_boxes.register
def _picture(
    block: Picture, writer: Writer, parent: Element, width: float, height: float
) -> list[Box]:
    return [picture(block, writer, parent, width, height)]


def picture(
    block: Picture, writer: Writer, parent: Element, width: float, height: float
) -> drawings.PictureBox:
    """A figure as wide as its share, smaller where it would not fit on a page."""
    figure = block.figure
    element = parent.add("Figure")
    element.alternative = writer.line(figure.summary)
    scale = min(width * block.width_share / figure.width, height / figure.height)
    left = (width * block.width_share - figure.width * scale) / 2
    words = drawings.labels(figure, writer.door)
    return drawings.PictureBox(figure, words, element, left, scale, after=8)


@_boxes.register
def _key_figures(
    block: KeyFigures, writer: Writer, parent: Element, width: float, _height: float
) -> list[Box]:
    boxes: list[Box] = []
    abreast = min(MOST_ABREAST, max(int((width + SIDE_GAP) / (NARROWEST_FIGURE + SIDE_GAP)), 1))
    for first in range(0, len(block.items), abreast):
        items = block.items[first : first + abreast]
        wide = (width - SIDE_GAP * (len(items) - 1)) / len(items)
        framed = [_key_figure(item, writer, parent.add("Div"), wide) for item in items]
        highest = max(frame.height for frame in framed)
        for frame in framed:
            frame.least = highest
        cells = tuple((rank * (wide + SIDE_GAP), frame) for rank, frame in enumerate(framed))
        boxes.append(Row(cells, before=4, after=16))
    return boxes


def _key_figure(item: KeyFigure, writer: Writer, parent: Element, width: float) -> Framed:
    inside = width - QUOTE_INDENT
    slot = parent.add("P")
    value = writer.text((Run(item.value),), KEY_VALUE, slot, inside)
    if item.unit:
        # A value and its unit are read, and wrapped, as one line.
        unit = writer.text((Run(f" {item.unit}"),), KEY_UNIT, slot, inside)
        value.spans = (*value.spans, *unit.spans)
    parts: list[Box] = [
        value,
        writer.text((Run(item.title),), KEY_TITLE, parent.add("P"), inside),
    ]
    if item.note:
        parts.append(writer.text((Run(item.note),), KEY_NOTE, parent.add("P"), inside))
    return Framed(Stack(tuple(parts)), width, (QUOTE_INDENT, 0.0, 2.0), rule="accent")


@_boxes.register
def _card(block: Card, writer: Writer, parent: Element, width: float, _height: float) -> list[Box]:
    element = parent.add("Div")
    inside = width - 2 * CARD_PADDING
    parts: list[Box] = []
    if block.title:
        parts.append(writer.text((Run(block.title),), CARD_TITLE, element.add("P"), inside))
    for rank, runs in enumerate(block.paragraphs):
        style = SMALL if rank else BODY
        text = writer.text(runs, style, element.add("P"), inside)
        text.after = 2.0
        parts.append(text)
    padding = (CARD_PADDING, CARD_PADDING, CARD_PADDING)
    return [
        Framed(
            Stack(tuple(parts)), width, padding,
            fill="accent_soft", radius=CARD_RADIUS, stays_whole=True, before=8, after=12,
        )
    ]  # fmt: skip


@_boxes.register
def _signature(
    block: Signature, writer: Writer, parent: Element, width: float, _height: float
) -> list[Box]:
    boxes: list[Box] = []
    for first in range(0, len(block.titles), 2):
        titles = block.titles[first : first + 2]
        wide = (width - SIDE_GAP) / 2
        cells = []
        for rank, title in enumerate(titles):
            slot = parent.add("P")
            words = writer.text((Run(title),), CELL, slot, wide - 2 * CARD_PADDING)
            room = Stack((words, Blank(SIGNING_ROOM)))
            padding = (CARD_PADDING, CARD_PADDING - 2, CARD_PADDING)
            frame = Framed(room, wide, padding, outline="control_border", radius=CARD_RADIUS)
            cells.append((rank * (wide + SIDE_GAP), frame))
        boxes.append(Row(tuple(cells), before=8, after=12))
    return boxes


@_boxes.register
def _side_by_side(
    block: SideBySide, writer: Writer, parent: Element, width: float, height: float
) -> list[Box]:
    share = min(max(block.left_share, 0.2), 0.8)
    left = (width - SIDE_GAP) * share
    right = width - SIDE_GAP - left
    columns = (
        (0.0, Stack(tuple(section_boxes(block.left, writer, parent, left, height)))),
        (left + SIDE_GAP, Stack(tuple(section_boxes(block.right, writer, parent, right, height)))),
    )
    return [Row(columns, height, after=16)]
