"""Drawings: figures of the charts, badges of levels and of codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from cap_desktop.charts.shapes import Bar, Dot, Figure, Line, Polygon, Shape, TextShape
from cap_desktop.reports.pdf.boxes import Whole
from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.painter import CENTRING, Painter
from cap_desktop.reports.pdf.printable import Door, Printable, closed
from cap_desktop.reports.pdf.styles import BADGE, SMALLEST, Typeface
from cap_desktop.reports.pdf.tag_tree import Element


@dataclass
class PictureBox(Whole):
    """A figure of the charts, drawn to scale inside a width."""

    figure: Figure
    labels: tuple[Printable, ...]
    """The words of its texts, in order."""
    element: Element
    x: float
    scale: float

    @property
    def height(self) -> float:
        """That of the figure, to scale."""
        return self.figure.height * self.scale

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw the shapes, in one mark of the structure."""
        left = x + self.x
        width = self.figure.width * self.scale
        self.element.box = painter.figure_box(left, y, width, self.height)
        with painter.marking(self.element), painter.scaled(left, y, self.scale):
            labels = iter(self.labels)
            for shape in self.figure.shapes:
                if isinstance(shape, TextShape):
                    _draw_text(shape, painter, next(labels), SMALLEST / self.scale)
                else:
                    _draw(shape, painter)


@dataclass
class BadgeBox(Whole):
    """A square on the colour of a level, or a dashed ring, inside a width."""

    mark: Printable
    rank: int
    element: Element
    x: float = 0.0
    size: float = BADGE
    is_ring: bool = False

    @property
    def letter(self) -> float:
        """The size of what is written in it."""
        return max(self.size * 0.54, 9.0) if self.size < 2 * BADGE else self.size * 0.4

    @property
    def width(self) -> float:
        """A square, unless what it holds is longer."""
        return badge_width(self.mark, self.size, self.letter)

    @property
    def height(self) -> float:
        """Its side."""
        return self.size

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw it; its element says it in words."""
        with painter.marking(self.element):
            draw_badge(painter, x + self.x, y, self)


def badge_width(mark: Printable, size: float, letter: float) -> float:
    """How wide a badge is: a square, unless what it holds is longer."""
    return max(size, letters("bold").width(mark, letter) + size * 0.4)


def draw_badge(painter: Painter, x: float, y: float, badge: BadgeBox) -> None:
    """Draw a badge whose top left corner is there."""
    width, size = badge.width, badge.size
    middle = (x + width / 2, y + size / 2)
    if badge.is_ring:
        painter.disc(
            *middle, size * 0.36, fill="surface", stroke="previous_year",
            line_width=1.5, dash=(2.25, 1.5),
        )  # fmt: skip
        painter.centred(*middle, badge.mark, 9, "text_secondary")
        return
    level = f"level_{badge.rank}"
    painter.box(
        x, y, width, size,
        fill=f"{level}_fill", stroke=f"{level}_outline", radius=size * 0.22, line_width=1,
    )  # fmt: skip
    painter.centred(*middle, badge.mark, badge.letter, f"{level}_ink", "bold")


@dataclass
class DotBox(Whole):
    """A pale dot where a line of levels has nothing: it says nothing."""

    x: float

    @property
    def height(self) -> float:
        """That of a badge."""
        return BADGE

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw it outside the structure."""
        with painter.artifact():
            painter.disc(x + self.x, y + self.height / 2, 2.25, fill="line")


@singledispatch
def _draw(shape: Shape, _painter: Painter) -> None:
    raise TypeError(shape)


@_draw.register
def _draw_polygon(shape: Polygon, painter: Painter) -> None:
    painter.polygon(
        shape.places,
        fill=shape.fill,
        opacity=shape.opacity,
        stroke=shape.stroke,
        line_width=shape.width,
        dash=shape.dash,
    )


@_draw.register
def _draw_line(shape: Line, painter: Painter) -> None:
    painter.line(shape.start, shape.end, shape.stroke, shape.width, shape.dash)


@_draw.register
def _draw_dot(shape: Dot, painter: Painter) -> None:
    painter.disc(*shape.place, shape.radius, fill=shape.fill, stroke=shape.stroke, line_width=1.6)


@_draw.register
def _draw_bar(shape: Bar, painter: Painter) -> None:
    if shape.hatched:
        painter.hatched(*shape.place, shape.width, shape.height, shape.fill)
    if shape.width > 0:
        painter.box(
            *shape.place,
            shape.width,
            shape.height,
            fill="" if shape.hatched else shape.fill,
            stroke=shape.stroke,
            radius=shape.radius,
            line_width=1,
        )


def _draw_text(shape: TextShape, painter: Painter, words: Printable, least: float) -> None:
    face: Typeface = "bold" if shape.bold else "regular"
    font, size = letters(face), max(shape.size, least)
    width = font.width(words, size)
    x = shape.place[0] - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    rise = (font.ascent - font.descent) * size / 2 - CENTRING * size
    painter.words(x, shape.place[1] + rise, closed(words), size, shape.colour, face)


def labels(figure: Figure, door: Door) -> tuple[Printable, ...]:
    """The words of the texts of a figure, printable."""
    return tuple(door.line(shape.words) for shape in figure.shapes if isinstance(shape, TextShape))
