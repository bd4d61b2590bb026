"""A folder without a database is a first launch only where none was there before."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.errors import DatabaseDamaged, DatabaseGone, OnlyRemains
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.first_launch import (
    is_first_launch,
    require_data_or_none,
    upgrade_copies,
)
from cap_desktop.services.folder.former_data import restore_file
from cap_desktop.services.folder.opened_folder import begin_anew
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


# --- Only remains ----------------------------------------------------------------------------

PAST = Path(__file__).resolve().parents[2] / "data" / "databases"


def _evidence(folder: Path) -> None:
    (folder / "preuves" / "ab").mkdir(parents=True)
    (folder / "preuves" / "ab" / "abcd").write_bytes(b"x")


def _upgrade(folder: Path) -> None:
    shutil.copy(PAST / "v0003.db", folder / "cap-avant-0004.db")


def _closed(folder: Path) -> None:
    # What the system refuses to list, whoever asks: its name is longer than it takes.
    (folder / "copies").symlink_to(folder / ("x" * 300))


@pytest.mark.parametrize(
    ("leave", "said"),
    [
        (_evidence, "des preuves"),
        (_upgrade, "la copie faite avant une mise à jour"),
        (_closed, "un dossier de copies qui ne s’ouvre pas"),
    ],
)
def test_what_is_left_of_data_is_no_first_launch_and_one_may_begin_all_the_same(
    tmp_path: Path, leave: Callable[[Path], None], said: str
) -> None:
    folder = DataFolder(tmp_path)
    assert is_first_launch(folder)
    leave(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert not is_first_launch(folder)
    with pytest.raises(OnlyRemains) as found:
        require_data_or_none(folder)
    assert f"il y reste {said}." in notice(found.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    begin_anew(folder)
    require_data_or_none(folder)
    assert set(before) < {path.name for path in tmp_path.iterdir()}


def test_the_copy_that_an_upgrade_made_is_restored(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    _upgrade(tmp_path)
    (tmp_path / "cap-avant-0005.db").write_bytes(b"half")
    ((copy, answers),) = upgrade_copies(folder)
    assert (copy.name, answers > 0) == ("cap-avant-0004.db", True)
    assert restore_file(folder, copy, DAY) is None
    require_data_or_none(folder)
    database = Database(folder.database)
    with database.begin() as tx:
        assert tx.structures.all()
    database.close()
    assert copy.exists()


def test_several_remains_are_said_together(tmp_path: Path) -> None:
    _evidence(tmp_path)
    _upgrade(tmp_path)
    with pytest.raises(OnlyRemains) as found:
        require_data_or_none(DataFolder(tmp_path))
    assert "des preuves et la copie faite avant une mise à jour" in notice(found.value)
