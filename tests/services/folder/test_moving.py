"""Data that move are in the old folder or in the new one, whatever happens on the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.errors import DataNotMoved, FormerFolderKept
from cap_desktop.paths import DataFolder, PointerUnreadError, led_from
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.folder.moving import move, plan_move, remove_former
from cap_desktop.storage.file.row_print import row_print
from tests.folders import clock
from tests.killed import run_killed
from tests.services.folder.former import prints
from tests.services.folder.seeded import GOES, STAYS, files_with, seeded

ROOT = Path(__file__).parents[3]


@pytest.fixture
def home(tmp_path: Path) -> DataFolder:
    """The folder of the system, which holds the data."""
    folder = DataFolder(tmp_path / "systeme")
    seeded(folder)
    return folder


def _move(home: DataFolder, target: Path) -> None:
    move(led_from(home), target, lambda _done, _all: None)


def _cause(home: DataFolder, target: Path) -> str:
    with pytest.raises(DataNotMoved) as told:
        plan_move(led_from(home), target)
    return told.value.cause


def test_all_of_it_is_copied_and_opened_there(home: DataFolder, tmp_path: Path) -> None:
    before, target = prints(home.path), tmp_path / "neuf" / "cap"
    rows = row_print(home.database)
    _move(home, target)
    where = led_from(home)
    assert where.folder.path == target
    assert where.former == home.path
    assert row_print(target / "cap.db") == rows
    after = prints(target)
    changing = {"cap.db", "cap.db-journal"}  # empty, in the old one
    assert {name for name in before if not name.startswith("preuves/.ouvertes")} - changing == (
        after.keys() - changing
    )
    assert all(after[name][0] == before[name][0] for name in after.keys() - changing)
    assert not DataFolder(target).moving.exists()
    assert {name: prints(home.path)[name] for name in before} == before  # it stays as it was
    data = LocalData(where.folder, clock, where)
    years = data.open().assessments
    assert len(years.structures()) == 2
    data.close()


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
def test_what_was_moved_is_for_this_person_alone(home: DataFolder, tmp_path: Path) -> None:
    _move(home, tmp_path / "neuf")
    for path in (tmp_path / "neuf", *(tmp_path / "neuf").rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_folder_that_cannot_be_is_refused_with_its_reason(
    home: DataFolder, tmp_path: Path
) -> None:
    full = tmp_path / "plein"
    full.mkdir()
    (full / "photo.jpg").write_bytes(b"x")
    assert _cause(home, full) == "not_empty"
    assert _cause(home, home.path) == "same"
    assert _cause(home, home.path / "dedans") == "inside"
    (tmp_path / "lien").symlink_to(home.path)
    assert _cause(home, tmp_path / "lien") == "same"
    assert _cause(home, tmp_path / "lien" / "dedans") == "inside"
    assert prints(full).keys() == {"photo.jpg"}
    with pytest.raises(DataNotMoved) as told:
        plan_move(led_from(home)._replace(home=None), tmp_path / "neuf")
    assert told.value.cause == "fixed"


@pytest.mark.usefixtures("refusing_rights")
def test_a_folder_that_is_read_only_is_refused(home: DataFolder, tmp_path: Path) -> None:
    closed = tmp_path / "ferme"
    closed.mkdir(0o500)
    assert _cause(home, closed) == "denied"


def test_a_disk_without_room_is_refused(
    home: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    assert _cause(home, tmp_path / "neuf") == "small"


@pytest.mark.parametrize(
    ("name", "service"),
    [("OneDrive - Les Rives", "OneDrive"), ("Dropbox", "Dropbox"), ("Documents", "")],
)
def test_a_folder_that_is_sent_elsewhere_is_told(
    home: DataFolder, tmp_path: Path, name: str, service: str
) -> None:
    assert plan_move(led_from(home), tmp_path / name / "cap").service == service


def test_the_former_folder_is_removed_once_asked_and_what_is_not_ours_stays(
    home: DataFolder, tmp_path: Path
) -> None:
    (home.path / "lisez-moi.txt").write_text("à quelqu’un")
    _move(home, tmp_path / "neuf")
    where = remove_former(led_from(home))
    assert where.former is None
    assert {path.name for path in home.path.iterdir()} == {"emplacement.json", "lisez-moi.txt"}
    assert led_from(home) == where
    assert files_with(GOES, home.path) == set()


def test_the_data_may_come_back_and_nothing_says_that_they_left(
    home: DataFolder, tmp_path: Path
) -> None:
    rows = row_print(home.database)
    _move(home, tmp_path / "neuf")
    remove_former(led_from(home))
    _move(home, home.path)
    where = led_from(home)
    assert (where.folder, where.is_moved) == (home, False)
    remove_former(where)
    assert not home.pointer.exists()
    assert not (tmp_path / "neuf").exists()
    assert row_print(home.database) == rows


def test_the_former_folder_is_kept_where_the_new_one_is_away(
    home: DataFolder, tmp_path: Path
) -> None:
    _move(home, tmp_path / "neuf")
    (tmp_path / "neuf").rename(tmp_path / "parti")
    with pytest.raises(FormerFolderKept):
        remove_former(led_from(home))
    assert home.database.is_file()


def test_nothing_moves_twice_before_the_former_folder_is_settled(
    home: DataFolder, tmp_path: Path
) -> None:
    _move(home, tmp_path / "neuf")
    assert _cause(home, tmp_path / "autre") == "former"


@pytest.mark.parametrize(
    "said", ["", "{", "[]", "null", '{"folder": 3, "former": ""}', '{"folder": "/x"}', "[" * 9999]
)
def test_a_pointer_that_cannot_be_read_is_never_taken_for_none(home: DataFolder, said: str) -> None:
    home.pointer.write_text(said)
    with pytest.raises(PointerUnreadError):
        led_from(home)


def test_what_is_erased_after_a_move_is_erased_from_the_former_folder_too(
    home: DataFolder, tmp_path: Path
) -> None:
    _move(home, tmp_path / "neuf")
    where = led_from(home)
    data = LocalData(where.folder, clock, where)
    structure = data.open().assessments.structures()[0].id
    data.erase(Erasure(structure, 2025), "", lambda _done, _all: None, _unexpected)
    data.close()
    assert files_with(GOES, home.path, tmp_path / "neuf") == set()
    assert files_with(STAYS, home.path) == set()
    assert led_from(home).former is None


def _unexpected(error: Exception) -> None:
    raise error


# --- What fails in the middle ---------------------------------------------------------------

PREPARED = """
from cap_desktop.paths import DataFolder, led_from
from cap_desktop.services.folder.moving import move
home = DataFolder(Path(sys.argv[1]))
where = led_from(home)
"""
KILLED = """move(where, Path(sys.argv[2]), lambda _done, _all: None)"""


@pytest.mark.skipif(os.name == "nt", reason="no such kill there")
def test_a_kill_at_any_step_leaves_the_data_in_one_folder(home: DataFolder, tmp_path: Path) -> None:
    rows = row_print(home.database)

    def run(target: Path, steps: int) -> subprocess.CompletedProcess[str]:
        return run_killed(PREPARED, KILLED, home.path, target, at=steps)

    whole = run(tmp_path / "entier", 0)
    assert whole.returncode == 0, whole.stderr
    total = int(whole.stdout)
    found = set()
    for at in (*range(1, total, max(1, total // 10)), total):
        home.pointer.unlink(missing_ok=True)
        target = tmp_path / f"arret-{at}"
        assert run(target, at).returncode == -9
        where = led_from(home)
        assert row_print(where.folder.database, "look") == rows
        assert row_print(home.database, "look") == rows
        found.add(where.is_moved)
        if not where.is_moved:
            # The same folder is taken again: what it holds is what was begun.
            _move(home, target)
            assert row_print(target / "cap.db") == rows
    assert found == {True, False}


def test_a_pointer_is_one_line_that_says_both(home: DataFolder, tmp_path: Path) -> None:
    _move(home, tmp_path / "neuf")
    said = json.loads(home.pointer.read_text())
    assert said == {"folder": str(tmp_path / "neuf"), "former": str(home.path)}
