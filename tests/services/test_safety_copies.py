"""The days of the safety copies are read from the names of their files."""

from datetime import date
from pathlib import Path

from cap_desktop.services.safety_copies import DataPlace, place_of


def test_the_newest_copy_comes_first_and_other_files_are_passed_over(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for name in ("cap-2026-11-02.db", "cap-2026-11-24.db", "cap-hier.db", "notes.txt"):
        (copies / name).touch()
    found = place_of(tmp_path)
    assert found == DataPlace(tmp_path, (date(2026, 11, 24), date(2026, 11, 2)))


def test_a_folder_without_copies_has_none(tmp_path: Path) -> None:
    assert place_of(tmp_path).copies == ()
