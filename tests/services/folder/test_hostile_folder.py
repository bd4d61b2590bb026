"""A folder that somebody hands over: only read, whatever it holds; nothing of it is run."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cap_desktop.cli.main import run
from cap_desktop.errors import CapError, DataAltered
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import prepare, settle
from cap_desktop.storage.local.database import Database
from tests.hostile import in_time, killed, naming

PAST = Path(__file__).resolve().parents[2] / "data" / "databases"
TRIGGER = "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END"

Prints = dict[str, tuple[str, int]]


def _prints(folder: Path) -> Prints:
    """Every name of a folder, the bytes under it, and the moment it was last written."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def key(tmp_path: Path, demonstration: Path) -> Path:
    """The folder of somebody, beside a document of the person and a folder for a copy."""
    shutil.copytree(demonstration, tmp_path / "cle")
    (tmp_path / "document.txt").write_text("mes notes")
    return tmp_path / "cle"


def _bring(folder: Path) -> object:
    here = DataFolder(folder.with_name("ici"))
    return in_time(lambda: settle(prepare(folder, here), here))


def _report(folder: Path) -> object:
    out = folder.with_name("rapport.html")
    return in_time(lambda: run(["report", "--data", str(folder), "--out", str(out)]))


def _killed(folder: Path) -> None:
    killed(folder / "cap.db")


def _named(folder: Path) -> None:
    naming(killed(folder / "cap.db"), folder.with_name("document.txt"))


def _named_copy(folder: Path) -> None:
    """Only a dated copy is there, with such a journal beside it."""
    (folder / "copies").mkdir(exist_ok=True)
    copy = folder / "copies" / "cap-2026-11-20.db"
    shutil.move(folder / "cap.db", copy)
    naming(killed(copy), folder.with_name("document.txt"))


def _wal(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "cap.db", isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = WAL")


def _former(folder: Path) -> None:
    shutil.copy(PAST / "v0001.db", folder / "cap.db")


def _trigger(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "cap.db", isolation_level=None)) as file:
        file.execute(TRIGGER)


def _linked_journal(folder: Path) -> None:
    (folder / "cap.db-journal").unlink(missing_ok=True)
    (folder / "cap.db-journal").symlink_to(folder.with_name("document.txt"))


HOSTILE = (_named, _trigger, _linked_journal)
USABLE = (_killed, _wal, _former)


@pytest.mark.parametrize("act", [_bring, _report])
@pytest.mark.parametrize("make", [*HOSTILE, *USABLE, _named_copy])
def test_nothing_is_written_or_deleted_anywhere_but_here(
    key: Path, make: Callable[[Path], None], act: Callable[[Path], object]
) -> None:
    make(key)
    before = _prints(key)
    act(key)
    assert _prints(key) == before
    assert key.with_name("document.txt").read_text() == "mes notes"


@pytest.mark.parametrize("make", USABLE)
def test_what_a_kill_or_a_former_program_left_is_read_all_the_same(
    key: Path, make: Callable[[Path], None]
) -> None:
    make(key)
    assert _report(key) == 0
    assert key.with_name("rapport.html").stat().st_size > 1000
    assert _bring(key) is None
    Database(key.with_name("ici") / "cap.db").close()


@pytest.mark.parametrize("make", HOSTILE)
def test_what_is_hostile_is_refused_in_french(
    key: Path, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    make(key)
    refused = _bring(key)
    assert isinstance(refused, CapError)
    if make is not _linked_journal:
        assert isinstance(refused, DataAltered)
    assert not (key.with_name("ici") / "cap.db").exists()
    assert _report(key) not in (0, 1)
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "cap.db" in said
    assert not key.with_name("rapport.html").exists()


def test_a_pipe_in_the_place_of_the_data_or_of_a_copy_is_not_waited_for(key: Path) -> None:
    (key / "cap.db").unlink()
    (key / "copies").mkdir(exist_ok=True)
    os.mkfifo(key / "copies" / "cap-2026-11-20.db")
    assert isinstance(_bring(key), CapError)
    os.mkfifo(key / "cap.db")
    assert isinstance(_bring(key), CapError)
    assert _report(key) not in (0, 1)
