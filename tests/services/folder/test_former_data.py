"""Data of another computer, or a safety copy: taken in whole, or not at all; the source stays."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.errors import (
    DataDamaged,
    DataDenied,
    DataMissing,
    DataTooNew,
    NoRoom,
    OnlyRemains,
    OutputDenied,
)
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.first_launch import is_first_launch, require_data_or_none
from cap_desktop.services.folder.former_data import (
    draft_of,
    prepare,
    settle,
)
from cap_desktop.storage.file.database_file import SCHEMA
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.faults.failing_disk import Failing
from tests.killed import run_killed
from tests.services.folder.former import (
    PAST,
    answers_in,
    close,
    prints,
    services_of,
)


@pytest.mark.usefixtures("untouched")
def test_a_folder_is_taken_in_with_its_evidence_and_left_as_it_was(
    source: Path, here: Path
) -> None:
    arrival = prepare(source, DataFolder(here))
    assert arrival.missing == ()
    assert not DataFolder(here).database.exists()
    settle(arrival, DataFolder(here))
    assert answers_in(here) == ["n3", "n1"]
    digest = hashlib.sha256(b"%PDF statuts").hexdigest()
    assert EvidenceFolder(DataFolder(here).evidence).path(digest).read_bytes() == b"%PDF statuts"
    assert not list(here.glob(".*"))


@pytest.mark.parametrize("inside", [True, False], ids=["its folder", "the folder above"])
def test_a_safety_copy_is_taken_in_with_the_evidence_beside_it(
    source: Path, here: Path, inside: bool
) -> None:
    DataFolder(source).database.unlink()
    chosen = source / "copies" if inside else source
    arrival = prepare(chosen, DataFolder(here))
    settle(arrival, DataFolder(here))
    assert arrival.missing == ()
    assert answers_in(here) == ["n3", None]


def test_the_newest_whole_copy_is_the_one_that_is_taken(source: Path, here: Path) -> None:
    DataFolder(source).database.unlink()
    DataFolder(source).copy_of(date(2026, 11, 24)).write_bytes(b"half a copy")
    (source / "copies" / "cap-endommagee-2026-11-25.db").write_bytes(b"kept aside")
    settle(prepare(source / "copies", DataFolder(here)), DataFolder(here))
    assert answers_in(here) == ["n3", None]


def test_a_key_may_be_chosen_for_the_one_folder_of_data_on_it(source: Path, here: Path) -> None:
    arrival = prepare(source.parent, DataFolder(here))
    assert arrival.missing == ()
    settle(arrival, DataFolder(here))
    assert answers_in(here) == ["n3", "n1"]
    shutil.copytree(source, source.parent / "autres données")
    with pytest.raises(DataMissing):
        prepare(source.parent, DataFolder(here))


def test_evidence_that_did_not_come_is_named_and_a_damaged_one_is_not_taken(
    source: Path, here: Path
) -> None:
    digest = hashlib.sha256(b"%PDF statuts").hexdigest()
    EvidenceFolder(DataFolder(source).evidence).path(digest).write_bytes(b"autre chose")
    arrival = prepare(source, DataFolder(here))
    assert arrival.missing == ("statuts.pdf",)
    assert not [path for path in (here / "preuves").rglob("*") if path.is_file()]
    shutil.rmtree(source / "preuves")
    assert prepare(source, DataFolder(here)).missing == ("statuts.pdf",)


@pytest.mark.parametrize("past", sorted(PAST.glob("*.db")), ids=lambda path: path.stem)
def test_data_of_an_older_version_are_taken_in_and_upgraded_here_only(
    past: Path, tmp_path: Path, here: Path
) -> None:
    old = tmp_path / "ancien"
    old.mkdir()
    shutil.copy(past, DataFolder(old).database)
    before = prints(old)
    settle(prepare(old, DataFolder(here)), DataFolder(here))
    assert prints(old) == before
    services = services_of(here)
    assert services.assessments.last_shown() is not None
    close(services)
    with closing(sqlite3.connect(DataFolder(here).database)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_what_was_cut_short_is_mended_in_a_copy(source: Path, here: Path, tmp_path: Path) -> None:
    cut = tmp_path / "coupe"
    shutil.copytree(source, cut)
    with closing(sqlite3.connect(DataFolder(source).database, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = TRUNCATE")
        file.execute("PRAGMA cache_size = 1")
        file.execute("BEGIN IMMEDIATE")
        for number in range(2000):
            file.execute("INSERT INTO journal (at, what, about) VALUES (?, 'x', 'y')", (number,))
        # The disk as a kill leaves it: part of the pages written, the journal still there.
        for name in ("cap.db", "cap.db-journal"):
            (cut / name).write_bytes((source / name).read_bytes())
        file.execute("ROLLBACK")
    before = prints(cut)
    settle(prepare(cut, DataFolder(here)), DataFolder(here))
    assert prints(cut) == before
    assert answers_in(here) == ["n3", "n1"]
    assert not list(here.glob(".*"))


def _refused(kind: type[Exception], source: Path, here: Path) -> None:
    before = prints(source)
    with pytest.raises(kind):
        prepare(source, DataFolder(here))
    assert prints(source) == before
    assert not DataFolder(here).database.exists()
    assert not draft_of(DataFolder(here)).exists()


def test_a_folder_without_data_is_refused(tmp_path: Path, here: Path) -> None:
    empty = tmp_path / "photos"
    empty.mkdir()
    (empty / "photo.jpg").write_bytes(b"x")
    _refused(DataMissing, empty, here)
    with pytest.raises(DataDenied):
        prepare(tmp_path / "absent", DataFolder(here))


def test_data_that_nobody_began_are_no_data(tmp_path: Path, here: Path) -> None:
    bare = tmp_path / "neuf"
    Database(DataFolder(bare).database).close()
    _refused(DataMissing, bare, here)


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 500]
)
def test_what_is_no_database_of_ours_is_refused(source: Path, here: Path, content: bytes) -> None:
    DataFolder(source).database.write_bytes(content)
    _refused(DataDamaged, source, here)


def test_a_database_of_another_program_is_refused(source: Path, here: Path) -> None:
    DataFolder(source).database.unlink()
    with closing(sqlite3.connect(DataFolder(source).database)) as file:
        file.execute("CREATE TABLE journal (x)")
        file.execute("PRAGMA journal_mode = WAL")
    _refused(DataDamaged, source, here)


def test_a_damaged_page_is_refused(source: Path, here: Path) -> None:
    content = bytearray(DataFolder(source).database.read_bytes())
    content[4096 * 2 : 4096 * 4] = os.urandom(4096 * 2)
    DataFolder(source).database.write_bytes(content)
    _refused(DataDamaged, source, here)


def test_data_of_a_later_version_are_refused(source: Path, here: Path) -> None:
    with closing(sqlite3.connect(DataFolder(source).database)) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        file.execute("UPDATE alembic_version SET version_num = ?", (f"{SCHEMA + 1:04}",))
        file.commit()
    _refused(DataTooNew, source, here)


def test_without_room_nothing_is_begun(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(here)._replace(free=1024 * 1024)
    monkeypatch.setattr(
        "cap_desktop.services.folder.former_data.shutil.disk_usage", lambda _path: usage
    )
    _refused(NoRoom, source, here)
    assert list(here.iterdir()) == []


def test_a_disk_that_fills_up_while_copying_leaves_nothing_half_copied(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cap_desktop.durable.os.fsync", full)
        _refused(NoRoom, source, here)


PREPARED = """
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder import former_data
source, here = Path(sys.argv[1]), DataFolder(Path(sys.argv[2]))
"""
KILLED = """former_data.settle(former_data.prepare(source, here), here)"""


@pytest.mark.skipif(os.name == "nt", reason="no such kill there")
def test_a_kill_at_any_step_leaves_all_or_nothing(source: Path, tmp_path: Path) -> None:
    def run(here: Path, steps: int) -> subprocess.CompletedProcess[str]:
        return run_killed(PREPARED, KILLED, source, here, at=steps)

    whole = run(tmp_path / "tout", 0)
    assert whole.returncode == 0, whole.stderr
    last = int(whole.stdout)
    for steps in sorted({1, last // 3, 2 * last // 3, last - 2, last - 1, last}):
        here = tmp_path / f"kill-{steps}"
        assert run(here, steps).returncode == -9
        if DataFolder(here).database.exists():
            assert answers_in(here) == ["n3", "n1"]
        else:
            settle(prepare(source, DataFolder(here)), DataFolder(here))
            assert answers_in(here) == ["n3", "n1"]
        assert not [path for path in here.rglob(".*") if path.exists()]


def test_evidence_that_finds_no_room_leaves_no_draft(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def full(handle: int) -> None:
        asked.append(handle)
        if len(asked) > 1:  # the database still finds room
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cap_desktop.durable.os.fsync", full)
        _refused(NoRoom, source, here)
    assert len(asked) > 1
    assert not [path for path in here.rglob("*") if path.is_file()]


FULL = """
from cap_desktop.errors import CapError
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import prepare
source, here = DataFolder(folder / "avant"), DataFolder(folder / "ici")
number = counted(RENAME, lambda: prepare(source.path, DataFolder(folder / "compte")))
found = []
for at in range(1, number + 1):
    error = failing(at, errno.ENOSPC, RENAME, lambda: prepare(source.path, here))
    found.append([type(error).__name__, sorted(path.name for path in here.path.rglob("*"))])
tell(found)
"""


def test_data_that_could_not_come_leave_no_evidence_behind(
    source: Path, tmp_path: Path, failing_disk: Failing
) -> None:
    work = tmp_path / "disque"
    shutil.copytree(source, work / "avant")
    for name in ("second.pdf", "troisieme.pdf"):
        data = name.encode()
        place = EvidenceFolder(work / "avant" / "preuves").path(hashlib.sha256(data).hexdigest())
        place.parent.mkdir()
        place.write_bytes(data)
    (work / "ici").mkdir()
    found = failing_disk(FULL, work)
    assert found == [["NoRoom", ["preuves"]]] * 3


def test_evidence_that_was_there_before_is_never_taken_away(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = here / "propre.pdf"
    own.write_bytes(b"propre")
    kept = EvidenceFolder(DataFolder(here).evidence)
    file = kept.keep("q_a", own)

    def full(_question: str, _source: Path) -> None:
        raise OutputDenied(here, errno.ENOSPC)

    monkeypatch.setattr(EvidenceFolder, "keep", lambda _self, *about: full(*about))
    with pytest.raises(NoRoom):
        prepare(source, DataFolder(here))
    assert kept.is_whole(file)


def test_an_arrival_that_was_cut_short_is_a_first_launch_again(source: Path, here: Path) -> None:
    prepare(source, DataFolder(here))
    assert is_first_launch(DataFolder(here))
    require_data_or_none(DataFolder(here))
    draft_of(DataFolder(here)).unlink()
    with pytest.raises(OnlyRemains):
        require_data_or_none(DataFolder(here))
