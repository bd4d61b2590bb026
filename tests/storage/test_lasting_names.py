"""A name is on the disk before anything says that it is: folders are synced, on real files."""

import errno
import os
import shutil
import stat
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cap_desktop.durable import make_folders, sync_folder
from cap_desktop.errors import OutputDenied
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import prepare, restore, settle
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are kept by the system")

DAY = date(2026, 11, 24)
QUESTION = "projet_individuel"


class Synced(list[tuple[Path, frozenset[str]]]):
    """Folders in the order they were synced, and the names that each held then."""

    def holds(self, path: Path) -> bool:
        """True where the folder of a path was synced while it had this name."""
        return any(folder == path.parent and path.name in names for folder, names in self)


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> Synced:
    """What is synced while the real thing is done."""
    found = Synced()
    fsync = os.fsync

    def record(handle: int) -> None:
        fsync(handle)
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            folder = Path(f"/proc/self/fd/{handle}").readlink()
            found.append((folder, frozenset(path.name for path in folder.iterdir())))

    monkeypatch.setattr(os, "fsync", record)
    return found


def _data(folder: DataFolder) -> tuple[Database, LocalServices, str]:
    """What is kept in a folder, open, and a year of it."""
    database = Database(folder.database)
    services = LocalServices(
        database, EvidenceFolder(folder.evidence), lambda: datetime(2026, 11, 24, tzinfo=UTC)
    )
    structure = services.assessments.structures()[0]
    return database, services, services.assessments.years(structure.id)[0].id


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "donnees")


@pytest.fixture
def filled(folder: DataFolder, demonstration: Path) -> DataFolder:
    """The folder with the data of the demonstration."""
    shutil.copytree(demonstration, folder.path)
    return folder


def test_evidence_has_its_name_on_the_disk_before_its_row(
    filled: DataFolder, tmp_path: Path, synced: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, services, year = _data(filled)
    source = tmp_path / "statuts.pdf"
    source.write_bytes(b"statuts")
    before_row: list[Synced] = []
    begin = Database.begin

    def begun(self: Database) -> object:
        before_row.append(Synced(synced))
        return begin(self)

    monkeypatch.setattr(Database, "begin", begun)
    synced.clear()
    added = services.evidence.add(year, QUESTION, source, "Direction")
    database.close()
    assert added.file is not None
    place = EvidenceFolder(filled.evidence).path(added.file.sha256)
    for path in (place, place.parent, filled.evidence):
        assert before_row[0].holds(path), path


def test_a_folder_left_unsynced_by_a_kill_is_synced_by_the_next_file(
    folder: DataFolder, tmp_path: Path, synced: Synced
) -> None:
    source = tmp_path / "statuts.pdf"
    source.write_bytes(b"statuts")
    kept = EvidenceFolder(folder.evidence)
    place = kept.path(kept.keep("q", source).sha256)
    synced.clear()
    kept.keep("q", source)
    for path in (place, place.parent, folder.evidence):
        assert synced.holds(path), path


def test_a_new_database_a_copy_and_a_restored_one_have_lasting_names(
    folder: DataFolder, synced: Synced
) -> None:
    database = Database(folder.database)
    assert synced.holds(folder.path)
    assert synced.holds(folder.database)
    copy = keep_daily_copy(database, folder, DAY)
    database.close()
    assert synced.holds(copy)
    assert synced.holds(folder.copies)
    folder.database.write_bytes(b"x" * 3000)
    synced.clear()
    aside = restore(folder, DAY, DAY)
    assert aside is not None
    assert synced.holds(aside)
    assert synced.holds(folder.database)


def test_former_data_have_lasting_names(
    folder: DataFolder, tmp_path: Path, demonstration: Path, synced: Synced
) -> None:
    former = DataFolder(tmp_path / "ancien")
    shutil.copytree(demonstration, former.path)
    database, services, year = _data(former)
    source = tmp_path / "statuts.pdf"
    source.write_bytes(b"statuts")
    added = services.evidence.add(year, QUESTION, source, "Direction")
    assert added.file is not None
    database.close()
    synced.clear()
    settle(prepare(former.path, folder), folder)
    place = EvidenceFolder(folder.evidence).path(added.file.sha256)
    for path in (place, place.parent, folder.evidence, folder.database, folder.path):
        assert synced.holds(path), path


def test_what_is_written_whole_has_a_lasting_name(tmp_path: Path, synced: Synced) -> None:
    write_whole(tmp_path / "r.pdf", b"x")
    assert synced.holds(tmp_path / "r.pdf")


def test_every_folder_made_on_the_way_lasts(tmp_path: Path, synced: Synced) -> None:
    make_folders(tmp_path / "un" / "deux" / "trois", 0o700)
    for path in ("un", "un/deux", "un/deux/trois"):
        assert synced.holds(tmp_path / path)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_share_that_syncs_no_folder_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unable(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", unable)
    sync_folder(tmp_path)


def test_a_name_that_the_disk_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refused(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(OutputDenied):
        write_whole(tmp_path / "r.pdf", b"x")
    assert (tmp_path / "r.pdf").read_bytes() == b"x"
    (tmp_path / "source.pdf").write_bytes(b"y")
    with pytest.raises(OutputDenied):
        EvidenceFolder(tmp_path).keep("q", tmp_path / "source.pdf")
