"""The days of the safety copies are read from the names of their files."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.errors import CopyNotMade
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import (
    FolderSummary,
    keep_daily_copy,
    summary_of,
)
from cap_desktop.services.folder.thinning import RECENT
from cap_desktop.storage.local.database import Database


def test_the_newest_copy_comes_first_and_other_files_are_passed_over(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for name in ("cap-2026-11-02.db", "cap-2026-11-24.db", "cap-hier.db", "notes.txt"):
        (copies / name).touch()
    found = summary_of(DataFolder(tmp_path))
    assert found == FolderSummary(tmp_path, (date(2026, 11, 24), date(2026, 11, 2)))


def test_a_folder_without_copies_has_none(tmp_path: Path) -> None:
    assert summary_of(DataFolder(tmp_path)).copies == ()


def _copies(folder: Path, days: Iterable[date], mark: str) -> None:
    """Make a database that begins with a line of its own, and its copies of some days."""
    database = Database(DataFolder(folder).database)
    with database.begin() as tx:
        if not tx.journal.lines():
            tx.journal.add("2026", "begun", mark)
    for day in days:
        keep_daily_copy(database, DataFolder(folder), day)
    database.close()


def _days(month: int, count: int) -> list[date]:
    return [date(2026, month, day) for day in range(1, count + 1)]


def test_the_copy_just_made_stays_where_the_clock_went_back(tmp_path: Path) -> None:
    past = date(2024, 1, 1)
    _copies(tmp_path, [*_days(11, RECENT), past], "a")
    assert DataFolder(tmp_path).copy_of(past).exists()
    next_day = date(2024, 1, 2)
    _copies(tmp_path, [next_day], "a")
    found = summary_of(DataFolder(tmp_path)).copies
    assert found == (*reversed(_days(11, RECENT)), next_day)


def test_a_new_database_does_not_drive_out_the_copies_of_the_one_before(tmp_path: Path) -> None:
    _copies(tmp_path, _days(1, RECENT), "old")
    DataFolder(tmp_path).database.unlink()
    _copies(tmp_path, _days(2, RECENT + 3), "new")
    kept = summary_of(DataFolder(tmp_path)).copies
    assert [day for day in kept if day.month == 1] == [*reversed(_days(1, RECENT))]
    # The last one of the week before is older than the ten.
    assert [day.day for day in kept if day.month == 2] == [*range(13, 3, -1), 1]


def test_copies_made_before_anything_was_begun_are_thinned_like_the_others(tmp_path: Path) -> None:
    database = Database(DataFolder(tmp_path).database)
    for day in _days(1, 2):
        keep_daily_copy(database, DataFolder(tmp_path), day)
    database.close()
    _copies(tmp_path, _days(2, RECENT), "a")
    found = summary_of(DataFolder(tmp_path)).copies
    assert found == (*reversed(_days(2, RECENT)), date(2026, 1, 2))


def test_a_database_that_vanished_leaves_no_empty_copy(tmp_path: Path) -> None:
    database = Database(DataFolder(tmp_path).database)
    with database.begin() as tx:
        tx.journal.add("2026", "begun", "a")
    DataFolder(tmp_path).database.unlink()
    with pytest.raises(CopyNotMade) as found:
        keep_daily_copy(database, DataFolder(tmp_path), date(2026, 11, 1))
    database.close()
    assert found.value.cause == "moved"
    assert summary_of(DataFolder(tmp_path)).copies == ()
    assert not DataFolder(tmp_path).database.exists()
