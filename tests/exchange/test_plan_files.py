"""The plan as a workbook and as a document: texts stay texts, days are days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from openpyxl.cell import Cell

from cap_desktop.exchange.cell_text import MOST
from cap_desktop.exchange.plan_document import document_bytes
from cap_desktop.exchange.workbook import workbook_bytes
from tests.reports.hostile import NASTY

MOMENT = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
FORMULAS = ("=1+1", "+33 6 12", "-5", "@x", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")", "#N/A",
            " =1", "'=1", "=cmd|' /C calc'!A0", "12", "2026-11-24", "TRUE")  # fmt: skip
HEADER = ("N°", "Intitulé", "Échéance")


def sheet_of(*texts: str) -> tuple[list[list[Cell]], bytes]:
    rows = tuple((str(rank), text, date(2026, 11, 24)) for rank, text in enumerate(texts, 1))
    content = workbook_bytes("Plan d’amélioration 2026", HEADER, rows, MOMENT)
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    return [[cell for cell in row if isinstance(cell, Cell)] for row in sheet.iter_rows()], content


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_no_text_is_ever_a_formula_or_a_figure(text: str) -> None:
    rows, content = sheet_of(text)
    cell = rows[1][1]
    assert cell.data_type == "s"
    assert str(cell.value).strip() == text.strip()
    starts = text.strip(" \t\r\"'")[:1] in ("=", "+", "-", "@")
    assert cell.quotePrefix is (starts or text[0] in "\t\r")
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if "worksheets/" in name:
                written = archive.read(name).decode()
                assert "<f>" not in written
                assert "<f " not in written
                assert "<hyperlink" not in written.lower()


def test_apostrophes_within_words_are_printed_curly() -> None:
    rows, _content = sheet_of("L'équipe d'ici écrit 'oui'")
    assert rows[1][1].value == "L’équipe d’ici écrit 'oui'"
    content = document_bytes("Plan d'ici", "", (), (), (("Aujourd'hui", ()),), MOMENT)
    said = [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]
    assert said == ["Plan d’ici", "", "Aujourd’hui"]


def test_days_are_days_and_the_title_row_stays() -> None:
    rows, content = sheet_of("Agir")
    due = rows[1][2]
    assert due.is_date
    assert due.value == datetime(2026, 11, 24)  # noqa: DTZ001 - a workbook has no time zone
    assert due.number_format == "dd/mm/yyyy"
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert [cell.value for cell in rows[0]] == list(HEADER)
    assert sheet.column_dimensions["B"].width >= 9


def test_a_text_longer_than_a_cell_goes_on_under_it() -> None:
    text = "é" * (2 * MOST + 5)
    rows, _content = sheet_of(text, "suite")
    assert "".join(str(row[1].value) for row in rows[1:4]) == text
    assert rows[4][1].value == "suite"


def test_a_cell_is_measured_in_units_of_utf_16_and_cuts_no_character() -> None:
    text = "😀" * (MOST // 2 + 3)
    rows, _content = sheet_of(text)
    shown = [str(row[1].value) for row in rows[1:3]]
    assert "".join(shown) == text
    assert len(shown[0].encode("utf-16-le")) // 2 <= MOST


def test_what_looks_like_a_sign_of_the_format_stays_what_it_is() -> None:
    assert sheet_of("_x000D_")[0][1][1].value in ("_x000D_", "_x005F_x000D_")
    with ZipFile(BytesIO(sheet_of("_x000D_")[1])) as archive:
        assert b"_x005F_x000D_" in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_a_hostile_text_is_written_in_both(text: str) -> None:
    rows, _content = sheet_of(text)
    assert rows[1][1].data_type in ("s", "n")
    actions = ((text, ((text, text),)),)
    content = document_bytes(text, text, (text, "B", "C"), ((text, text, ""),), actions, MOMENT)
    with ZipFile(BytesIO(content)) as archive:
        document = archive.read("word/document.xml").decode()
        assert "w:hyperlink" not in document
        assert "w:instrText" not in document
        assert "w:fldSimple" not in document
    found = docx.Document(BytesIO(content))
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    if shown.strip():
        assert shown.split()[0] in found.tables[0].cell(1, 0).text


def test_a_document_says_its_title_its_language_and_repeats_its_title_row() -> None:
    rows = tuple((str(rank), f"Action {rank}", "") for rank in range(300))
    content = document_bytes("Plan 2026", "Essai", HEADER, rows,
                             (("1. Agir", (("Constat", "Vu"),)),), MOMENT)  # fmt: skip
    found = docx.Document(BytesIO(content))
    assert found.core_properties.title == "Plan 2026"
    assert found.core_properties.language == "fr-FR"
    assert [item.text for item in found.paragraphs if item.style and item.style.name == "Heading 1"]
    assert len(found.tables[0].rows) == 301
    with ZipFile(BytesIO(content)) as archive:
        assert archive.read("word/document.xml").decode().count("<w:tblHeader/>") == 1
        assert 'w:lang w:val="fr-FR"' in archive.read("word/styles.xml").decode()


def test_the_same_plan_and_moment_give_the_same_bytes() -> None:
    assert sheet_of("Agir")[1] == sheet_of("Agir")[1]
    one, other = (document_bytes("P", "E", HEADER, (), (), MOMENT) for _ in range(2))
    assert one == other


def test_a_plan_without_action_is_a_title_row() -> None:
    rows, _content = sheet_of()
    assert len(rows) == 1
