"""An upgrade, or a first database, that fails: nothing is half done, and it is said as it is."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from cap_desktop.errors import NotSaved, UpgradeFailed
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from cap_desktop.storage.file.connect import DURABLE
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.upgrade import upgrade

PAST = Path(__file__).resolve().parents[2] / "data" / "databases"


def _cut_short(connection: Connection) -> None:
    """All the migrations, then what none of them foresaw."""
    upgrade(connection)
    connection.exec_driver_sql("INSERT INTO journal (no_such_column) VALUES (1)")


@pytest.mark.parametrize("past", sorted(PAST.glob("*.db")), ids=lambda path: path.stem)
def test_a_migration_that_fails_leaves_the_database_as_it_was(
    past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = DataFolder(tmp_path).database
    shutil.copy(past, path)
    with monkeypatch.context() as patch:
        patch.setattr("cap_desktop.storage.local.database.upgrade", _cut_short)
        with pytest.raises(UpgradeFailed) as found:
            Database(path)
    assert path.read_bytes() == past.read_bytes()
    assert found.value.backup.is_file()
    assert found.value.backup.name in notice(found.value)
    # Nothing stands in the way of an upgrade that works.
    Database(path).close()


def test_a_first_database_that_cannot_be_made_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = DataFolder(tmp_path).database
    monkeypatch.setattr(
        "cap_desktop.storage.local.database.DURABLE", {**DURABLE, "max_page_count": 2}
    )
    with pytest.raises(NotSaved) as found:
        Database(path)
    assert found.value.cause == "full"
    assert list(tmp_path.iterdir()) == []


def test_a_first_database_whose_folder_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved) as found:
        Database(DataFolder(tmp_path / "file" / "data").database)
    assert found.value.cause == "failed"


def test_the_databases_of_the_past_are_no_newer_for_having_been_read() -> None:
    for past in PAST.glob("*.db"):
        with closing(sqlite3.connect(f"{past.as_uri()}?mode=ro", uri=True)) as file:
            assert file.execute("PRAGMA user_version").fetchone() == (int(past.stem[1:]),)
