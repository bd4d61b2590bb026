"""Data of another computer, or a safety copy: taken in whole, or not at all; the source stays."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.errors import (
    CopyNotRestored,
    DataDamaged,
    DataDenied,
    DataMissing,
    DataTooNew,
    NoRoom,
)
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import (
    SafetyCopy,
    draft_of,
    prepare,
    restore,
    safety_copies,
    settle,
)
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.file.database_file import SCHEMA
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import maturity, questionnaire, theme, tree
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[3]
PAST = ROOT / "tests" / "data" / "databases"
OF = tree(theme("t", maturity("q_a"), maturity("q_b")))
MOMENT = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
TODAY = MOMENT.date()


def _services(folder: Path) -> LocalServices:
    database = Database(DataFolder(folder).database)
    return LocalServices(database, EvidenceFolder(DataFolder(folder).evidence), lambda: MOMENT)


def _close(services: LocalServices) -> None:
    services._database.close()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of data as another computer left it: an answer, a piece of evidence, a copy."""
    folder = tmp_path / "cle usb" / "données"
    services = _services(folder)
    reference = services.assessments.install(canonical_bytes(questionnaire(OF)), "essai.json")
    opened = services.assessments.begin_structure(
        "Les Deux Rives", 2026, reference, {"structure_type": ("ai",)}
    )
    services.answering.record_answer(opened.assessment.id, "q_a", Answer(value="n3"), "Direction")
    proof = tmp_path / "statuts.pdf"
    proof.write_bytes(b"%PDF statuts")
    services.evidence.add(opened.assessment.id, "q_a", proof, "Direction")
    keep_daily_copy(services._database, DataFolder(folder), date(2026, 11, 23))
    services.answering.record_answer(opened.assessment.id, "q_b", Answer(value="n1"), "Direction")
    _close(services)
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "ici"
    folder.mkdir()
    return folder


def _prints(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file of a folder: its bytes, and the moment it was last written."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def untouched(source: Path) -> Iterator[None]:
    """What every test of a refusal also promises."""
    before = _prints(source)
    yield
    assert _prints(source) == before


def _answers(folder: Path) -> list[object]:
    services = _services(folder)
    last = services.assessments.last_shown()
    assert last is not None
    opened = services.assessments.open(last)
    _close(services)
    return [opened.answer(name).value for name in ("q_a", "q_b")]


@pytest.mark.usefixtures("untouched")
def test_a_folder_is_taken_in_with_its_evidence_and_left_as_it_was(
    source: Path, here: Path
) -> None:
    arrival = prepare(source, DataFolder(here))
    assert arrival.missing == ()
    assert not DataFolder(here).database.exists()
    settle(arrival, DataFolder(here))
    assert _answers(here) == ["n3", "n1"]
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
    assert _answers(here) == ["n3", None]


def test_the_newest_whole_copy_is_the_one_that_is_taken(source: Path, here: Path) -> None:
    DataFolder(source).database.unlink()
    DataFolder(source).copy_of(date(2026, 11, 24)).write_bytes(b"half a copy")
    (source / "copies" / "cap-endommagee-2026-11-25.db").write_bytes(b"kept aside")
    settle(prepare(source / "copies", DataFolder(here)), DataFolder(here))
    assert _answers(here) == ["n3", None]


def test_a_key_may_be_chosen_for_the_one_folder_of_data_on_it(source: Path, here: Path) -> None:
    arrival = prepare(source.parent, DataFolder(here))
    assert arrival.missing == ()
    settle(arrival, DataFolder(here))
    assert _answers(here) == ["n3", "n1"]
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
    before = _prints(old)
    settle(prepare(old, DataFolder(here)), DataFolder(here))
    assert _prints(old) == before
    services = _services(here)
    assert services.assessments.last_shown() is not None
    _close(services)
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
    before = _prints(cut)
    settle(prepare(cut, DataFolder(here)), DataFolder(here))
    assert _prints(cut) == before
    assert _answers(here) == ["n3", "n1"]
    assert not list(here.glob(".*"))


def _refused(kind: type[Exception], source: Path, here: Path) -> None:
    before = _prints(source)
    with pytest.raises(kind):
        prepare(source, DataFolder(here))
    assert _prints(source) == before
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


KILLED = """
import os, sys
from pathlib import Path
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder import former_data
source, here = Path(sys.argv[1]), DataFolder(Path(sys.argv[2]))
count, steps = 0, int(sys.argv[3])
def counted(frame, event, _argument):
    global count
    if event == "call" and "/cap_desktop/" in frame.f_code.co_filename:
        count += 1
        if count == steps:
            os.kill(os.getpid(), 9)
    return None
sys.setprofile(counted)
former_data.settle(former_data.prepare(source, here), here)
sys.setprofile(None)
print(count)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such kill there")
def test_a_kill_at_any_step_leaves_all_or_nothing(source: Path, tmp_path: Path) -> None:
    def run(here: Path, steps: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", KILLED, str(source), str(here), str(steps)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )

    whole = run(tmp_path / "tout", 0)
    assert whole.returncode == 0, whole.stderr
    last = int(whole.stdout)
    for steps in sorted({1, last // 3, 2 * last // 3, last - 2, last - 1, last}):
        here = tmp_path / f"kill-{steps}"
        assert run(here, steps).returncode == -9
        if DataFolder(here).database.exists():
            assert _answers(here) == ["n3", "n1"]
        else:
            settle(prepare(source, DataFolder(here)), DataFolder(here))
            assert _answers(here) == ["n3", "n1"]
        assert not [path for path in here.rglob(".*") if path.exists()]


# --- Restoring -----------------------------------------------------------------------------


def _damage(folder: Path) -> bytes:
    content = os.urandom(9000)
    DataFolder(folder).database.write_bytes(content)
    (folder / "cap.db-journal").write_bytes(b"left by what was damaged")
    return content


def _restored(folder: Path) -> Path:
    aside = restore(DataFolder(folder), date(2026, 11, 23), TODAY)
    assert aside is not None
    return aside


def test_copies_are_offered_with_their_answers_and_only_whole_ones(source: Path) -> None:
    DataFolder(source).copy_of(date(2026, 11, 20)).write_bytes(b"half a copy")
    assert safety_copies(DataFolder(source)) == (SafetyCopy(date(2026, 11, 23), 1),)


def test_a_copy_takes_the_place_of_damaged_data_which_are_kept(source: Path) -> None:
    damaged = _damage(source)
    aside = _restored(source)
    assert aside.name == "cap-endommagee-2026-11-24.db"
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"left by what was damaged"
    assert _answers(source) == ["n3", None]
    again = _damage(source)
    other = _restored(source)
    assert other.name == "cap-endommagee-2026-11-24-2.db"
    assert (aside.read_bytes(), other.read_bytes()) == (damaged, again)


def test_a_disk_without_second_names_keeps_the_damaged_data_too(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    damaged = _damage(source)
    assert _restored(source).read_bytes() == damaged
    assert _answers(source) == ["n3", None]


def test_a_copy_takes_the_place_of_data_that_are_gone(source: Path) -> None:
    DataFolder(source).database.unlink()
    assert restore(DataFolder(source), date(2026, 11, 23), TODAY) is None
    assert _answers(source) == ["n3", None]
    assert not list(source.glob("cap-endommagee*"))


def test_a_copy_that_is_damaged_too_changes_nothing(source: Path) -> None:
    damaged = _damage(source)
    DataFolder(source).copy_of(date(2026, 11, 23)).write_bytes(os.urandom(5000))
    with pytest.raises(CopyNotRestored) as found:
        restore(DataFolder(source), date(2026, 11, 23), TODAY)
    assert found.value.cause == "damaged"
    assert DataFolder(source).database.read_bytes() == damaged
    with pytest.raises(CopyNotRestored):
        restore(DataFolder(source), date(2026, 11, 1), TODAY)
    assert not draft_of(DataFolder(source)).exists()


# --- What the system refuses ---------------------------------------------------------------


def test_data_that_another_program_holds_are_said_to_be_held(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cap_desktop.storage.file.connect.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(DataFolder(source).database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DataDenied) as found:
            prepare(source, DataFolder(here))
        other.execute("ROLLBACK")
    assert found.value.reason == errno.EBUSY
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_what_the_system_refuses_is_said_in_its_words(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("cap_desktop.durable.os.fsync", refused)
        with pytest.raises(DataDenied) as found:
            prepare(source, DataFolder(here))
    assert found.value.reason == number
    assert not [path for path in here.rglob("*") if path.is_file()]


def test_evidence_that_finds_no_room_leaves_no_draft(
    source: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_full = iter((False, True))  # the database still finds room

    def full(_handle: int) -> None:
        if next(is_full):
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cap_desktop.storage.local.evidence_folder.os.fsync", full)
        _refused(NoRoom, source, here)
    assert next(is_full, None) is None
    assert not [path for path in here.rglob("*") if path.is_file()]
