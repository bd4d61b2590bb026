"""What is erased is nowhere in the bytes of any file; what stays is as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.errors import CapError, EraseUnfinished, NotErased
from cap_desktop.paths import DataFolder, Whereabouts
from cap_desktop.preferences import load
from cap_desktop.services.folder.erasing import past_erasures
from cap_desktop.services.folder.erasure_order import write_order
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.folder.safety_copies import copies_in
from cap_desktop.storage.local.copy_state import state_of
from tests.folders import clock
from tests.killed import run_killed
from tests.length import IS_LONG
from tests.services.folder.former import PAST
from tests.services.folder.seeded import GOES, OTHER, STAYS, files_with, seeded, set_aside

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "donnees")


def _erase(folder: DataFolder, erasure: Erasure) -> list[CapError]:
    data, failed = LocalData(folder, clock), list[CapError]()
    data.open()
    data.erase(erasure, "", lambda _done, _all: None, failed.append)
    data.close()
    return failed


def _all_copies(folder: DataFolder) -> list[Path]:
    return [folder.copies / name.file for name in copies_in(folder.copies)]


def test_a_sealed_year_is_in_no_byte_of_any_file_and_the_other_one_is_whole(
    folder: DataFolder, tmp_path: Path
) -> None:
    structure, _other = seeded(folder, tmp_path / "cle")
    set_aside(folder, {"structure_id": structure, "year": 2025, "record": GOES})
    before = files_with(GOES, folder.path, tmp_path / "cle")
    assert len(before) >= 10
    assert _erase(folder, Erasure(structure, 2025)) == []
    assert files_with(GOES, folder.path, tmp_path / "cle") == set()
    for mark in (STAYS, OTHER):
        assert str(folder.database) in files_with(mark, folder.path)
        assert any("preuves" in name for name in files_with(mark, folder.path))
    assert {state_of(copy) for copy in _all_copies(folder)} == {"whole"}
    assert not folder.erasing.exists()
    services = LocalData(folder, clock).open()
    (first, _second) = services.assessments.structures()
    (left,) = services.assessments.years(first.id)
    assert left.year == 2026
    opened = services.assessments.open(left.id)
    assert opened.answer("q_a").comment == f"Commentaire {STAYS}"
    assert [file.name for file in opened.evidence] == [f"{STAYS}.pdf"]
    services._database.close()


def test_a_structure_goes_with_its_years_and_its_names(folder: DataFolder, tmp_path: Path) -> None:
    structure, other = seeded(folder, tmp_path / "cle")
    assert _erase(folder, Erasure(structure)) == []
    for mark in (GOES, STAYS):
        assert files_with(mark, folder.path, tmp_path / "cle") == set()
    assert str(folder.database) in files_with(OTHER, folder.path)
    services = LocalData(folder, clock).open()
    assert [known.id for known in services.assessments.structures()] == [other]
    services._database.close()


def test_everything_goes_with_every_copy_and_where_files_were_chosen(
    folder: DataFolder, tmp_path: Path
) -> None:
    seeded(folder, tmp_path / "cle")
    folder.incidents.write_text(GOES)
    (tmp_path / "cle" / "notes.txt").write_text("à quelqu’un")
    assert _erase(folder, Erasure()) == []
    for mark in (GOES, STAYS, OTHER):
        assert files_with(mark, folder.path, tmp_path / "cle") == set()
    assert _all_copies(folder) == []
    assert [path.name for path in (tmp_path / "cle").iterdir()] == ["notes.txt"]
    assert load(folder.preferences).second_folder == load(folder.preferences).folder == ""
    data = LocalData(folder, clock)
    assert data.open().assessments.structures() == ()
    data.close()


def test_the_journal_keeps_when_and_how_much_and_nothing_else(folder: DataFolder) -> None:
    structure, _other = seeded(folder)
    _erase(folder, Erasure(structure, 2025))
    (told,) = past_erasures(folder)
    assert told.kind == "year"
    assert told.at == clock()
    with closing(sqlite3.connect(folder.database)) as file:
        lines = file.execute("SELECT about FROM journal WHERE what LIKE '%erased'").fetchall()
    assert lines == [("",)]


def test_what_goes_is_counted_before(folder: DataFolder, tmp_path: Path) -> None:
    structure, _other = seeded(folder, tmp_path / "cle")
    data = LocalData(folder, clock)
    data.open()
    told = data.preview_erasing(Erasure(structure, 2025))
    assert [(year.year, year.is_sealed) for year in told.held.years] == [(2025, True)]
    assert (told.held.answers, told.held.actions, told.held.evidence) == (1, 1, 1)
    # Two of the year, and one of each other year that nothing names any more.
    assert told.evidence.number == 4
    assert told.opened == 0  # what was opened is cleared by each start
    copies = len(copies_in(folder.copies))
    assert told.rewritten == copies + 1  # and that of the upgrade
    assert (told.removed, told.aside) == (0, 2)
    assert (told.second, told.second_copies) == ("reached", copies)
    everything = data.preview_erasing(Erasure())
    assert (everything.rewritten, everything.removed) == (0, copies + 1)
    data.close()


def test_a_copy_in_which_it_does_not_stand_is_left_as_it_is(folder: DataFolder) -> None:
    _structure, other = seeded(folder)
    before = {copy: copy.read_bytes() for copy in _all_copies(folder)}
    _erase(folder, Erasure(other, 2026))
    same = [copy for copy, data in before.items() if copy.read_bytes() == data]
    assert len(same) == len(before) - 1  # the newest one alone holds the other structure


def test_a_damaged_copy_is_removed_as_nobody_can_tell_what_is_in_it(folder: DataFolder) -> None:
    structure, _other = seeded(folder)
    damaged = _all_copies(folder)[-1]
    with closing(sqlite3.connect(damaged)) as file:
        file.execute("UPDATE actions SET year = 2024")
        file.commit()
    assert _erase(folder, Erasure(structure, 2025)) == []
    assert not damaged.exists()
    assert files_with(GOES, folder.path) == set()


def test_copies_of_other_data_in_the_second_folder_stay(
    folder: DataFolder, tmp_path: Path, demonstration: Path
) -> None:
    structure, _other = seeded(folder, tmp_path / "cle")
    foreign = tmp_path / "cle" / "cap-2026-01-01.db"
    shutil.copy(demonstration / "cap.db", foreign)
    data = foreign.read_bytes()
    assert _erase(folder, Erasure(structure)) == []
    assert foreign.read_bytes() == data


def test_a_second_folder_that_is_away_is_said(folder: DataFolder, tmp_path: Path) -> None:
    structure, _other = seeded(folder, tmp_path / "cle")
    (tmp_path / "cle").rename(tmp_path / "partie")
    data = LocalData(folder, clock)
    data.open()
    assert data.preview_erasing(Erasure(structure, 2025)).second == "away"
    data.close()


@pytest.mark.parametrize("name", [path.name for path in sorted(PAST.glob("v*.db"))])
def test_a_copy_of_any_former_schema_is_written_again(folder: DataFolder, name: str) -> None:
    folder.copies.mkdir(parents=True)
    shutil.copy(PAST / name, folder.database)
    shutil.copy(PAST / name, folder.copies / "cap-2026-01-01.db")
    data = LocalData(folder, clock)
    services = data.open()
    (structure,) = services.assessments.structures()[:1]
    data.close()
    assert _erase(folder, Erasure(structure.id)) == []
    for copy in (folder.copies / "cap-2026-01-01.db", *folder.path.glob("cap-avant-*.db")):
        with closing(sqlite3.connect(copy)) as file:
            found = file.execute(
                "SELECT count(*) FROM structures WHERE id = ?", (structure.id,)
            ).fetchone()
        assert found == (0,)
        assert files_with(structure.name, copy.parent) <= set()


# --- What fails in the middle ---------------------------------------------------------------

PREPARED = """
from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.local_data import LocalData
from tests.folders import clock
folder = DataFolder(Path(sys.argv[1]))
data = LocalData(folder, clock)
data.open()
"""
KILLED = """data.erase(Erasure(sys.argv[2], 2025), "", lambda _done, _all: None, print)"""


@pytest.mark.skipif(os.name == "nt", reason="no such kill there")
def test_a_kill_at_any_step_leaves_all_of_it_or_nothing_after_the_next_start(
    folder: DataFolder, tmp_path: Path
) -> None:
    structure, _other = seeded(folder)

    def run(name: str, steps: int) -> tuple[DataFolder, subprocess.CompletedProcess[str]]:
        here = DataFolder(tmp_path / name)
        shutil.copytree(folder.path, here.path)
        return here, run_killed(PREPARED, KILLED, here.path, structure, at=steps)

    _here, whole = run("entier", 0)
    total = int(whole.stdout)
    found = set()
    times = 10 if IS_LONG else 3
    for at in range(1, total, max(1, total // times)):
        here, done = run(f"arret-{at}", at)
        assert done.returncode == -9, done.stderr
        was_begun = here.erasing.exists() or not files_with(GOES, here.path)
        data = LocalData(here, clock, Whereabouts(here, here))
        assert data.first_look() is None or not here.erasing.exists()
        services = data.open()
        years = {year.year for year in services.assessments.years(structure)}
        data.close()
        assert years == ({2026} if was_begun else {2025, 2026})
        assert bool(files_with(GOES, here.path)) is not was_begun
        assert not here.erasing.exists()
        found.add(was_begun)
        shutil.rmtree(here.path)
    assert found == {True, False}


@pytest.mark.usefixtures("refusing_rights")
def test_a_copy_that_cannot_be_written_waits_for_the_next_time(folder: DataFolder) -> None:
    structure, _other = seeded(folder)
    folder.copies.chmod(0o500)
    data, failed = LocalData(folder, clock), list[CapError]()
    data.open()
    data.erase(Erasure(structure, 2025), "", lambda _done, _all: None, failed.append)
    (told,) = failed
    assert isinstance(told, EraseUnfinished)
    assert told.cause in ("denied", "failed", "read_only")
    assert data.kept_data().is_unfinished
    folder.copies.chmod(0o700)
    failed.clear()
    data.go_on_erasing("", lambda _done, _all: None, failed.append)
    assert failed == []
    assert not data.kept_data().is_unfinished
    data.close()
    assert files_with(GOES, folder.path) == set()


@pytest.mark.usefixtures("refusing_rights")
def test_where_nothing_can_be_written_down_nothing_is_begun(folder: DataFolder) -> None:
    structure, _other = seeded(folder)
    folder.path.chmod(0o500)
    with pytest.raises(NotErased) as told:
        write_order(folder, Erasure(structure), clock())
    folder.path.chmod(0o700)
    assert told.value.cause == "denied"
    assert not folder.erasing.exists()
