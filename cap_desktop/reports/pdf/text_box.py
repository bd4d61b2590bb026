"""A paragraph as a box: cut between lines, each piece drawn for its own place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from cap_desktop.reports.pdf.boxes import SLACK, Box, Spaced
from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.lines import Fragment, Span, TextLine, set_lines
from cap_desktop.reports.pdf.painter import Painter
from cap_desktop.reports.pdf.styles import TextStyle


@dataclass(slots=True, frozen=True)
class LineRange:
    """A stretch of lines of a text."""

    first: int = 0
    last: int | None = None


@dataclass
class TextBox(Spaced):
    """A paragraph; the parts of one that is cut share its lines."""

    spans: tuple[Span, ...]
    style: TextStyle
    width: float
    all_lines: list[TextLine] | None = None
    extent: LineRange = field(default_factory=LineRange)

    @cached_property
    def lines(self) -> Sequence[TextLine]:
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
        upper = replace(self, after=0.0, extent=LineRange(self.extent.first, middle))
        lower = replace(self, before=0.0, extent=LineRange(middle, self.extent.last))
        return upper, lower

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Write its lines, each piece for its place in the structure."""
        leading = self.style.leading
        placed: list[tuple[float, float, Fragment]] = []
        for rank, line in enumerate(self.lines):
            left = x + self._indent(line)
            for laid in line.fragments:
                fragment = self._numbered(laid, painter) if laid.span.is_number else laid
                font, size = letters(fragment.span.face), fragment.span.size
                rise = (leading - (font.ascent + font.descent) * size) / 2 + font.ascent * size
                placed.append((left + fragment.x, y + rank * leading + rise, fragment))
        for slot, group in groupby(placed, key=lambda item: item[2].span.slot):
            pieces = list(group)
            with painter.marking(slot):
                painter.fragments(pieces)
            for left, baseline, fragment in pieces:
                if fragment.span.target:
                    size = fragment.span.size
                    area = (left, baseline - size, fragment.width, size * 1.3)
                    painter.link(slot, fragment.span.target, area, fragment.words)

    def _numbered(self, laid: Fragment, painter: Painter) -> Fragment:
        """The number of the page, in the room that was kept for it."""
        words = painter.page_numbers.get(laid.span.target, laid.words)
        width = laid.span.width(words)
        spare = laid.width - width if self.style.align == "end" else 0.0
        return Fragment(laid.span, words, laid.x + spare, width)

    def _indent(self, line: TextLine) -> float:
        spare = max(self.width - line.width, 0.0)
        return {"start": 0.0, "middle": spare / 2, "end": spare}[self.style.align]
