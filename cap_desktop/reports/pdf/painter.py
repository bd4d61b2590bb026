"""Draws on the pages, from the top left corner, and says what each stroke belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor

from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.printable import Printable, closed
from cap_desktop.reports.pdf.styles import Typeface, colour
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.tagged_canvas import TaggedCanvas

if TYPE_CHECKING:
    from cap_desktop.reports.pdf.lines import Fragment

_INKS: dict[str, Color] = {}


def _ink(name: str) -> Color:
    if name not in _INKS:
        _INKS[name] = HexColor(colour(name))
    return _INKS[name]


class Painter:
    """One document being drawn; ``y`` grows downwards."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self.canvas = TaggedCanvas(self._file, letters("regular").name)
        self._height = 0.0
        self._is_marking = False
        self._level = -1
        self.page_numbers: dict[str, Printable] = {}
        """The number of the page of each named place."""

    def start_page(self, size: tuple[float, float]) -> None:
        """Begin a page."""
        self.canvas.start_page(size)
        self._height = size[1]

    def end_page(self) -> None:
        """Close the page."""
        self.canvas.showPage()

    def finish(self, root: Element, metadata: str) -> bytes:
        """Write the tree and everything else; nothing is drawn any more."""
        self.canvas.write_structure(root)
        self.canvas.write_metadata(metadata)
        self.canvas.save()
        return self._file.getvalue()

    # --- What strokes belong to -----------------------------------------------------------

    def marking(self, element: Element) -> AbstractContextManager[None]:
        """Strokes belong to the element; inside an artifact, they stay an artifact."""
        return self._marked(lambda: self.canvas.begin_mark(element))

    def artifact(self, kind: str = "Layout") -> AbstractContextManager[None]:
        """Strokes say nothing by themselves; inside an element, they stay part of it."""
        return self._marked(lambda: self.canvas.begin_artifact(kind))

    @contextmanager
    def _marked(self, begin: Callable[[], None]) -> Iterator[None]:
        """The outer mark holds: marks do not nest."""
        if self._is_marking:
            yield
            return
        self._is_marking = True
        begin()
        yield
        self.canvas.end_mark()
        self._is_marking = False

    @contextmanager
    def scaled(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Strokes are drawn from this corner, larger or smaller."""
        height = self._height
        self.canvas.saveState()
        self.canvas.translate(x, height - y)
        self.canvas.scale(scale, scale)
        self._height = 0.0
        yield
        self._height = height
        self.canvas.restoreState()

    # --- Strokes --------------------------------------------------------------------------

    def words(
        self,
        x: float,
        baseline: float,
        words: Printable,
        size: float,
        ink: str = "text",
        face: Typeface = "regular",
    ) -> None:
        """Write words on one line."""
        self.canvas.setFont(letters(face).name, size)
        self.canvas.setFillColor(_ink(ink))
        self.canvas.drawString(x, self._height - baseline, words)

    def centred(
        self,
        x: float,
        middle: float,
        words: Printable,
        size: float,
        ink: str = "text",
        face: Typeface = "regular",
    ) -> None:
        """Write words around a point."""
        font = letters(face)
        baseline = middle + (font.ascent - font.descent) * size / 2 - size * CENTRING
        left = x - font.width(words, size) / 2
        self.words(left, baseline, closed(words), size, ink, face)

    def fragments(self, fragments: Sequence[tuple[float, float, Fragment]]) -> None:
        """Write pieces of lines, each from its place."""
        text = self.canvas.beginText()
        look: tuple[str, float] | None = None
        ink = ""
        for x, baseline, fragment in fragments:
            text.setTextOrigin(x, self._height - baseline)
            span = fragment.span
            font = letters(span.face).name
            if look != (font, span.size):
                text.setFont(font, span.size)
                look = (font, span.size)
            if ink != span.ink:
                text.setFillColor(_ink(span.ink))
                ink = span.ink
            text.textOut(fragment.words)
        self.canvas.drawText(text)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        ink: str,
        width: float = 0.75,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line with flat ends."""
        self._stroke(ink, width, dash)
        self.canvas.line(start[0], self._height - start[1], end[0], self._height - end[1])

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        radius: float = 0.0,
        line_width: float = 0.75,
    ) -> None:
        """A rectangle; its outline stays inside it."""
        inside = line_width / 2 if stroke else 0.0
        if fill:
            self.canvas.setFillColor(_ink(fill))
        self._stroke(stroke, line_width, ())
        radius = min(radius, width / 2, height / 2)
        self.canvas.roundRect(
            x + inside,
            self._height - y - height + inside,
            max(width - 2 * inside, 0.01),
            max(height - 2 * inside, 0.01),
            max(radius - inside, 0.0),
            stroke=int(bool(stroke)),
            fill=int(bool(fill)),
        )

    def hatched(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """Slanted lines inside a rectangle."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(x, self._height - y - height, width, height)
        self.canvas.clipPath(path, stroke=0, fill=0)
        reach = -height
        while reach < width:
            self.line((x + reach, y + height), (x + reach + height, y), ink, 0.9)
            reach += 4
        self.canvas.restoreState()

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str = "",
        stroke: str = "",
        line_width: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A disc or a ring."""
        if fill:
            self.canvas.setFillColor(_ink(fill))
        self._stroke(stroke, line_width, dash)
        self.canvas.circle(
            x, self._height - y, radius, stroke=int(bool(stroke)), fill=int(bool(fill))
        )

    def polygon(
        self,
        places: Sequence[tuple[float, float]],
        *,
        fill: str = "",
        opacity: float = 1.0,
        stroke: str = "",
        line_width: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A closed outline."""
        if not places:
            return
        path = self.canvas.beginPath()
        path.moveTo(places[0][0], self._height - places[0][1])
        for x, y in places[1:]:
            path.lineTo(x, self._height - y)
        path.close()
        self.canvas.saveState()
        if fill:
            self.canvas.setFillColor(_ink(fill))
            self.canvas.setFillAlpha(opacity)
        self._stroke(stroke, line_width, dash)
        self.canvas.drawPath(path, stroke=int(bool(stroke)), fill=int(bool(fill)))
        self.canvas.restoreState()

    def _stroke(self, ink: str, width: float, dash: Sequence[float]) -> None:
        if ink:
            self.canvas.setStrokeColor(_ink(ink))
            self.canvas.setLineWidth(width)
            self.canvas.setDash(list(dash))

    # --- Places that other places lead to -------------------------------------------------

    def bookmark(self, anchor: str, y: float, title: Printable, level: int) -> None:
        """Name this place, and list it among the bookmarks of the file."""
        self.canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=self._height - y)
        self._level = min(level, self._level + 1)
        self.canvas.addOutlineEntry(title, anchor, self._level, closed=self._level > 0)

    def anchor(self, anchor: str, y: float) -> None:
        """Name this place."""
        self.canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=self._height - y)

    def link(
        self,
        element: Element,
        anchor: str,
        box: tuple[float, float, float, float],
        words: Printable,
    ) -> None:
        """Make a rectangle lead to a named place; nothing leads anywhere from an artifact."""
        if not self._is_marking:
            x, y, width, height = box
            low = self._height - y - height
            self.canvas.link(element, anchor, (x, low, x + width, low + height), words)

    def figure_box(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        """A rectangle as the structure counts it, from the bottom left corner of the page."""
        return (x, self._height - y - height, x + width, self._height - y)


CENTRING = 0.03
"""How much the middle of capitals and figures stands under the middle of a line."""
