"""What the tagged canvas takes from inside ReportLab is still there."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFPage
from reportlab.pdfgen.canvas import Canvas

from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.tagged_canvas import TaggedCanvas
from tests.reports.tagged_pdf import TaggedPdf


def test_reportlab_still_has_what_the_canvas_leans_on() -> None:
    plain: Any = Canvas(BytesIO())
    assert hasattr(plain, "_addAnnotation")
    assert hasattr(plain, "_bookmarkReference")
    assert hasattr(plain._doc, "refAnnotation")
    assert plain._doc.thisPageRef().name == plain._doc.thisPageName()
    plain.showPage()
    assert isinstance(plain._doc.Pages.pages[-1], PDFPage)
    assert "Annots" in PDFPage.__NoDefault__


def test_marks_come_back_from_the_file() -> None:
    file = BytesIO()
    font = letters("regular").name
    canvas = TaggedCanvas(file, font)
    root = Element("Document")
    paragraph, link = root.add("P"), root.add("Link")
    for page in range(2):
        canvas.start_page((200, 200))
        canvas.begin_mark(paragraph)
        canvas.setFont(font, 10)
        canvas.drawString(10, 100, f"page {page}")
        canvas.end_mark()
        canvas.begin_artifact("Layout")
        canvas.line(0, 0, 9, 9)
        canvas.end_mark()
        canvas.begin_mark(link)
        canvas.drawString(10, 50, "lien")
        canvas.end_mark()
        canvas.bookmarkPage(f"place{page}")
        canvas.link(link, "place0", (10, 50, 40, 60), "lien")
        canvas.showPage()
    canvas.write_structure(root)
    canvas.save()
    pdf = TaggedPdf(file.getvalue())
    assert pdf.tree.find("P")[0].marks == [(0, 0), (1, 0)]
    assert pdf.tree.find("Link")[0].marks == [(0, 1), (1, 1)]
    assert len(pdf.tree.find("Link")[0].areas) == 2
    assert pdf.content_marks() == {
        (0, 0): "P", (0, 1): "Link", (1, 0): "P", (1, 1): "Link",
    }  # fmt: skip


def test_an_element_without_content_is_not_written() -> None:
    root = Element("Document")
    root.add("P")
    place = root.add("")
    kept = place.add("P")
    kept.add("TD")
    assert list(root.shown_kids()) == [kept]
