"""What a chart is made of: shapes in the order they are drawn, and the same thing in words.

Places are in points of a text at 100 %, from the top left corner. Colours are names of the
palette (``accent``, ``line``…) or of a level (``level_2_fill``, ``level_2_outline``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline; ``opacity`` is that of its fill."""

    places: tuple[XY, ...]
    fill: str = ""
    opacity: float = 1.0
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with flat ends."""

    start: XY
    end: XY
    stroke: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc with an outline."""

    place: XY
    radius: float
    fill: str
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; ``hatched`` fills it with slanted lines in place of a plain colour."""

    place: XY
    width: float
    height: float
    fill: str
    stroke: str = ""
    radius: float = 0.0
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class TextShape:
    """Words centred on the height of their place; ``size`` is in points."""

    place: XY
    words: str
    size: int
    colour: str = "text"
    anchor: Anchor = "middle"
    bold: bool = False


Shape = Polygon | Line | Dot | Bar | TextShape


@dataclass(frozen=True, slots=True)
class Point:
    """A place of a chart that the keyboard stops at: what it names, and how it is said."""

    place: XY
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The same thing as texts; ``names`` says what each row is about, where rows lead.

    ``figures`` are the columns of figures, which end on the right; ``hints`` tell the rows in
    full where their first column is short.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()
    figures: tuple[int, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: what is drawn, one sentence that says it, and its equivalent as a table."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    summary: str
    table: ChartTable
    points: tuple[Point, ...] = ()
