"""What keeps a database from being opened is told apart: a lock, a refusal, damage, nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from sqlalchemy import Connection

from cap_desktop.errors import NotOpened, NotSaved
from cap_desktop.notices.errors import notice
from cap_desktop.storage.file.connect import address
from cap_desktop.storage.file.database_file import schema_of
from cap_desktop.storage.local.database import DRAFT, Database
from cap_desktop.storage.local.start import first_look
from cap_desktop.storage.local.start_rows import start_rows
from cap_desktop.storage.local.upgrade import upgrade


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "cap.db"
    Database(made).close()
    return made


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield path
        other.execute("ROLLBACK")


def test_a_lock_is_no_damage_and_passes(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cap_desktop.storage.file.connect.BUSY_SECONDS", 0.05)
    with pytest.raises(NotOpened) as found:
        Database(locked)
    assert found.value.cause == "locked"
    said = notice(found.value)
    assert "un autre programme utilise le fichier" in said
    assert "Réessayez" in said
    assert "copie" not in said


def test_the_window_does_not_wait_for_a_lock(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[int] = []
    real = sqlite3.connect

    def connect(path: str, **options: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = real(path, **options)
        (milliseconds,) = made.execute("PRAGMA busy_timeout").fetchone()
        waits.append(milliseconds)
        return made

    monkeypatch.setattr(sqlite3, "connect", connect)
    assert first_look(locked) is None
    assert start_rows(locked) is None
    assert len(waits) == 2
    assert sum(waits) < 2000


def test_a_file_the_system_refuses_is_neither_damaged_nor_new(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(NotOpened) as found:
        schema_of(path)
    assert found.value.cause == "denied"
    assert "l’accès au fichier est refusé" in notice(found.value)


def test_a_shared_folder_is_written_as_sqlite_reads_it() -> None:
    shared = PureWindowsPath(r"\\serveur\partage commun\cap.db")
    assert address(shared, "ro") == "file:////serveur/partage%20commun/cap.db?mode=ro"
    assert address(PureWindowsPath(r"C:\cap.db"), "ro") == "file:///C:/cap.db?mode=ro"
    assert address(PurePosixPath("/a?b/cap.db"), "rw") == "file:///a%3Fb/cap.db?mode=rw"


@pytest.mark.parametrize("name", ["a?b", "a%20b", "a#b", "é ü'", "a?mode=memory"])
def test_a_folder_of_any_name_keeps_its_data(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    database = Database(folder / "cap.db")
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    database.close()
    assert [item.name for item in tmp_path.iterdir()] == [name]
    assert [item.name for item in folder.glob("*.db")] == ["cap.db"]
    again = Database(folder / "cap.db")
    with again.begin() as tx:
        assert len(tx.journal.lines()) == 1
    again.close()


# --- A first start that is cut ---------------------------------------------------------------


def test_a_new_database_has_no_name_before_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cap.db"
    seen: list[list[str]] = []

    def looked_at(connection: Connection) -> None:
        upgrade(connection)
        seen.append([item.name for item in tmp_path.glob("*") if item == path])

    monkeypatch.setattr("cap_desktop.storage.local.database.upgrade", looked_at)
    Database(path).close()
    assert seen == [[]]
    assert schema_of(path)
    assert [item.name for item in tmp_path.iterdir()] == ["cap.db"]


def test_what_a_kill_left_of_a_first_start_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "cap.db"
    (tmp_path / f".cap.db{DRAFT}").write_bytes(b"half")
    (tmp_path / f".cap.db{DRAFT}-journal").write_bytes(b"half")
    Database(path).close()
    assert [item.name for item in tmp_path.iterdir()] == ["cap.db"]


def test_the_journal_of_a_database_that_is_gone_undoes_nothing(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = TRUNCATE")
        file.execute("BEGIN IMMEDIATE")
        file.execute("INSERT INTO journal (at, what, about) VALUES ('1', 'x', 'y')")
        file.execute("PRAGMA cache_spill = 1")
        left = (tmp_path / "cap.db-journal").read_bytes()
        file.execute("ROLLBACK")
    path.unlink()
    (tmp_path / "cap.db-journal").write_bytes(left or b"left")
    Database(path).close()
    again = Database(path)
    with again.begin() as tx:
        assert tx.journal.lines() == ()
    again.close()


# --- Copies ----------------------------------------------------------------------------------


def test_a_file_that_vanished_is_not_copied_nor_made_anew(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    path.unlink()
    with pytest.raises(NotSaved) as found:
        database.copy_to(tmp_path / "copie.db")
    database.close()
    assert found.value.cause == "moved"
    assert list(tmp_path.glob("*.db")) == []
