"""What pages are made of: boxes that know their height, can be cut, and draw themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from math import inf
from typing import Protocol

from cap_desktop.reports.fonts import letters
from cap_desktop.reports.lines import Fragment, Line, Span, set_lines
from cap_desktop.reports.look import TextStyle
from cap_desktop.reports.pen import Pen

BEGINNING = 0.25
"""The share of a page under which nothing that goes on is worth beginning."""

SLACK = 0.01
"""Less than that is the rounding of a sum."""


class Box(Protocol):
    """Something of a given width; ``before`` and ``after`` are the white around it."""

    @property
    def before(self) -> float:
        """The white above, at least."""

    @property
    def after(self) -> float:
        """The white below, at least."""

    @property
    def keeps_next(self) -> bool:
        """True for a title: what follows begins on the same page."""

    @property
    def height(self) -> float:
        """How high it is, whole."""

    @property
    def start(self) -> float:
        """The height that makes a beginning of it."""

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """What fits in the room, and the rest; on a whole page there is no more room to get."""

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it from its top left corner."""


@dataclass(kw_only=True)
class Spaced:
    """The white around a box, and whether what follows it stays with it."""

    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False


@dataclass(kw_only=True)
class Whole(Spaced, ABC):
    """A box that is never cut."""

    @property
    @abstractmethod
    def height(self) -> float:
        """How high it is."""

    @property
    def start(self) -> float:
        """All of it."""
        return self.height

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Never."""
        return None

    @abstractmethod
    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it from its top left corner."""


@dataclass
class Blank(Whole):
    """White, and nothing else."""

    room: float

    @property
    def height(self) -> float:
        """All the white."""
        return self.room

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Nothing to draw."""


@dataclass(slots=True, frozen=True)
class Extent:
    """A stretch of lines of a text."""

    first: int = 0
    last: int | None = None


@dataclass
class TextBox(Spaced):
    """A paragraph; the parts of one that is cut share its lines."""

    spans: tuple[Span, ...]
    style: TextStyle
    width: float
    all_lines: list[Line] | None = None
    extent: Extent = field(default_factory=Extent)

    @cached_property
    def lines(self) -> Sequence[Line]:
        """Its lines, set the first time they are asked for."""
        if self.all_lines is None:
            self.all_lines = set_lines(self.spans, self.width)
        return self.all_lines[self.extent.first : self.extent.last]

    @property
    def height(self) -> float:
        """As high as its lines."""
        return len(self.lines) * self.style.leading

    @property
    def start(self) -> float:
        """Two lines: one alone at the foot of a page is lost."""
        count = len(self.lines)
        return (count if count <= 3 else 2) * self.style.leading

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Between two lines; none is left alone while there is a page to go to."""
        count, fits = len(self.lines), int((room + SLACK) / self.style.leading)
        if not is_page:
            if count <= 3 or fits < 2:
                return None
            fits = min(fits, count - 2)
        if fits < 1 or fits >= count:
            return None
        middle = self.extent.first + fits
        upper = replace(self, after=0.0, extent=Extent(self.extent.first, middle))
        lower = replace(self, before=0.0, extent=Extent(middle, self.extent.last))
        return upper, lower

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Write its lines, each piece for its place in the structure."""
        leading = self.style.leading
        placed: list[tuple[float, float, Fragment]] = []
        for rank, line in enumerate(self.lines):
            left = x + self._indent(line)
            for fragment in line.fragments:
                font, size = letters(fragment.span.face), fragment.span.size
                rise = (leading - (font.ascent + font.descent) * size) / 2 + font.ascent * size
                placed.append((left + fragment.x, y + rank * leading + rise, fragment))
        for slot, group in groupby(placed, key=lambda item: item[2].span.slot):
            pieces = list(group)
            with pen.marking(slot):
                pen.fragments(pieces)
            for left, baseline, fragment in pieces:
                if fragment.span.target:
                    size = fragment.span.size
                    area = (left, baseline - size, fragment.width, size * 1.3)
                    pen.link(slot, fragment.span.target, area, fragment.words)

    def _indent(self, line: Line) -> float:
        spare = max(self.width - line.width, 0.0)
        return {"start": 0.0, "middle": spare / 2, "end": spare}[self.style.align]


@dataclass
class Stack(Spaced):
    """Boxes under one another."""

    boxes: tuple[Box, ...]

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """Where each box begins, and where the last one ends."""
        tops, y, white = [], 0.0, 0.0
        for rank, box in enumerate(self.boxes):
            y += max(white, box.before) if rank else 0.0
            tops.append(y)
            y += box.height
            white = box.after
        return (*tops, y)

    @property
    def height(self) -> float:
        """From the top of the first to the foot of the last."""
        return self.tops[-1]

    @property
    def start(self) -> float:
        """The beginning of its first box."""
        return self.boxes[0].start if self.boxes else 0.0

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """After the last box that fits, or inside the one that does not."""
        for rank, box in enumerate(self.boxes):
            if self.tops[rank] + box.height <= room + SLACK:
                continue
            parts = box.cut(room - self.tops[rank], is_page=is_page)
            upper, lower = self.boxes[:rank], self.boxes[rank:]
            if parts is not None:
                upper, lower = (*upper, parts[0]), (parts[1], *self.boxes[rank + 1 :])
            if not upper:
                return None
            return replace(self, boxes=upper, after=0.0), replace(self, boxes=lower, before=0.0)
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw each in its place."""
        for box, top in zip(self.boxes, self.tops, strict=False):
            box.draw(pen, x, y + top)


@dataclass
class Framed(Spaced):
    """A box with a ground, or a rule at its left, and white around what it holds."""

    inside: Box
    width: float
    padding: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Left, top, bottom."""
    fill: str = ""
    rule: str = ""
    rule_width: float = 2.25
    outline: str = ""
    radius: float = 0.0

    @property
    def height(self) -> float:
        """What it holds, and its white."""
        return self.inside.height + self.padding[1] + self.padding[2]

    @property
    def start(self) -> float:
        """The beginning of what it holds, in its frame."""
        return self.inside.start + self.padding[1] + self.padding[2]

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Cut what it holds; both parts keep the frame."""
        parts = self.inside.cut(room - self.padding[1] - self.padding[2], is_page=is_page)
        if parts is None:
            return None
        upper, lower = parts
        return replace(self, inside=upper, after=0.0), replace(self, inside=lower, before=0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """The ground first, then what it holds."""
        height = self.height
        if self.fill or self.rule or self.outline:
            with pen.artifact():
                if self.fill or self.outline:
                    pen.box(
                        x, y, self.width, height,
                        fill=self.fill, stroke=self.outline, radius=self.radius,
                    )  # fmt: skip
                if self.rule:
                    pen.box(x, y, self.rule_width, height, fill=self.rule)
        self.inside.draw(pen, x + self.padding[0], y + self.padding[1])


@dataclass
class Row(Spaced):
    """Boxes side by side; each comes with its distance from the left.

    ``page`` is the height of a whole page: what is higher has to be cut, and may begin
    anywhere.
    """

    cells: tuple[tuple[float, Box], ...]
    page: float = inf

    @cached_property
    def height(self) -> float:
        """The highest one's."""
        return max((box.height for _x, box in self.cells), default=0.0)

    @property
    def start(self) -> float:
        """All of it, unless it is higher than a page."""
        return self.height if self.height <= self.page else self.page * BEGINNING

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Each box at the same height, where it has to be."""
        has_to_be = is_page or (self.height > self.page and room > self.page * BEGINNING)
        if not has_to_be:
            return None
        upper: list[tuple[float, Box]] = []
        lower: list[tuple[float, Box]] = []
        for x, box in self.cells:
            if box.height <= room + SLACK:
                upper.append((x, box))
                lower.append((x, Blank(0.0)))
                continue
            parts = box.cut(room, is_page=True)
            if parts is None:
                return None
            upper.append((x, parts[0]))
            lower.append((x, parts[1]))
        return replace(self, cells=tuple(upper)), replace(self, cells=tuple(lower))

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """From left to right."""
        for offset, box in self.cells:
            box.draw(pen, x + offset, y)
