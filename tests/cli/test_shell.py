"""What the command line owes to its shell: its version, commands as it writes them, its pipes."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cap_desktop import __version__
from cap_desktop.cli.demo import opening, typed
from cap_desktop.cli.main import run
from cap_desktop.cli.output import console, nested, table
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


def test_the_version_is_told_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"CAP Desktop {__version__}\n"


@pytest.mark.skipif(os.name == "nt", reason="another shell")
def test_a_folder_with_spaces_is_typed_as_one_word() -> None:
    folder = Path("/tmp/l'été 2026")
    assert shlex.split(typed("cap-desktop", folder)) == ["cap-desktop", str(folder)]
    (line,) = opening(folder)
    assert shlex.split(line) == [f"CAP_DESKTOP_DATA={folder}", "cap-desktop"]


def test_windows_is_told_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("essai")
    monkeypatch.setattr("cap_desktop.cli.demo.os.name", "nt")
    said = opening(folder)
    monkeypatch.undo()
    assert said == ('set "CAP_DESKTOP_DATA=essai"', "cap-desktop")


def test_the_second_line_of_a_long_name_stands_under_the_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = table("Thèmes")
    rows.add_row(nested("Accueil " * 20, 2))
    console().print(rows)
    lines = [line for line in capsys.readouterr().out.splitlines() if "Accueil" in line]
    assert len(lines) > 1
    assert all(line.startswith("     Accueil") for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_who_leaves_is_no_failure() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "cap_desktop", "questionnaire", "schema"],
        cwd=ROOT,
        check=False,
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
