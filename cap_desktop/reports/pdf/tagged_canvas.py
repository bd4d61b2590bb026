"""A canvas of ReportLab that writes the structure of the document beside its content.

This is the only place that leans on what ReportLab does not promise: `_doc` (the document of
a canvas, for its pages and their references), `_addAnnotation` and `_bookmarkReference` (for
links), and the names that a page dictionary writes. `tests/reports/test_tagged_canvas.py`
fails when one of them changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArrayCompact,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from cap_desktop.reports.pdf.tag_tree import Element, LinkArea, MarkedContent

AREAS_START = 100_000
"""The keys of links in the parent tree start well after those of pages."""


class _Node(PDFDictionary):
    """A dictionary of its own in the file, that others refer to."""

    __RefOnly__ = 1
    multiline = False


class TaggedCanvas(Canvas):
    """Draws pages, then writes the tree that their marks belong to."""

    # What ReportLab's stubs leave out.
    _doc: Any
    _addAnnotation: Callable[[PDFDictionary, str], None]  # noqa: N815 - ReportLab's name
    _bookmarkReference: Callable[[str], PDFObject]  # noqa: N815 - ReportLab's name

    def __init__(self, file: IO[bytes], font: str) -> None:
        # The initial font keeps Helvetica out of every page.
        super().__init__(
            file,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=font,  # type: ignore[arg-type] # the stubs say a number
            lang="fr-FR",
        )
        self._page_references: list[PDFObjectReference] = []
        self._marked: list[list[Element]] = []
        self._areas: dict[str, Element] = {}

    # --- While a page is drawn ------------------------------------------------------------

    def start_page(self, size: tuple[float, float]) -> None:
        """Begin a page of this size."""
        self.setPageSize(size)
        self._page_references.append(self._doc.thisPageRef())
        self._marked.append([])

    def begin_mark(self, element: Element) -> None:
        """What is drawn until `end_mark` belongs to the element."""
        marked = self._marked[-1]
        element.kids.append(MarkedContent(len(self._marked) - 1, len(marked)))
        self.addLiteral(f"/{element.tag} <</MCID {len(marked)}>> BDC")
        marked.append(element.named())

    def begin_artifact(self, kind: str) -> None:
        """What is drawn until `end_mark` says nothing: a rule, a ground, a repeated title."""
        self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")

    def end_mark(self) -> None:
        """Close the mark or the artifact."""
        self.addLiteral("EMC")

    def link(
        self, element: Element, anchor: str, box: tuple[float, float, float, float], words: str
    ) -> None:
        """Make the rectangle lead to the anchor, for the element of role Link."""
        name = f"Link{len(self._areas)}"
        key = AREAS_START + len(self._areas)
        area = _link_area(self._bookmarkReference(anchor), box, words, key)
        self._addAnnotation(area, name)
        self._areas[name] = element
        element.kids.append(LinkArea(len(self._marked) - 1, name))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Close the page, and let it say where its marks are in the tree."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._marked) - 1
        page.Tabs = PDFName("S")

    # --- When every page is drawn ---------------------------------------------------------

    def write_structure(self, root: Element) -> None:
        """Write the tree under ``root`` and the way back from each mark to it."""
        top = _Node({"Type": PDFName("StructTreeRoot")})
        nodes: dict[Element, _Node] = {}
        top["K"] = PDFArrayCompact([self._node(root, top, nodes)])
        numbers: list[Any] = []
        for page, marked in enumerate(self._marked):
            numbers += [page, PDFArrayCompact([nodes[element] for element in marked])]
        for rank, element in enumerate(self._areas.values()):
            numbers += [AREAS_START + rank, nodes[element]]
        top["ParentTree"] = _Node({"Nums": PDFArrayCompact(numbers)})
        top["ParentTreeNextKey"] = AREAS_START + len(self._areas)
        self.setCatalogEntry("StructTreeRoot", top)
        self.setCatalogEntry("MarkInfo", {"Marked": "true"})

    def write_metadata(self, packet: str) -> None:
        """Write the XMP packet."""
        self.setCatalogEntry("Metadata", XMP(creator=lambda _document: packet.encode()))

    def _node(self, element: Element, parent: _Node, nodes: dict[Element, _Node]) -> _Node:
        node = nodes[element] = _Node(
            {"S": PDFName(element.role), "P": parent, **_attributes(element)}
        )
        page = next(
            (kid.page for kid in element.shown_kids() if isinstance(kid, MarkedContent)), None
        )
        if page is not None:
            node["Pg"] = self._page_references[page]
        kids = [self._kid(kid, node, page, nodes) for kid in element.shown_kids()]
        if kids:
            node["K"] = kids[0] if len(kids) == 1 else PDFArrayCompact(kids)
        return node

    def _kid(
        self,
        kid: Element | MarkedContent | LinkArea,
        node: _Node,
        page: int | None,
        nodes: dict[Element, _Node],
    ) -> object:
        if isinstance(kid, Element):
            return self._node(kid, node, nodes)
        if isinstance(kid, MarkedContent) and kid.page == page:
            return kid.number
        reference: dict[str, object] = {"Pg": self._page_references[kid.page]}
        if isinstance(kid, MarkedContent):
            reference |= {"Type": PDFName("MCR"), "MCID": kid.number}
        else:
            target = self._doc.refAnnotation(kid.name)
            reference |= {"Type": PDFName("OBJR"), "Obj": target}
        return PDFDictionary(reference)


def _link_area(
    destination: object, box: tuple[float, float, float, float], words: str, key: int
) -> PDFDictionary:
    """A link inside the document that knows its element; ReportLab's own may not."""
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArrayCompact(list(box)),
            "Border": PDFArrayCompact([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(words),
            "Dest": destination,
            "StructParent": key,
        }
    )


def _attributes(element: Element) -> dict[str, object]:
    """What the element says of itself, beyond its place."""
    entries: dict[str, object] = {}
    if element.alternative:
        entries["Alt"] = PDFString(element.alternative)
    if element.replacement:
        entries["ActualText"] = PDFString(element.replacement)
    own: list[tuple[str, dict[str, object]]] = []
    if element.scope:
        own.append(("Table", {"Scope": PDFName(element.scope)}))
    if element.summary:
        own.append(("Table", {"Summary": PDFString(element.summary)}))
    if element.role == "L":
        kind = "Decimal" if element.is_ordered else "Disc"
        own.append(("List", {"ListNumbering": PDFName(kind)}))
    if element.box is not None:
        box = PDFArrayCompact([float(edge) for edge in element.box])
        own.append(("Layout", {"Placement": PDFName("Block"), "BBox": box}))
    written = [PDFDictionary({"O": PDFName(owner), **values}) for owner, values in own]
    if written:
        entries["A"] = written[0] if len(written) == 1 else PDFArrayCompact(written)
    return entries
