"""Answers that went out as a workbook come back the same, whoever filled it and with what."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.exchange.answer_workbook.preview import foresee
from cap_desktop.exchange.answer_workbook.reading import WorkbookReading, read_answer_workbook
from cap_desktop.exchange.answer_workbook.writing import Asked, answer_workbook
from cap_desktop.notices.problems import line
from tests.builders import Tree, questionnaire, raw, sheet
from tests.cases import folder, load
from tests.exchange.every_kind import EVERY_KIND, GIVEN, OF, SHEET, same, settled
from tests.exchange.random_answers import random_sheet
from tests.length import IS_LONG
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
MOMENT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
SHEETS = 300 if IS_LONG else 40


def _installed(path: Path) -> Questionnaire:
    found = read_questionnaire(path.read_bytes()).scorable
    assert found is not None
    return found


def _of_case(name: str) -> Questionnaire:
    found = read_questionnaire(raw(load(folder() / "scoring" / name)["questionnaire"])).scorable
    assert found is not None
    return found


def _all() -> dict[str, Questionnaire]:
    return {
        "cap": _installed(ROOT / "questionnaires" / "cap-2026.1.0.json"),
        "S33": _of_case("S33.json"),
        "S25": _of_case("S25.json"),
        "every kind": questionnaire(EVERY_KIND),
    }


def out_and_in(of: Questionnaire, given: AnswerSheet, short: str = "") -> WorkbookReading:
    return read_answer_workbook(answer_workbook(Asked(of, given, short), MOMENT), of)


@pytest.mark.parametrize("name", _all())
def test_what_went_out_comes_back_the_same(name: str) -> None:
    of, rng = _all()[name], random.Random(2026)
    for _time in range(SHEETS // 4):
        given = random_sheet(of, rng)
        reading = out_and_in(of, given)
        same(of, given, reading)
        assert reading.notes == ()


@pytest.mark.parametrize("text", ["é" * 70_000, "😀" * 40_000, "_x000D_" * 9_000])
def test_a_text_longer_than_a_cell_goes_on_in_the_rows_under_it(text: str) -> None:
    given = sheet(EVERY_KIND, {"texte": {"value": text, "comment": "Vu"}, "niveau": "n1"})
    content = answer_workbook(Asked(OF, given), MOMENT)
    page = openpyxl.load_workbook(BytesIO(content))["Partie"]
    texts = [cell.value for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert max(len(value.encode("utf-16-le")) // 2 for value in texts) <= 32_767
    same(OF, given, read_answer_workbook(content, OF))


def test_a_short_version_asks_what_it_asks_and_comes_back_as_one() -> None:
    of = _all()["cap"]
    reading = out_and_in(of, AnswerSheet(), "express")
    assert reading.short == "express"
    tagged = {name for name, item in of.outline.by_id.items() if "express" in item.question.tags}
    assert tagged
    assert reading.places.keys() - {theme.id for theme in of.outline.themes()} >= tagged
    assert reading.places.keys() & of.outline.by_id.keys() == tagged


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this computer")
@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_libreoffice_opens_it_and_saves_it_without_a_loss(tmp_path: Path, ending: str) -> None:
    assert OFFICE is not None
    rng = random.Random(7)
    cases = [(of, random_sheet(of, rng)) for of in _all().values()]
    for rank, (of, given) in enumerate(cases):
        content = answer_workbook(Asked(of, given), MOMENT)
        (tmp_path / f"{rank}.xlsx").write_bytes(content)
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", ending, "--outdir", str(tmp_path / "saved"),
         *(str(tmp_path / f"{rank}.xlsx") for rank in range(len(cases)))],
        check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    for rank, (of, given) in enumerate(cases):
        saved = (tmp_path / "saved" / f"{rank}.{ending}").read_bytes()
        same(of, given, read_answer_workbook(saved, of))


# A workbook that somebody changed by hand.

COLUMNS = {"reponse": "D", "sans": "F", "raison": "G", "comment": "I", "importance": "L"}


def opened() -> Workbook:
    return openpyxl.load_workbook(BytesIO(answer_workbook(Asked(OF, SHEET), MOMENT)))


def row_of(page: Worksheet, key: str) -> int:
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == key)


def put(page: Worksheet, key: str, column: str, value: Any) -> str:
    place = f"{COLUMNS[column]}{row_of(page, key)}"
    page[place] = value
    return f"{page.title}!{place}"


def read_again(book: Workbook) -> WorkbookReading:
    file = BytesIO()
    book.save(file)
    return read_answer_workbook(file.getvalue(), OF)


@pytest.mark.parametrize(
    ("key", "column", "value", "words"),
    [
        ("niveau", "reponse", "Super", "n’est pas dans la liste"),
        ("niveau", "reponse", "=1+1", "contient une formule"),
        ("niveau", "sans", "Je ne sais pas", "à la fois"),
        ("niveau", "sans", "Peut-être", "pourquoi la réponse manque"),
        ("chiffre", "reponse", "douze", "n’est pas un nombre"),
        ("chiffre", "reponse", date(2026, 2, 1), "n’est pas un nombre"),
        ("chiffre", "reponse", 0.1234567, "six après"),
        ("entier", "reponse", 3.5, "nombre entier"),
        ("entier", "reponse", 501, "hors des limites"),
        ("part", "reponse", 0.75, "lignes du dessous"),
        ("part/den", "reponse", None, "l’un des deux nombres"),
        ("plusieurs/aucun", "reponse", "x", "exclut les autres"),
        ("plusieurs/num", "reponse", "peut-être", "cochée"),
        ("jour", "reponse", "31/02/2026", "n’est pas un jour"),
        ("texte", "importance", "4", "valeurs possibles"),
        ("un", "sans", "Non applicable", "n’accepte pas"),
        ("un", "raison", "1. Trop tôt", "n’est pas dans la liste"),
    ],
)
def test_a_refusal_names_the_sheet_and_the_cell(
    key: str, column: str, value: object, words: str
) -> None:
    book = opened()
    place = put(book["Partie"], key, column, value)
    reading = read_again(book)
    said = [line(problem) for problem in reading.problems]
    assert len(said) == 1
    assert said[0].startswith((f"{place} : ", f"{place[:-2]}"))
    assert words in said[0]
    assert any(problem.place.startswith("Partie!") for problem in reading.problems)


@pytest.mark.parametrize(
    ("key", "column", "value", "expected"),
    [
        ("niveau", "reponse", 3, {"niveau": "n2"}),
        ("niveau", "reponse", "niveau 4", {"niveau": "n4"}),
        ("niveau", "reponse", "N0", {"niveau": "n0"}),
        ("ouinon", "reponse", True, {"ouinon": "yes"}),
        ("ouinon", "reponse", "NON", {"ouinon": "no"}),
        ("un", "reponse", "Rien", {"un": "b"}),
        ("chiffre", "reponse", "1 250,50 points", {"chiffre": "1250.5"}),
        ("plusieurs/num", "reponse", True, {"plusieurs": ["suite", "num"]}),
        ("jour", "reponse", "1er mars 2025", {"jour": "2025-03-01"}),
        ("jour", "reponse", date(2025, 3, 2), {"jour": "2025-03-02"}),
        ("texte", "reponse", 2026, {"texte": {"value": "2026", "comment": "Vu"}}),
        ("texte", "reponse", date(2025, 3, 2), {"texte": {"value": "02/03/2025", "comment": "Vu"}}),
        ("texte", "comment", None, {"texte": "Bien"}),
        ("un", "sans", "ne sait pas", {"un": {"unknown": True}}),
    ],
)
def test_what_people_type_is_understood(
    key: str, column: str, value: object, expected: Tree
) -> None:
    book = opened()
    put(book["Partie"], key, column, value)
    wanted = sheet(EVERY_KIND, GIVEN | expected, {"structure_type": ["aci"]})
    same(OF, wanted, read_again(book))


def test_a_percentage_is_one_only_where_the_unit_is() -> None:
    book = opened()
    put(book["Partie"], "chiffre", "reponse", 0.45)
    book["Partie"][f"D{row_of(book['Partie'], 'chiffre')}"].number_format = "0%"
    (problem,) = read_again(book).problems
    assert "pourcentage" in line(problem)


def _renamed(book: Workbook) -> None:
    book["Partie"].title = "Parti"


def _column(book: Workbook) -> None:
    book["Partie"]["D1"] = "reponce"


def _no_key(book: Workbook) -> None:
    book["Partie"].delete_cols(1)


def _twice(book: Workbook) -> None:
    page = book["Partie"]
    page.append(["niveau", None, None, "1. Niveau 0"])


def _unknown_row(book: Workbook) -> None:
    book["Partie"].append(["niveaux", None, None, "1"])


def _no_profile(book: Workbook) -> None:
    del book["Profil"]


def _merged(book: Workbook) -> None:
    book["Partie"].merge_cells("D5:D6")


def _other_version(book: Workbook) -> None:
    page = book["Profil"]
    page.cell(row_of(page, "questionnaire/version"), 3).value = "9.0.0"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_renamed, "Feuille inconnue « Parti ». Vouliez-vous dire « Partie » ?"),
        (_column, "Partie!D1 : Colonne inconnue « reponce ». Vouliez-vous dire « reponse » ?"),
        (_no_key, "Partie!A1 : La colonne « cle » manque"),
        (_twice, "La ligne « niveau » est là deux fois, aussi en Partie!A4"),
        (_unknown_row, "Vouliez-vous dire « niveau » ?"),
        (_no_profile, "La feuille « Profil » manque."),
        (_merged, "Partie!D5 : Des cellules sont fusionnées"),
        (_other_version, "Profil!C5 : Ces réponses sont pour « 9.0.0 »"),
    ],
)
def test_a_workbook_of_another_shape_is_refused(
    change: Callable[[Workbook], None], words: str
) -> None:
    book = opened()
    change(book)
    said = "\n".join(line(problem) for problem in read_again(book).problems)
    assert words in said.replace("\u00a0", " ") or words in said


def test_what_is_hidden_rich_or_beside_is_told() -> None:
    book = opened()
    page = book["Partie"]
    page.row_dimensions[row_of(page, "niveau")].hidden = True
    page.column_dimensions["I"].hidden = True
    page[f"I{row_of(page, 'texte')}"] = CellRichText("V", TextBlock(InlineFont(b=True), "u"))
    page["Z5"] = "à moi"
    reading = read_again(book)
    same(OF, SHEET, reading)
    assert {note.case for note in reading.notes} == {
        "hidden_row",
        "hidden_column",
        "rich",
        "beside",
    }


def test_rows_and_columns_may_stand_in_another_order_and_pages_may_lack() -> None:
    book = opened()
    page = book["Partie"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    page.delete_rows(1, page.max_row)
    for row in (rows[0], *reversed(rows[2:])):
        page.append(list(reversed(row)))
    same(OF, SHEET, read_again(book))


# What a window shows before anything changes.


def test_a_preview_sets_each_answer_beside_that_of_now() -> None:
    now = sheet(EVERY_KIND, {"niveau": "n2", "ouinon": "no", "un": "a", "entier": "5"},
                {"structure_type": ["ai"]}, importance={"t": 1, "niveau": 3})  # fmt: skip
    book = opened()
    put(book["Partie"], "entier", "reponse", "plein")
    put(book["Partie"], "niveau", "importance", "2")
    found = foresee(read_again(book), now, OF)
    effects = {item.question: item.effect for item in found.answers}
    assert effects == {
        "niveau": "same", "ouinon": "changed", "un": "erased", "plusieurs": "new",
        "chiffre": "new", "part": "new", "texte": "new", "jour": "new",
    }  # fmt: skip
    assert [line(problem)[:9] for problem in found.refused] == ["Partie!D1"]
    assert [(item.target, item.before, item.after) for item in found.importance] == [
        ("t", 1, None),
        ("niveau", 3, 2),
    ]
    assert found.sheet.of("entier") == now.of("entier")
    assert found.sheet.of("un") == Answer()
    assert found.sheet.importance == {"niveau": 2}
    assert not found.changes_nothing


def test_what_has_no_row_stays_as_it_is_and_the_same_changes_nothing() -> None:
    book = opened()
    page = book["Partie"]
    page.delete_rows(row_of(page, "texte"))
    found = foresee(read_again(book), SHEET, OF)
    assert found.changes_nothing
    assert settled(OF, found.sheet) == settled(OF, SHEET)
