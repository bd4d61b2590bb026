"""A safety copy takes the place of damaged data; what the system refuses meanwhile is said."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.errors import (
    CopyNotRestored,
    DataDenied,
)
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import (
    SafetyCopy,
    draft_of,
    prepare,
    restore,
    safety_copies,
)
from tests.services.folder.former import (
    TODAY,
    answers_in,
)

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
    assert answers_in(source) == ["n3", None]
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
    assert answers_in(source) == ["n3", None]


def test_a_copy_takes_the_place_of_data_that_are_gone(source: Path) -> None:
    DataFolder(source).database.unlink()
    assert restore(DataFolder(source), date(2026, 11, 23), TODAY) is None
    assert answers_in(source) == ["n3", None]
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
