"""`cap-desktop report`, as typed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from cap_desktop import paths
from cap_desktop.cli.main import run

Capture = pytest.CaptureFixture[str]
DEMO = paths.resources() / "demo" / "deux-rives"
NEW = str(paths.questionnaires() / "cap-2026.1.0.json")
OLD = str(paths.demonstration() / "cap-2025.2.0.json")
NOW = [NEW, str(DEMO / "answers-2026.json")]
BEFORE = ["--before", OLD, str(DEMO / "answers-2025.json")]
PLAN = ["--plan", str(DEMO / "plan-2026.json")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo") / "essai"
    assert run(["demo", str(made)]) == 0
    return made


def test_a_report_is_made_from_files(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "rapport.pdf"
    named = ["--structure", str(DEMO / "structure.json")]
    assert run(["report", *NOW, *PLAN, *BEFORE, *named, "--synthesis", "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    found = PdfReader(BytesIO(out.read_bytes()))
    assert "Les Deux Rives" in found.pages[0].extract_text()
    assert "comparé à 2025" in found.pages[1].extract_text()


def test_a_report_without_plan_nor_name_is_still_a_report(tmp_path: Path) -> None:
    out = tmp_path / "rapport.html"
    assert run(["report", *NOW, "--out", str(out), "--year", "2026"]) == 0
    said = out.read_text(encoding="utf-8")
    assert "Structure sans nom" in said
    assert "Le plan n’a pas encore d’action." in said


def test_a_report_is_made_from_a_folder_of_data(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "rapport.html"
    asked = ["--data", str(folder), "--structure", "Passerelle Intérim", "--year", "2025"]
    assert run(["report", *asked, "--out", str(out)]) == 0
    said = out.read_text(encoding="utf-8")
    assert "Passerelle Intérim" in said
    assert "Évaluation terminée le 4\u00a0décembre\u00a02025." in said


def test_without_a_year_the_newest_is_reported(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    assert run(["report", "--data", str(folder), "--out", str(out)]) == 0
    assert "Plan 2026" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.txt", *NOW], "ne dit pas le format voulu"),
        (["--out", "a.pdf"], "Il manque de quoi faire le rapport"),
        (["--out", "a.pdf", NEW, "absent.json"], "absent.json"),
        (["--out", "a.pdf", *NOW, "--plan", NEW], "Le plan"),
        (["--out", "a.pdf", *NOW, "--structure", NEW], "La structure"),
        (["--out", "a.pdf", "--data", "absent"], "cap.db"),
        (NOW, "Il manque"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence(
    arguments: list[str], said: str, capsys: Capture, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(["report", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_year_that_is_not_there_is_said(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    out = str(tmp_path / "a.pdf")
    assert run(["report", "--data", str(folder), "--year", "1999", "--out", out]) == 2
    assert "1999" in capsys.readouterr().err
