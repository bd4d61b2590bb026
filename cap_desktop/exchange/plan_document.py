"""A plan as a Word document: a table whose title row comes back, then each action in full."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from cap_desktop.exchange.office_package import cleaned, dated

LANGUAGE = "fr-FR"
FONT = "Arial"
LONGEST_PROPERTY = 255
BODY_SIZE, TABLE_SIZE = 10.5, 9

Fields = Iterable[tuple[str, str]]


def document_bytes(
    title: str,
    subtitle: str,
    header: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    actions: tuple[tuple[str, Fields], ...],
    moment: datetime,
) -> bytes:
    """Write the table, then a heading and the fields of each action.

    The same values and moment give the same bytes.
    """
    document = docx.Document()
    _prepare(document, title, moment)
    document.add_heading(cleaned(title), level=0)
    document.add_paragraph(cleaned(subtitle))
    if rows:
        _add_table(document, header, rows)
    for name, fields in actions:
        document.add_heading(cleaned(name), level=1)
        for label, text in fields:
            paragraph = document.add_paragraph()
            paragraph.add_run(cleaned(f"{label}\u00a0: ")).bold = True
            paragraph.add_run(cleaned(text))
    file = BytesIO()
    document.save(file)
    return dated(file.getvalue(), moment)


def _prepare(document: Document, title: str, moment: datetime) -> None:
    """The language, the letters, a landscape page, and who made it."""
    known = document.core_properties
    known.title, known.author = cleaned(title)[:LONGEST_PROPERTY], "CAP Desktop"
    known.language = LANGUAGE
    known.comments = ""
    known.created = known.modified = moment.replace(tzinfo=None, microsecond=0)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY_SIZE)
    for language in _all(document.styles.element, "w:lang"):
        for kind in ("w:val", "w:eastAsia"):
            language.set(_name(kind), LANGUAGE)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin = section.bottom_margin = Mm(16)


def _add_table(
    document: Document, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    table = document.add_table(rows=1 + len(rows), cols=len(header))
    table.style = "Table Grid"
    for line, texts in zip(table.rows, (header, *rows), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            _fill(cell, text, is_title=texts is header)
        _mark(line, "w:cantSplit")
    _mark(table.rows[0], "w:tblHeader")


def _fill(cell: _Cell, text: str, *, is_title: bool) -> None:
    run = cell.paragraphs[0].add_run(cleaned(text))
    run.bold, run.font.size = is_title, Pt(TABLE_SIZE)


def _mark(line: Any, name: str) -> None:  # noqa: ANN401 - python-docx keeps its rows untyped
    """Say something of a row: that it comes back on every page, that it stays whole."""
    line._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - no public way


def _name(tag: str) -> str:
    return str(qn(tag))


def _all(element: Any, tag: str) -> Any:  # noqa: ANN401 - XML elements of lxml
    return element.iter(_name(tag))
