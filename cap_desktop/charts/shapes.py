"""What a chart is made of: shapes in the order they are drawn, and the same thing in words.

Places are in points of a text at 100 %, from the top left corner. Colours are names of the
palette (``accent``, ``line``…) or of a level (``level_2_fill``, ``level_2_outline``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline; ``opacity`` is that of its fill."""

    places: tuple[Place, ...]
    fill: str = ""
    opacity: float = 1.0
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with flat ends."""

    start: Place
    end: Place
    stroke: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc with an outline."""

    place: Place
    radius: float
    fill: str
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; ``hatched`` fills it with slanted lines in place of a plain colour."""

    place: Place
    width: float
    height: float
    fill: str
    stroke: str = ""
    radius: float = 0.0
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words centred on the height of their place; ``size`` is in points."""

    place: Place
    words: str
    size: int
    colour: str = "text"
    anchor: Anchor = "middle"
    bold: bool = False


Shape = Polygon | Line | Dot | Bar | Text


@dataclass(frozen=True, slots=True)
class Point:
    """A place of a chart that the keyboard stops at: what it names, and how it is said."""

    place: Place
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The same thing as texts; ``names`` says what each row is about, where rows lead."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: what is drawn, one sentence that says it, and its equivalent as a table."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    summary: str
    table: Table
    points: tuple[Point, ...] = ()
