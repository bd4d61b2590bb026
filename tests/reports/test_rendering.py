"""Reports of every size: the same bytes twice, nothing lost, and a person may stop."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cap_desktop.charts.shapes import ChartTable as Equivalent
from cap_desktop.charts.shapes import Figure, Line
from cap_desktop.errors import Cancelled
from cap_desktop.gui.look.palettes import LIGHT
from cap_desktop.reports.document import (
    Bullets,
    Card,
    Cell,
    Column,
    Heading,
    KeyFigures,
    Paragraph,
    Picture,
    Section,
    SideBySide,
    Signature,
    Table,
)
from cap_desktop.reports.pdf import styles
from cap_desktop.reports.pdf.rendering import render
from tests.reports.samples import cell, of_blocks, report, rich, words
from tests.reports.tagged_pdf import TaggedPdf

PHRASE = "Nous avons changé la façon d’accueillir. "


def long_text(size: int) -> str:
    """Numbered sentences, so that a missing one is seen."""
    return " ".join(f"n{at} {PHRASE}" for at in range(size // (len(PHRASE) + 6)))


def numbers(pdf: TaggedPdf) -> set[str]:
    return {word for word in pdf.text().split() if word[0] == "n" and word[1:].isdigit()}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(rich()) == render(rich())


def test_the_file_is_dated_by_the_report_and_not_by_a_clock() -> None:
    assert TaggedPdf(render(rich())).pdf.docinfo.CreationDate == "D:20261124120000Z"


def test_progress_goes_page_by_page_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    render(rich(), progress=lambda done, whole: told.append((done, whole)))
    assert told == [(at, 11) for at in range(1, 12)]


def test_a_person_stops_at_once() -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 30

    with pytest.raises(Cancelled):
        render(rich(), stop=stop)
    assert asked == 31


def test_a_report_may_be_only_a_cover() -> None:
    pdf = TaggedPdf(render(report()))
    assert len(pdf.pdf.pages) == 1
    assert "Page" not in pdf.text()


def test_an_empty_section_makes_no_page() -> None:
    pdf = TaggedPdf(render(report(Section(()), Section((Heading(1, "Seul"),)), Section(()))))
    assert len(pdf.pdf.pages) == 2


def test_empty_blocks_are_drawn_as_nothing() -> None:
    empty = of_blocks(
        Paragraph(()), Bullets(()), Table("", (), ()), KeyFigures(()), Card("", ()),
        Signature(()), SideBySide((), ()), Table("Vide", (Column("A", 1),), ()),
    )  # fmt: skip
    TaggedPdf(render(empty)).content_marks()


def test_a_comment_of_200_kilobytes_is_whole() -> None:
    text = long_text(200_000)
    pdf = TaggedPdf(render(of_blocks(Paragraph(words(text)))))
    assert numbers(pdf) == {word for word in text.split() if word[0] == "n" and word[1:].isdigit()}


def test_a_word_of_100_kilobytes_is_cut_and_whole() -> None:
    pdf = TaggedPdf(render(of_blocks(Paragraph(words("mot" * 33_000)))))
    assert "".join(pdf.text().split()).count("mot") >= 32_900


def test_a_row_longer_than_a_page_goes_on_in_the_same_cell() -> None:
    text = long_text(60_000)
    table = Table(
        "Commentaires",
        (Column("Question", 1), Column("Commentaire", 3)),
        ((cell("Avant"), cell("court")), (cell("Longue"), cell(text)), (cell("Après"), cell("x"))),
    )
    pdf = TaggedPdf(render(of_blocks(table)))
    assert numbers(pdf) == {word for word in text.split() if word[0] == "n" and word[1:].isdigit()}
    body = pdf.tree.find("TBody")[0]
    assert len(body.kids) == 3
    pages = [page for page, _number in body.kids[1].kids[1].marks]
    assert len(set(pages)) > 5
    assert pages[0] == 1, "it begins under the title, as it has to be cut anyway"


def test_columns_card_quote_and_list_longer_than_a_page_go_on() -> None:
    text = long_text(12_000)
    expected = {word for word in text.split() if word[0] == "n" and word[1:].isdigit()}
    for block in (
        Card("Titre", (words(text),)),
        Paragraph(words(text), "quote"),
        Bullets((words(text), words("fin"))),
        SideBySide((Paragraph(words(text)),), (Paragraph(words("à droite")),)),
        Heading(2, text),
    ):
        pdf = TaggedPdf(render(of_blocks(block)))
        pdf.content_marks()
        assert numbers(pdf) >= expected, type(block).__name__


def test_a_title_row_higher_than_a_page_does_not_come_back() -> None:
    text = long_text(9_000)
    table = Table("", (Column(text, 1), Column("B", 1)), ((cell("a"), cell("b")),) * 3)
    assert len(numbers(TaggedPdf(render(of_blocks(table))))) > 150


def test_a_row_with_too_few_cells_is_completed() -> None:
    table = Table("", (Column("A", 1), Column("B", 1)), ((cell("seul"),), ()))
    rows = TaggedPdf(render(of_blocks(table))).tree.find("TBody")[0].kids
    assert [len(row.kids) for row in rows] == [2, 2]


def test_rows_are_never_cut_where_they_fit_on_a_page() -> None:
    tall = Cell(tuple(words(f"ligne {at}") for at in range(30)))
    table = Table("", (Column("A", 1), Column("B", 2)), ((cell("x"), tall),) * 6)
    pdf = TaggedPdf(render(of_blocks(table)))
    for row in pdf.tree.find("TBody")[0].kids:
        assert len({page for node in row.walk() for page, _number in node.marks}) == 1


def test_a_title_is_not_left_at_the_foot_of_a_page() -> None:
    blocks = tuple(
        block
        for at in range(60)
        for block in (Heading(2, f"Titre {at}"), Paragraph(words(PHRASE * (at % 7 + 1))))
    )
    pdf = TaggedPdf(render(of_blocks(*blocks)))
    kids = pdf.tree.kids[1].kids
    for heading, after in pairwise(kids):
        if heading.role == "H2":
            assert heading.marks[-1][0] == after.marks[0][0]


def test_a_figure_higher_than_a_page_is_drawn_smaller() -> None:
    figure = Figure(100, 900, (Line((0, 0), (100, 900), "text"),), "Haute.", Equivalent("", (), ()))
    pdf = TaggedPdf(render(of_blocks(Picture(figure))))
    left, low, right, high = map(float, pdf.tree.find("Figure")[0].attribute("/BBox"))
    assert (right - left) / (high - low) == pytest.approx(1 / 9, abs=0.001)
    assert low >= 0


def test_the_paper_wears_the_colours_of_the_light_screen() -> None:
    for name, value in styles.PALETTE.items():
        assert value == getattr(LIGHT, name), name
    for level, colour in zip(styles.LEVELS, LIGHT.levels, strict=True):
        assert level == {"fill": colour.fill, "ink": colour.ink, "outline": colour.outline}


def test_nothing_is_written_under_nine_points() -> None:
    used = [value for value in vars(styles).values() if isinstance(value, styles.TextStyle)]
    assert min(style.size for style in used) == 9
