"""What a report is made of, before any page: a tree of values that every format draws.

Texts are data. What a person typed stands in `Run.text` as it was typed; escaping it is the
business of the format that writes it, at its one door.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cap_desktop.charts.shapes import Figure

FontWeight = Literal["regular", "bold"]
Tone = Literal["text", "secondary", "accent", "attention", "warning", "success"]
Align = Literal["start", "end", "middle"]
TextRole = Literal["body", "lead", "note", "caption", "quote", "eyebrow"]
Orientation = Literal["portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; ``target`` is the anchor of a heading of the same report.

    No words and a target print the number of the page where the heading stands.
    """

    text: str
    weight: FontWeight = "regular"
    tone: Tone = "text"
    target: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A level or a code on its colour; ``words`` say it to who does not see it.

    ``rank`` is 0 to 4, the colour of a level; ``is_ring`` draws a dashed ring instead.
    """

    mark: str
    rank: int
    words: str
    is_ring: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; ``level`` 1 opens a section. ``anchor`` is ASCII letters, digits and hyphens."""

    level: Literal[1, 2, 3, 4]
    text: str
    anchor: str = ""
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; line breaks inside a run are kept."""

    runs: tuple[Run, ...]
    role: TextRole = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one paragraph."""

    items: tuple[tuple[Run, ...], ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, its share of the width, how its cells stand."""

    title: str
    share: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs under one another, or a badge."""

    paragraphs: tuple[tuple[Run, ...], ...] = ()
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titled columns; the first column names the row when ``has_row_titles``.

    ``title`` is its caption, shown unless ``is_title_hidden``, always given to who listens.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    has_row_titles: bool = True
    is_title_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of `cap_desktop.charts`; its table stands elsewhere in the same report."""

    figure: Figure
    width_share: float = 1.0


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A great figure with what it counts."""

    value: str
    unit: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few great figures side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A pale card: something that stands out, an action that is planned."""

    title: str
    paragraphs: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Places to sign, each with its title, on paper."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns of blocks, read left then right."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    left_share: float = 0.5


Block = Heading | Paragraph | Bullets | Table | Picture | KeyFigures | Card | Signature | SideBySide


@dataclass(frozen=True, slots=True)
class Section:
    """What starts on a page of its own; the first block is a heading of level 1."""

    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    mark: str
    title: str
    structure: str
    subtitle: str
    figure: Figure | None
    legend: tuple[Badge, ...]
    note: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``footer`` stands at the foot of every page but the cover.

    ``fingerprints`` name what it was computed from: questionnaire, engine, data. The file is
    dated ``made_on``: the same data give the same bytes.
    """

    title: str
    subject: str
    author: str
    cover: Cover
    sections: tuple[Section, ...]
    footer: str
    fingerprints: tuple[str, ...] = ()
    made_on: date | None = None
