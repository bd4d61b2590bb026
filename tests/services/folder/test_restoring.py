"""A restore that is cut short, or that fails at its last step: the data are one or the other."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from cap_desktop.errors import CopyNotRestored, NotSaved
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.copy_list import known_copies
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.folder.safety_copies import copy_path
from cap_desktop.storage.local import database as storage
from cap_desktop.storage.local.copy_state import state_of
from tests.folders import clock
from tests.killed import run_killed
from tests.length import IS_LONG

ROOT = Path(__file__).parents[3]
PAST = ROOT / "tests" / "data" / "databases"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Data with a copy of former ones, which have other answers."""
    found = DataFolder(tmp_path / "data")
    found.path.mkdir()
    shutil.copy(PAST / "v0005.db", found.database)
    data = LocalData(found, clock)
    data.open()
    assert data.copy_now() is not None
    data.close()
    with closing(sqlite3.connect(found.database)) as file:
        file.execute("DELETE FROM answers WHERE question = (SELECT min(question) FROM answers)")
        file.commit()
    return found


def _answers(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT question, record FROM answers ORDER BY 1, 2").fetchall()


PREPARED = """
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.copy_list import known_copies
from cap_desktop.services.folder.local_data import LocalData
from tests.folders import clock
folder = DataFolder(Path(sys.argv[1]))
data = LocalData(folder, clock)
data.open()
(asked,) = (copy for copy in known_copies(folder) if copy.kind == "demandee")
"""
KILLED = """data.restore_copy(asked.name, lambda _name: None)"""


@pytest.mark.skipif(os.name == "nt", reason="no such kill there")
def test_a_kill_at_any_step_leaves_one_or_the_other(folder: DataFolder, tmp_path: Path) -> None:
    def run(name: str, steps: int) -> tuple[DataFolder, subprocess.CompletedProcess[str]]:
        here = DataFolder(tmp_path / name)
        shutil.copytree(folder.path, here.path)
        return here, run_killed(PREPARED, KILLED, here.path, at=steps)

    now = _answers(folder.database)
    (asked,) = (copy for copy in known_copies(folder) if copy.kind == "demandee")
    then = _answers(folder.copies / asked.name)
    assert now != then
    restored, whole = run("whole", 0)
    assert whole.returncode == 0, whole.stderr
    assert _answers(restored.database) == then
    last = int(whole.stdout)
    found = []
    parts = 9 if IS_LONG else 3
    for steps in sorted({1, *(last * part // parts for part in range(1, parts)), last}):
        here, killed = run(f"kill-{steps}", steps)
        assert killed.returncode == -9
        data = LocalData(here, clock)
        data.open()
        data.close()
        copies = [copy_path(here, copy.name) for copy in known_copies(here)]
        assert all(state_of(copy) == "whole" for copy in copies)
        seen = _answers(here.database)
        found.append(seen)
        # What is open no more is kept in a copy.
        assert seen == now or (seen == then and now in [_answers(copy) for copy in copies])
        assert [path for path in here.path.rglob(".*") if path.exists()] == []
    assert now in found
    assert then in found


def test_what_cannot_be_opened_gives_the_data_of_before_back(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: object) -> None:
        raise NotSaved(folder.database, "full")

    old = folder.copies / "cap-2025-01-01.db"
    shutil.copy(PAST / "v0002.db", old)
    before = _answers(folder.database)
    data = LocalData(folder, clock)
    data.open()
    with monkeypatch.context() as patch:
        patch.setattr(storage, "upgrade", full)
        with pytest.raises(CopyNotRestored) as found:
            data.restore_copy(old.name, lambda _name: None)
    assert found.value.path == old
    assert _answers(folder.database) == before
    assert data.database is not None
    with data.database.begin() as tx:
        tx.journal.add("2026", "goes on", "x")
    data.close()


def test_a_place_that_cannot_be_taken_leaves_the_data_open(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target.name == folder.database.name and path.name.endswith(".arrivee"):
            raise OSError(30, "Read-only file system")
        return replace(path, target)

    before = _answers(folder.database)
    (asked,) = (copy for copy in known_copies(folder) if copy.kind == "demandee")
    data = LocalData(folder, clock)
    data.open()
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(CopyNotRestored) as found:
        data.restore_copy(asked.name, lambda _name: None)
    assert found.value.cause == "read_only"
    assert _answers(folder.database) == before
    assert data.database is not None
    with data.database.begin() as tx:
        tx.journal.add("2026", "goes on", "x")
    data.close()
