"""From a report to the bytes of its PDF. Importing this module imports ReportLab."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cap_desktop.errors import Cancelled
from cap_desktop.i18n import _
from cap_desktop.reports.document import Block, Heading, Report, Run, SideBySide
from cap_desktop.reports.pdf.blocks import section_boxes
from cap_desktop.reports.pdf.boxes import Box
from cap_desktop.reports.pdf.cover_page import cover_boxes
from cap_desktop.reports.pdf.fonts import drawable
from cap_desktop.reports.pdf.metadata import packet, write_information
from cap_desktop.reports.pdf.pages import PAPERS, Paper, PaperPage, draw_page
from cap_desktop.reports.pdf.pagination import flow
from cap_desktop.reports.pdf.painter import Painter
from cap_desktop.reports.pdf.printable import PLACEHOLDER, Door
from cap_desktop.reports.pdf.styles import ROLES
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.writing import Writer

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]

MOST_NAMED = 40
"""How many characters that the font does not have are named."""


def render(report: Report, *, progress: Progress | None = None, stop: Stop | None = None) -> bytes:
    """Draw the report; the same report gives the same bytes.

    ``progress`` is told how many pages are drawn and how many there are. ``stop`` is asked
    often, and `Cancelled` is raised once it says True. Not for two threads at once.
    """

    def check() -> None:
        if stop is not None and stop():
            raise Cancelled

    door = Door(drawable())
    root = Element("Document")
    pages = _pages(report, door, root, check)
    painter = Painter()
    write_information(painter.canvas, report, door)
    footer = door.line(report.footer)
    painter.page_numbers = {
        anchor: door.line(str(number))
        for number, page in enumerate(pages, start=1)
        for placed in page.boxes
        for anchor in placed.box.anchors()
    }
    for number, page in enumerate(pages, start=1):
        check()
        said = door.line(_("Page {number} sur {count}", number=number, count=len(pages)))
        draw_page(painter, page, footer, said)
        if progress is not None:
            progress(number, len(pages))
    return painter.finish(root, packet(report, door))


def _pages(report: Report, door: Door, root: Element, check: Callable[[], None]) -> list[PaperPage]:
    writer = Writer(door, _anchors(report), check)
    portrait = PAPERS["portrait"]
    parts: list[tuple[Paper, list[Box]]] = [
        (
            portrait,
            cover_boxes(report.cover, writer, root.add("Sect"), portrait.width, portrait.height),
        )
    ]
    last = root
    for section in report.sections:
        paper = PAPERS[section.orientation]
        last = root.add("Sect")
        boxes = section_boxes(section.blocks, writer, last, paper.width, paper.height)
        if boxes:
            parts.append((paper, boxes))
    if door.missing:
        paper, boxes = parts[-1]
        said = (Run(_missing(door)),)
        boxes.append(writer.text(said, ROLES["note"], last.add("P"), paper.width))
    return [
        PaperPage(paper, tuple(placed), has_foot=rank > 0)
        for rank, (paper, boxes) in enumerate(parts)
        for placed in flow(boxes, paper.height, check)
    ]


def _missing(door: Door) -> str:
    named = sorted(door.missing.items())
    listed = ", ".join(
        _("U+{code} ({count} fois)", code=f"{ord(char):04X}", count=count)
        for char, count in named[:MOST_NAMED]
    )
    if len(named) > MOST_NAMED:
        listed += _(" et {count} autres", count=len(named) - MOST_NAMED)
    return _(
        "Caractères que la police n’a pas, remplacés par {sign}\u00a0: {listed}.",
        sign=PLACEHOLDER,
        listed=listed,
    )


def _anchors(report: Report) -> Iterator[str]:
    waiting: list[Block] = [block for section in report.sections for block in section.blocks]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Heading) and block.anchor:
            yield block.anchor
        elif isinstance(block, SideBySide):
            waiting += [*block.left, *block.right]
