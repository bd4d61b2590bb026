"""The reports of the demonstration can be listened to, from their title to their last page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from cap_desktop.reports.contents.report import full_report, synthesis
from cap_desktop.reports.pdf.rendering import render
from tests.reports.partial_checker import findings
from tests.reports.report_data import DEMONSTRATED, demo_data
from tests.reports.tagged_pdf import TaggedPdf

MADE = {
    f"{shown.folder} {make.__name__}": render(make(demo_data(shown)))
    for shown in DEMONSTRATED
    for make in (full_report, synthesis)
}


@pytest.fixture(params=sorted(MADE))
def content(request: pytest.FixtureRequest) -> bytes:
    return MADE[request.param]


def test_everything_drawn_has_its_place(content: bytes) -> None:
    pdf = TaggedPdf(content)
    marks = pdf.content_marks()
    in_tree = [(mark, node.role) for node in pdf.tree.walk() for mark in node.marks]
    assert dict(in_tree) == marks
    levels = [int(node.role[1]) for node in pdf.tree.find("H1", "H2", "H3", "H4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_and_figure_is_said(content: bytes) -> None:
    pdf = TaggedPdf(content)
    for table in pdf.tree.find("Table"):
        assert table.kids[0].role == "Caption" or table.attribute("/Summary")
        for row in table.find("TBody")[0].kids:
            assert row.kids[0].role == "TH"
    for figure in pdf.tree.find("Figure"):
        assert len(str(figure.entries.Alt)) > 15


def test_the_partial_checker_of_pdf_ua_finds_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(content)
    assert findings(path) == []
