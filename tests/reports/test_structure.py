"""The PDF can be listened to: everything that is drawn has its place in the structure."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from cap_desktop.reports.document import Column, Heading, Paragraph, Run, Table
from cap_desktop.reports.pdf.rendering import render
from tests.patience import PATIENCE
from tests.reports.partial_checker import findings
from tests.reports.samples import cell, of_blocks, report, rich, words
from tests.reports.tagged_pdf import TaggedPdf


@pytest.fixture(scope="module")
def pdf() -> TaggedPdf:
    return TaggedPdf(render(rich()))


def test_every_stroke_belongs_to_an_element_or_is_an_artifact(pdf: TaggedPdf) -> None:
    assert len(pdf.content_marks()) > 500


def test_every_mark_stands_once_in_the_tree_under_its_own_role(pdf: TaggedPdf) -> None:
    content = pdf.content_marks()
    in_tree = [(mark, node.role) for node in pdf.tree.walk() for mark in node.marks]
    assert len(in_tree) == len(content)
    assert dict(in_tree) == content


def test_the_parent_tree_leads_from_each_mark_to_its_element(pdf: TaggedPdf) -> None:
    numbers = list(pdf.root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    assert list(map(int, numbers[::2])) == sorted(map(int, numbers[::2]))
    owners = {mark: node.entries.objgen for node in pdf.tree.walk() for mark in node.marks}
    for rank, page in enumerate(pdf.pdf.pages):
        kept = parents[int(page.StructParents)]
        assert [item.objgen for item in kept] == [
            owners[rank, number] for number in range(len(kept))
        ]
    for link in pdf.tree.find("Link"):
        for area in link.areas:
            assert parents[int(area.StructParent)].objgen == link.entries.objgen
    assert int(pdf.root.StructTreeRoot.ParentTreeNextKey) > max(parents)


def test_the_order_of_the_structure_is_that_of_the_pages(pdf: TaggedPdf) -> None:
    marks = [mark for node in pdf.tree.walk() for mark in node.marks if node.role != "P"]
    pages = [page for page, _number in marks]
    assert pages == sorted(pages)


def test_a_link_has_its_words_and_its_area(pdf: TaggedPdf) -> None:
    links = pdf.tree.find("Link")
    assert len(links) == 8
    for link in links:
        assert link.marks
        for area in link.areas:
            assert area.Subtype == "/Link"
            assert area.Contents
            assert area.F == 4
    every = [kid for page in pdf.pdf.pages for kid in page.get("/Annots", [])]
    assert len(every) == sum(len(link.areas) for link in links)


def test_a_table_of_contents_says_the_page_where_each_part_stands(pdf: TaggedPdf) -> None:
    pages = {1: "2", 3: "4", 10: "11"}
    starts = [heading.marks[0][0] for heading in pdf.tree.find("H1")]
    assert set(pages) <= set(starts)
    text = " ".join(pdf.text().split())
    assert "Partie Page L’essentiel en une page 2 Nos actions pour 2026-2027 4" in text
    assert "Méthode et participants 11" in text


def test_a_figure_is_said_and_placed(pdf: TaggedPdf) -> None:
    figures = pdf.tree.find("Figure")
    assert len(figures) == 3
    for figure in figures:
        assert str(figure.entries.Alt).endswith((".", "Ancré", "points de plus"))
        left, low, right, high = map(float, figure.attribute("/BBox"))
        page = pdf.pdf.pages[figure.marks[0][0]]
        assert 0 <= left < right <= float(page.MediaBox[2])
        assert 0 <= low < high <= float(page.MediaBox[3])


def test_a_table_has_titles_of_columns_and_of_rows(pdf: TaggedPdf) -> None:
    for table in pdf.tree.find("Table"):
        head, body = table.find("THead")[0], table.find("TBody")[0]
        assert len(head.kids) == 1
        assert {cell.attribute("/Scope") for cell in head.find("TH")} == {"/Column"}
        width = len(head.kids[0].kids)
        for row in body.kids:
            assert [kid.role for kid in row.kids] == ["TH"] + ["TD"] * (width - 1)
            assert row.kids[0].attribute("/Scope") == "/Row"
        assert table.kids[0].role == "Caption" or table.attribute("/Summary")


def test_a_list_has_labels_and_bodies(pdf: TaggedPdf) -> None:
    kinds = [str(found.attribute("/ListNumbering")) for found in pdf.tree.find("L")]
    assert kinds == ["/Disc", "/Disc", "/Decimal"]
    for item in pdf.tree.find("L")[1].kids:
        assert [kid.role for kid in item.kids] == ["Lbl", "LBody"]


def test_no_level_of_heading_is_jumped_over(pdf: TaggedPdf) -> None:
    levels = [int(node.role[1]) for node in pdf.tree.find("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_badge_is_read_by_its_words(pdf: TaggedPdf) -> None:
    said = {str(span.entries.get("/ActualText")) for span in pdf.tree.find("Span")}
    assert {"Niveau 3 en 2026", "Niveau 2 en 2025", "A4, En place"} <= said


def test_the_document_says_its_title_language_and_order(pdf: TaggedPdf) -> None:
    assert pdf.root.Lang == "fr-FR"
    assert bool(pdf.root.MarkInfo.Marked)
    assert bool(pdf.root.ViewerPreferences.DisplayDocTitle)
    assert pdf.pdf.docinfo.Title == "Plan d’amélioration 2026"
    assert all(page.Tabs == "/S" for page in pdf.pdf.pages)
    with pdf.pdf.open_metadata() as metadata:
        # What no whole checker confirmed is not claimed.
        assert "pdfuaid:part" not in metadata
        assert metadata["dc:title"] == "Plan d’amélioration 2026"


def test_every_font_is_embedded_and_none_is_helvetica(pdf: TaggedPdf) -> None:
    assert len(pdf.fonts()) == 3
    for font in pdf.fonts():
        assert "/FontFile2" in font.FontDescriptor
        meanings = font.ToUnicode.read_bytes().decode("ascii").partition("endcodespace")[2]
        entries = re.findall("<([0-9A-F]{2})> <([0-9A-F]+)>", meanings)
        assert len(entries) > 90
        assert not {"0000", "FEFF", "FFFE"} & {meaning for _code, meaning in entries}
        counts = [int(count) for count in re.findall("([0-9]+) beginbfchar", meanings)]
        assert sum(counts) == len(entries)
        assert max(counts) <= 100
        assert meanings.count("endbfchar") == len(counts)
    assert b"Helvetica" not in pdf.content


def test_bookmarks_follow_the_headings(pdf: TaggedPdf) -> None:
    with pdf.pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [item.title for item in outline.root[1].children]
    assert titles[:3] == [
        "Plan d’amélioration 2026", "L’essentiel en une page", "Comment lire ce document",
    ]  # fmt: skip
    assert below == ["Vue d’ensemble", "Les thèmes"]


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    long = Paragraph(words("Une phrase que l’on répète. " * 600))
    pdf = TaggedPdf(render(of_blocks(long)))
    pages = [{page for page, _number in node.marks} for node in pdf.tree.find("P")]
    assert max(map(len, pages)) >= 3
    pdf.content_marks()


def test_a_table_over_pages_is_one_table_and_its_title_row_is_told_once() -> None:
    columns = (Column("Rang", 1), Column("Nom", 3))
    rows = tuple((cell(str(at)), cell(f"Ligne {at}")) for at in range(300))
    pdf = TaggedPdf(render(of_blocks(Table("Trois cents lignes", columns, rows))))
    tables = pdf.tree.find("Table")
    assert len(tables) == 1
    assert len(tables[0].find("TBody")[0].kids) == 300
    assert len(tables[0].find("THead")[0].find("TH")) == 2
    assert pdf.text().count("Rang") > 5
    pdf.content_marks()


def test_a_link_without_a_destination_is_only_words() -> None:
    pdf = TaggedPdf(render(of_blocks(Paragraph((Run("ailleurs", target="nulle-part"),)))))
    assert not pdf.tree.find("Link")
    assert "ailleurs" in pdf.text()


def test_two_headings_may_ask_for_the_same_anchor() -> None:
    twice = (Heading(2, "Un", "a"), Heading(2, "Deux", "a"))
    TaggedPdf(render(of_blocks(*twice, Paragraph((Run("vers", target="a"),)))))


def test_the_partial_checker_of_pdf_ua_finds_nothing(tmp_path: Path) -> None:
    for rank, sample in enumerate((rich(), report(), of_blocks())):
        path = tmp_path / f"{rank}.pdf"
        path.write_bytes(render(sample))
        assert findings(path) == []


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not here")
def test_what_is_heard_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(render(rich()))
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True, timeout=PATIENCE
    )
    assert done.stderr == b""
    # Poppler writes the summary of a table as the bytes that it read.
    heard = " ".join(done.stdout.decode(errors="replace").split())
    assert '"L’essentiel en une page"' in heard
    assert "On nous écoute davantage qu’avant. C’est nouveau." in heard
    assert 'H1 (block) "Plan d’amélioration 2026"' in heard
    assert "1 Émergent" in heard


def test_a_damaged_page_is_seen() -> None:
    """The checks above can fail: content that belongs to nothing is found."""
    damaged, file = TaggedPdf(render(of_blocks())), BytesIO()
    damaged.pdf.pages[0].contents_add(b"0 0 m 9 9 l S", prepend=True)
    damaged.pdf.save(file)
    with pytest.raises(AssertionError, match="belongs to nothing"):
        TaggedPdf(file.getvalue()).content_marks()
