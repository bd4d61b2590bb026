"""`cap-desktop answers`: out to a workbook, and back, as a person types it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from cap_desktop.cli.main import run
from tests.builders import answers, maturity, raw, theme, tree, yesno
from tests.patience import PATIENCE

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]
OF = tree(theme("t", maturity("q_a"), yesno("q_b", tags=["express"])))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    given = answers(OF, {"q_a": "n1", "q_b": {"unknown": True, "comment": "À voir"}})
    (tmp_path / "q.json").write_bytes(raw(OF))
    (tmp_path / "a.json").write_bytes(raw(given))
    (tmp_path / "short.json").write_bytes(raw(answers(OF, {"q_b": "yes"}, short="express")))
    (tmp_path / "other.json").write_bytes(raw(answers(OF, {"q_b": "yes"}, short="autre")))
    names = ("q.json", "a.json", "short.json", "other.json", "a.xlsx", "back.json")
    return {name: str(tmp_path / name) for name in names}


def _out(files: dict[str, str], given: str = "a.json") -> int:
    return run(["answers", "to-xlsx", files["q.json"], files[given], "--out", files["a.xlsx"]])


def _back(files: dict[str, str]) -> int:
    return run(["answers", "from-xlsx", files["q.json"], files["a.xlsx"], "--out",
                files["back.json"]])  # fmt: skip


def test_answers_go_out_and_come_back(files: dict[str, str], capsys: Capture) -> None:
    assert (_out(files), _back(files)) == (0, 0)
    back = json.loads(Path(files["back.json"]).read_text(encoding="utf-8"))
    assert back == json.loads(Path(files["a.json"]).read_text(encoding="utf-8"))
    assert "2 réponses lues." in capsys.readouterr().out


def test_a_short_version_comes_back_as_one(files: dict[str, str]) -> None:
    assert (_out(files, "short.json"), _back(files)) == (0, 0)
    back = json.loads(Path(files["back.json"]).read_text(encoding="utf-8"))
    assert back["short"] == "express"
    assert back["answers"] == {"q_b": {"value": "yes"}}
    assert "q_a" not in [
        cell.value for cell in openpyxl.load_workbook(files["a.xlsx"])["Partie"]["A"]
    ]


def test_a_tag_that_marks_no_question_is_refused(files: dict[str, str], capsys: Capture) -> None:
    assert _out(files, "other.json") == 2
    assert "« autre »" in capsys.readouterr().err.replace("\u00a0", " ")
    assert not Path(files["a.xlsx"]).exists()


def test_each_refused_cell_is_named_and_nothing_is_written(
    files: dict[str, str], capsys: Capture
) -> None:
    assert _out(files) == 0
    book = openpyxl.load_workbook(files["a.xlsx"])
    book["Partie"]["D4"], book["Partie"]["D5"] = "peut-être", "=1+1"
    book.save(files["a.xlsx"])
    capsys.readouterr()
    assert _back(files) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Partie!D4" in said.err
    assert "Partie!D5" in said.err
    assert not Path(files["back.json"]).exists()


def test_what_to_know_is_said_beside(files: dict[str, str], capsys: Capture) -> None:
    assert _out(files) == 0
    book = openpyxl.load_workbook(files["a.xlsx"])
    book["Partie"].row_dimensions[4].hidden = True
    book.save(files["a.xlsx"])
    assert _back(files) == 0
    assert "Partie!A4" in capsys.readouterr().err


def test_another_ending_is_refused(files: dict[str, str], capsys: Capture) -> None:
    to = files["a.xlsx"].replace(".xlsx", ".ods")
    assert run(["answers", "to-xlsx", files["q.json"], files["a.json"], "--out", to]) == 2
    assert ".xlsx" in capsys.readouterr().err


def test_reading_a_workbook_needs_no_library_of_workbooks(files: dict[str, str]) -> None:
    assert _out(files) == 0
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cap_desktop", "answers", "from-xlsx",
         files["q.json"], files["a.xlsx"], "--out", files["back.json"]],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=PATIENCE,
    )  # fmt: skip
    assert "openpyxl" not in done.stderr


@pytest.mark.parametrize("arguments", [["answers"], ["answers", "to-xlsx"]])
def test_help_is_in_french(arguments: list[str], capsys: Capture) -> None:
    assert run([*arguments, "--help"]) == 0
    assert "Utilisation" in capsys.readouterr().out
