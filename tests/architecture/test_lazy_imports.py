"""The command line starts light: what it does not need is not imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTIONNAIRE = str(ROOT / "questionnaires" / "cap-2026.1.0.json")
ANSWERS = str(ROOT / "resources" / "demo" / "deux-rives" / "answers-2026.json")
HEAVY = {"PySide6", "shiboken6", "reportlab", "sqlalchemy", "alembic", "openpyxl", "docx"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["score", "--help"],
        ["report", "--help"],
        ["score", QUESTIONNAIRE, ANSWERS],
        ["questionnaire", "check", QUESTIONNAIRE],
    ],
    ids=["help", "help of score", "help of report", "score", "check"],
)
def test_a_command_imports_neither_qt_nor_pdf_nor_sql(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cap_desktop", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stderr.splitlines()
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
    assert "cap_desktop" in imported
    assert imported & HEAVY == set()


def test_help_does_not_even_build_the_models() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cap_desktop", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "pydantic" not in done.stderr
