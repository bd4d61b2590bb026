"""Boxes that hold boxes: under one another, side by side, in a frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from math import inf

from cap_desktop.reports.pdf.boxes import BEGINNING, SLACK, Blank, Box, Spaced
from cap_desktop.reports.pdf.painter import Painter


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

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw each in its place."""
        for box, top in zip(self.boxes, self.tops, strict=False):
            box.draw(painter, x, y + top)

    def anchors(self) -> Iterable[str]:
        """Those of its boxes."""
        return chain.from_iterable(box.anchors() for box in self.boxes)


@dataclass
class Framed(Spaced):
    """A box with a ground, or a rule at its left, and white around what it holds.

    ``least`` is the height it takes at least, to be as high as its neighbours.
    """

    inside: Box
    width: float
    padding: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Left, top, bottom."""
    fill: str = ""
    rule: str = ""
    rule_width: float = 2.25
    outline: str = ""
    radius: float = 0.0
    stays_whole: bool = False
    """True for what is cut only where a whole page does not hold it."""
    least: float = 0.0

    @property
    def height(self) -> float:
        """What it holds, and its white."""
        return max(self.inside.height + self._white, self.least)

    @property
    def _white(self) -> float:
        return self.padding[1] + self.padding[2]

    @property
    def start(self) -> float:
        """The beginning of what it holds, in its frame."""
        return self.inside.start + self._white

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Cut what it holds; both parts keep the frame."""
        if self.inside.height + self._white <= room + SLACK:
            return replace(self, least=0.0, after=0.0), Blank(0.0)
        if self.stays_whole and not is_page:
            return None
        parts = self.inside.cut(room - self._white, is_page=is_page)
        if parts is None:
            return None
        upper, lower = parts
        return (
            replace(self, inside=upper, least=0.0, after=0.0),
            replace(self, inside=lower, least=0.0, before=0.0),
        )

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """The ground first, then what it holds."""
        height = self.height
        if self.fill or self.rule or self.outline:
            with painter.artifact():
                if self.fill or self.outline:
                    painter.box(
                        x, y, self.width, height,
                        fill=self.fill, stroke=self.outline, radius=self.radius,
                    )  # fmt: skip
                if self.rule:
                    painter.box(x, y, self.rule_width, height, fill=self.rule)
        self.inside.draw(painter, x + self.padding[0], y + self.padding[1])


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

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """From left to right."""
        for offset, box in self.cells:
            box.draw(painter, x + offset, y)

    def anchors(self) -> Iterable[str]:
        """Those of its boxes."""
        return chain.from_iterable(box.anchors() for _x, box in self.cells)
