"""The same report by several engines: `python -m benchmarks.pdf_engines ENGINE FILE`.

Only ours draws the figures, the badges and the structure: the others are given the words,
the headings and the tables of the sample, which is less work.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from cap_desktop import paths
from cap_desktop.reports.document import (
    Block,
    Bullets,
    Card,
    Cell,
    Heading,
    KeyFigures,
    Paragraph,
    Report,
    Run,
    SideBySide,
    Table,
)
from tests.reports.samples import rich

FONTS = paths.resources() / "fonts"
REGULAR, BOLD = (
    str(FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf") for weight in ("Regular", "Bold")
)

Part = tuple[str, Any]


def said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def cell(content: Cell) -> str:
    words = " ".join(said(runs) for runs in content.paragraphs)
    return words if content.badge is None else f"{content.badge.mark} {words}"


def parts(report: Report) -> Iterator[Part]:
    """Headings (``h1``…), paragraphs (``p``), tables (``t``) and page ends (``break``)."""
    yield "h1", report.title
    yield "p", report.cover.structure
    for section in report.sections:
        yield "break", ""
        for block in section.blocks:
            yield from _parts(block)


def _parts(block: Block) -> Iterator[Part]:
    if isinstance(block, Heading):
        yield f"h{min(block.level, 3)}", block.text
    elif isinstance(block, Paragraph):
        yield "p", said(block.runs)
    elif isinstance(block, Bullets):
        yield from (("p", "• " + said(item)) for item in block.items)
    elif isinstance(block, Table):
        rows = [[cell(content) for content in row] for row in block.rows]
        yield (
            "t",
            ([column.title for column in block.columns], rows, [c.share for c in block.columns]),
        )
    elif isinstance(block, KeyFigures):
        yield from (("p", f"{item.value} {item.unit} {item.title}") for item in block.items)
    elif isinstance(block, Card):
        yield from (("p", said(runs)) for runs in block.paragraphs)
    elif isinstance(block, SideBySide):
        for inner in (*block.left, *block.right):
            yield from _parts(inner)


def ours(report: Report) -> bytes:
    from cap_desktop.reports.pdf.rendering import render

    return render(report)


def platypus(report: Report) -> bytes:
    """ReportLab's own layout, untagged: the floor."""
    from io import BytesIO

    from reportlab.lib.colors import HexColor
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, SimpleDocTemplate
    from reportlab.platypus import Paragraph as Words
    from reportlab.platypus import Table as Rows

    registerFont(TTFont("regular", REGULAR))
    registerFont(TTFont("bold", BOLD))
    styles = {
        name: ParagraphStyle(name, fontName=font, fontSize=size, leading=leading)
        for name, font, size, leading in (
            ("h1", "bold", 22.5, 28), ("h2", "bold", 14, 19), ("h3", "bold", 11.5, 16),
            ("p", "regular", 10.5, 15), ("cell", "regular", 9.75, 13.5),
        )
    }  # fmt: skip
    flow: list[Any] = []
    for kind, content in parts(report):
        if kind == "break":
            flow.append(PageBreak())
        elif kind == "t":
            header, rows, shares = content
            table = [[Words(escape(text), styles["cell"]) for text in row] for row in rows]
            titles = [Words(escape(text), styles["cell"]) for text in header]
            widths = [487 * share / sum(shares) for share in shares]
            look: Any = [
                ("LINEBELOW", (0, 0), (-1, -1), 0.75, HexColor("#D6DDDA")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("FONT", (0, 0), (-1, -1), "regular"),
            ]
            flow.append(Rows([titles, *table], widths, repeatRows=1, style=look))
        else:
            flow.append(Words(escape(content), styles[kind]))

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("regular", 9)
        canvas.drawString(54, 26, report.footer)
        canvas.drawRightString(541, 26, f"Page {document.page}")

    file = BytesIO()
    SimpleDocTemplate(
        file, pagesize=A4, leftMargin=54, rightMargin=54, topMargin=51, bottomMargin=45,
        invariant=1, initialFontName="regular",
    ).build(flow, onFirstPage=foot, onLaterPages=foot)  # fmt: skip
    return file.getvalue()


def _html(report: Report) -> str:
    body = []
    for kind, content in parts(report):
        if kind == "break":
            body.append('<div style="break-before:page"></div>')
        elif kind == "t":
            header, rows, _shares = content
            titles = "".join(f"<th>{escape(text)}</th>" for text in header)
            lines = "".join(
                "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
                for row in rows
            )
            body.append(f"<table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table>")
        else:
            body.append(f"<{kind}>{escape(content)}</{kind}>")
    style = f"""
    @font-face {{font-family: A; src: url(file://{REGULAR})}}
    @font-face {{font-family: A; font-weight: bold; src: url(file://{BOLD})}}
    @page {{size: A4; margin: 18mm 19mm 16mm;
      @bottom-right {{font: 9pt A; content: "Page " counter(page) " sur " counter(pages)}}}}
    body {{font: 10.5pt/15pt A}} table {{width: 100%; border-collapse: collapse}}
    td, th {{font-size: 9.75pt; border-bottom: .75pt solid #D6DDDA; text-align: left;
      vertical-align: top}} tr {{break-inside: avoid}}"""
    return f'<html lang="fr"><style>{style}</style><body>{"".join(body)}</body></html>'


def weasyprint(report: Report) -> bytes:
    import weasyprint as engine  # type: ignore[import-not-found] # not a dependency

    done: bytes = engine.HTML(string=_html(report)).write_pdf()
    return done


def fpdf(report: Report) -> bytes:
    from fpdf import FPDF  # type: ignore[import-untyped] # not a dependency

    pdf = FPDF(format="A4")
    pdf.add_font("A", "", REGULAR)
    pdf.add_font("A", "B", BOLD)
    pdf.set_margins(19, 18)
    pdf.add_page()
    for kind, content in parts(report):
        if kind == "break":
            pdf.add_page()
        elif kind == "t":
            header, rows, shares = content
            pdf.set_font("A", size=9.75)
            with pdf.table(
                col_widths=shares, line_height=5, borders_layout="HORIZONTAL_LINES"
            ) as t:
                for row in (header, *rows):
                    line = t.row()
                    for text in row:
                        line.cell(text)
        else:
            sizes = {"h1": 22.5, "h2": 14, "h3": 11.5, "p": 10.5}
            pdf.set_font("A", "" if kind == "p" else "B", sizes[kind])
            pdf.multi_cell(0, 6 if kind == "p" else 10, content, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def typst(report: Report) -> bytes:
    import typst as engine  # type: ignore[import-not-found] # not a dependency

    def literal(text: str) -> str:
        return '#"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'

    lines = [
        '#set page(paper: "a4", margin: (x: 19mm, top: 18mm, bottom: 16mm), numbering: "1")',
        '#set document(title: "Rapport", date: none)',
        '#set text(font: "Atkinson Hyperlegible Next", size: 10.5pt, lang: "fr")',
    ]
    for kind, content in parts(report):
        if kind == "break":
            lines.append("#pagebreak()")
        elif kind == "t":
            header, rows, shares = content
            titles = ", ".join(f"[{literal(text)}]" for text in header)
            cells = ", ".join(f"[{literal(text)}]" for row in rows for text in row)
            columns = ", ".join(f"{share}fr" for share in shares)
            lines.append(
                f"#table(columns: ({columns}), stroke: (bottom: 0.75pt), "
                f"table.header({titles}), {cells})"
            )
        elif kind == "p":
            lines.append(literal(content) + "\n")
        else:
            lines.append("=" * int(kind[1]) + " " + literal(content))
    source = Path(sys.argv[2]).with_suffix(".typ")
    source.write_text("\n".join(lines), encoding="utf-8")
    done: bytes = engine.compile(str(source), font_paths=[str(FONTS)])
    return done


ENGINES = {
    "ours": ours,
    "platypus": platypus,
    "weasyprint": weasyprint,
    "fpdf": fpdf,
    "typst": typst,
}

if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(ENGINES[sys.argv[1]](rich()))
