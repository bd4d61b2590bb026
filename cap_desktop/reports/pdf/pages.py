"""The pages: their size, their margins, and what stands at their foot."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.reports.document import Orientation
from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.lines import shortened
from cap_desktop.reports.pdf.pagination import Placed
from cap_desktop.reports.pdf.painter import Painter
from cap_desktop.reports.pdf.printable import Printable
from cap_desktop.reports.pdf.styles import A4, BOTTOM, CAPTION, LANDSCAPE_MARGIN, SIDE, TOP

FOOT_GAP = 10.0
"""The least white between the content and the rule of the foot."""
FOOT_DROP = 16.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of page and what is left of it inside the margins."""

    size: tuple[float, float]
    left: float
    top: float
    width: float
    height: float

    @property
    def foot(self) -> float:
        """Where the rule of the foot stands, from the top of the page."""
        return self.top + self.height + FOOT_GAP


def _paper(size: tuple[float, float], side: float, top: float) -> Paper:
    width, height = size
    return Paper(size, side, top, width - 2 * side, height - top - BOTTOM - FOOT_GAP)


PAPERS: dict[Orientation, Paper] = {
    "portrait": _paper(A4, SIDE, TOP),
    "landscape": _paper((A4[1], A4[0]), LANDSCAPE_MARGIN, LANDSCAPE_MARGIN),
}


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page that is laid out and not drawn yet."""

    paper: Paper
    boxes: tuple[Placed, ...]
    has_foot: bool = True


def draw_page(painter: Painter, page: PaperPage, footer: Printable, number: Printable) -> None:
    """Draw everything of a page; the footer and the number of the page stand at its foot."""
    paper = page.paper
    painter.start_page(paper.size)
    for placed in page.boxes:
        placed.box.draw(painter, paper.left, paper.top + placed.y)
    if page.has_foot:
        _draw_foot(painter, paper, footer, number)
    painter.end_page()


def _draw_foot(painter: Painter, paper: Paper, footer: Printable, number: Printable) -> None:
    size, ink = CAPTION.size, CAPTION.colour
    wide = letters("regular").width(number, size)
    right = paper.left + paper.width
    baseline = paper.foot + FOOT_DROP
    with painter.artifact("Pagination"):
        painter.line((paper.left, paper.foot), (right, paper.foot), "line")
        words = shortened(footer, size, paper.width - wide - FOOT_DROP)
        painter.words(paper.left, baseline, words, size, ink)
        painter.words(right - wide, baseline, number, size, ink)
