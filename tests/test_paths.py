"""The names of safety copies say when they were made, and why."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cap_desktop.paths import CopyName, DataFolder, copy_name, day_of, is_copy_draft

NOON = datetime(2026, 11, 24, 12, 0, 5)  # noqa: DTZ001


def test_the_name_of_a_copy_is_read_back(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.copies.mkdir()
    day = folder.copy_of(NOON.date())
    asked = folder.kept_copy(NOON, "demandee")
    asked.touch()
    again = folder.kept_copy(NOON, "demandee")
    assert [path.name for path in (day, asked, again)] == [
        "cap-2026-11-24.db",
        "cap-2026-11-24-120005-demandee.db",
        "cap-2026-11-24-120005-demandee-2.db",
    ]
    assert copy_name(day) == CopyName(date(2026, 11, 24))
    assert copy_name(again) == CopyName(date(2026, 11, 24), "120005", "demandee", 2)
    assert day_of(asked) == NOON.date()
    names = [name for path in (again, asked, day) if (name := copy_name(path))]
    assert [name.file for name in sorted(names)] == [path.name for path in (day, asked, again)]


@pytest.mark.parametrize(
    "name",
    [
        "cap.db",
        "cap-hier.db",
        "cap-2026-13-01.db",
        "cap-avant-0006.db",
        "cap-2026-11-24-120005.db",
        "cap-2026-11-24-120005-autre.db",
        "cap-2026-11-24.db.ecarte",
        "cap-٢٠٢٦-11-24.db",
    ],
)
def test_other_names_are_those_of_no_copy(name: str) -> None:
    assert copy_name(Path(name)) is None


def test_the_drafts_of_copies_are_known() -> None:
    ours = (
        ".cap-2026-11-24.db.part",
        ".cap-2026-11-24.db.part-journal",
        ".cap-2026-11-24-120005-avant-retour-2.db.part",
        ".cap-avant-0006.db.part",
    )
    assert all(is_copy_draft(Path(name)) for name in ours)
    strange = (".cap-hier.db.part", "cap-2026-11-24.db.part", ".cap-2026-11-24.db.partie")
    assert not any(is_copy_draft(Path(name)) for name in strange)
