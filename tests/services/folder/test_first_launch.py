"""A folder without a database is a first launch only where none was there before."""

from datetime import date
from pathlib import Path

import pytest

from cap_desktop.errors import DatabaseDamaged, DatabaseGone
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.first_launch import require_data_or_none
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.storage.local.database import Database

DAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of data with a safety copy."""
    database = Database(DataFolder(tmp_path).database)
    keep_daily_copy(database, DataFolder(tmp_path), DAY)
    database.close()
    return tmp_path


def test_data_that_are_gone_are_named_while_their_copies_are_there(folder: Path) -> None:
    require_data_or_none(DataFolder(folder))
    DataFolder(folder).database.unlink()
    with pytest.raises(DatabaseGone) as found:
        require_data_or_none(DataFolder(folder))
    said = notice(found.value).replace("\u00a0", " ")
    assert "Le fichier « cap.db » n’est plus dans son dossier" in said
    assert "copie" in said
    assert not DataFolder(folder).database.exists()


def test_a_copy_that_cannot_be_restored_holds_nobody_up(folder: Path) -> None:
    DataFolder(folder).database.unlink()
    DataFolder(folder).copy_of(DAY).write_bytes(b"half a copy")
    require_data_or_none(DataFolder(folder))


def test_an_empty_folder_is_a_first_launch(tmp_path: Path) -> None:
    require_data_or_none(DataFolder(tmp_path / "absent"))


def test_what_a_kill_left_of_a_first_launch_is_begun_anew(tmp_path: Path) -> None:
    DataFolder(tmp_path).database.touch()
    (tmp_path / "cap.db-journal").write_bytes(b"left")
    require_data_or_none(DataFolder(tmp_path))
    Database(DataFolder(tmp_path).database).close()


@pytest.mark.parametrize("beside", ["copies/cap-2026-11-23.db", "preuves/ab/abcd"])
def test_an_empty_database_beside_other_data_is_damage(tmp_path: Path, beside: str) -> None:
    DataFolder(tmp_path).database.touch()
    (tmp_path / beside).parent.mkdir(parents=True)
    (tmp_path / beside).write_bytes(b"x")
    require_data_or_none(DataFolder(tmp_path))
    with pytest.raises(DatabaseDamaged):
        Database(DataFolder(tmp_path).database)
