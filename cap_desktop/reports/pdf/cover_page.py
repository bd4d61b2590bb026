"""The first page: what the report is, of whom, and a portrait of the year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cap_desktop.reports.document import Badge, Cover, Picture, Run
from cap_desktop.reports.pdf.blocks import picture
from cap_desktop.reports.pdf.boxes import Blank, Box, Spaced, Whole
from cap_desktop.reports.pdf.containers import Stack
from cap_desktop.reports.pdf.drawings import BadgeBox, draw_badge
from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.painter import Painter
from cap_desktop.reports.pdf.printable import Printable
from cap_desktop.reports.pdf.styles import (
    BODY,
    CAPTION,
    COVER_DRAFT,
    COVER_STRUCTURE,
    COVER_SUBTITLE,
    COVER_TITLE,
    LEGEND_BADGE,
    SMALL,
)
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.text_box import TextBox
from cap_desktop.reports.pdf.writing import Writer, align

TITLE_TOP = 86.0
SMALLEST_FIGURE = 200.0
WORD_GAP, ITEM_GAP = 4.5, 12.0
COMPASS = 12.0
"""The radius of the compass."""
MARK_INDENT = 34.0
ANCHOR = "couverture"


@dataclass
class Legend(Whole):
    """Badges in a centred row, each with its word."""

    items: tuple[tuple[BadgeBox, Printable, Element], ...]
    width: float

    @property
    def height(self) -> float:
        """That of a badge."""
        return LEGEND_BADGE if self.items else 0.0

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Each badge and its word belong to one element."""
        font = letters("regular")
        wide = [
            badge.width + WORD_GAP + font.width(words, CAPTION.size) + ITEM_GAP
            for badge, words, _element in self.items
        ]
        x += max(self.width - sum(wide) + ITEM_GAP, 0.0) / 2
        for (badge, words, element), step in zip(self.items, wide, strict=True):
            with painter.marking(element):
                draw_badge(painter, x, y, badge)
                painter.words(
                    x + badge.width + WORD_GAP, y + LEGEND_BADGE - 4, words,
                    CAPTION.size, CAPTION.colour,
                )  # fmt: skip
            x += step


@dataclass
class CoverMark(Whole):
    """The compass of the program, and its words beside it."""

    text: TextBox

    @property
    def height(self) -> float:
        """That of the compass, or of its words."""
        return max(2 * COMPASS, self.text.height)

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """The compass says nothing; the words are read."""
        middle = y + self.height / 2
        with painter.artifact():
            painter.disc(x + COMPASS, middle, COMPASS - 1, stroke="accent", line_width=2)
            needle = ((5.5, -5.5), (2.0, 2.0), (-5.5, 5.5), (-2.0, -2.0))
            painter.polygon(
                tuple((x + COMPASS + along, middle + down) for along, down in needle),
                fill="accent",
            )
            painter.disc(x + COMPASS, middle, 1.4, fill="surface")
        self.text.draw(painter, x + MARK_INDENT, middle - self.text.height / 2)


@dataclass
class Rule(Whole):
    """A thin or an accented rule across."""

    width: float
    thickness: float
    ink: str

    @property
    def height(self) -> float:
        """Its thickness."""
        return self.thickness

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw it outside the structure."""
        with painter.artifact():
            painter.box(x, y, self.width, self.thickness, fill=self.ink)


@dataclass
class CoverTitle(Spaced):
    """The title of the report, which names the first bookmark."""

    text: TextBox
    title: Printable

    @property
    def height(self) -> float:
        """That of its words."""
        return self.text.height

    @property
    def start(self) -> float:
        """That of its words."""
        return self.text.start

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Between two lines."""
        parts = self.text.cut(room, is_page=is_page)
        if parts is None or not isinstance(parts[0], TextBox):
            return None
        return replace(self, text=parts[0]), parts[1]

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Name the place, then write."""
        painter.bookmark(ANCHOR, y, self.title, 0)
        self.text.draw(painter, x, y)


def cover_boxes(
    cover: Cover, writer: Writer, parent: Element, width: float, height: float
) -> list[Box]:
    """From the top of the page to its foot; the figure takes what is left."""
    top = _top(cover, writer, parent, width)
    figure_slot = parent.add("")
    foot = Stack(tuple(_foot(cover, writer, parent, width)))
    left = height - Stack(tuple(top)).height - foot.height
    boxes = top
    if cover.figure is not None:
        room = max(left - 48.0, SMALLEST_FIGURE)
        drawn = picture(Picture(cover.figure), writer, figure_slot, width, room)
        spare = max(left - drawn.height, 0.0)
        boxes += [Blank(spare * 0.55), drawn]
        left = spare * 0.45 - drawn.after
    return [*boxes, Blank(max(left - 1.0, 0.0)), foot]


def _top(cover: Cover, writer: Writer, parent: Element, width: float) -> list[Box]:
    name, _space, rest = cover.mark.partition(" ")
    mark = (Run(name, "bold"), Run(f"  {rest}", tone="secondary"))
    boxes: list[Box] = [
        CoverMark(writer.text(mark, BODY, parent.add("P"), width - MARK_INDENT)),
        Blank(TITLE_TOP),
        Rule(54.0, 3.0, "accent", after=14.0),
        CoverTitle(
            writer.text((Run(cover.title),), COVER_TITLE, parent.add("H1"), width),
            writer.line(cover.title),
            after=COVER_TITLE.after,
        ),
        writer.text((Run(cover.structure),), COVER_STRUCTURE, parent.add("P"), width),
        writer.text((Run(cover.subtitle),), COVER_SUBTITLE, parent.add("P"), width),
    ]
    if cover.draft:
        boxes.append(writer.text((Run(cover.draft),), COVER_DRAFT, parent.add("P"), width))
    writer.heading_level(1)
    return boxes


def _foot(cover: Cover, writer: Writer, parent: Element, width: float) -> list[Box]:
    boxes: list[Box] = []
    if cover.legend:
        whole = parent.add("L")
        items = tuple(_legend_item(badge, writer, whole) for badge in cover.legend)
        boxes.append(Legend(items, width, after=10.0))
    if cover.note:
        boxes.append(Rule(width, 0.75, "line", after=9.0))
        style = replace(align(SMALL, "start"), after=0.0)
        boxes.append(writer.text((Run(cover.note),), style, parent.add("P"), width))
    return boxes


def _legend_item(
    badge: Badge, writer: Writer, whole: Element
) -> tuple[BadgeBox, Printable, Element]:
    box = writer.badge(badge, Element("Span"), LEGEND_BADGE)
    return box, writer.line(badge.words), whole.add("LI").add("LBody")
