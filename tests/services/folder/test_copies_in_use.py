"""Copies as a person uses them: made now, looked at, restored while the data are open, removed."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cap_desktop.errors import CopyNotMade, CopyNotRestored, CopyNotSent, CopyOfNoUse, NotReached
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences
from cap_desktop.services.folder.copy_list import (
    CountedDifference,
    YearPreview,
    known_copies,
    look_at_copy,
    preview,
)
from cap_desktop.services.folder.former_data import restore, safety_copies
from cap_desktop.services.folder.keep_preferences import keep_preferences
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.folder.restore_drill import drill
from cap_desktop.services.folder.safety_copies import (
    keep_copy,
    keep_daily_copy,
    remove_copy,
    send_copy,
    summary_of,
)
from cap_desktop.storage.local.copy_state import state_of
from cap_desktop.storage.local.database import Database
from tests.folders import clock
from tests.hostile import in_time

TODAY = clock().date()
THREE_GONE = "DELETE FROM answers WHERE rowid IN (SELECT rowid FROM answers LIMIT 3)"
PAST = Path(__file__).parents[2] / "data" / "databases"


@pytest.fixture
def folder(tmp_path: Path, demonstration: Path) -> DataFolder:
    shutil.copytree(demonstration, tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture
def data(folder: DataFolder) -> Iterator[LocalData]:
    found = LocalData(folder, clock)
    found.open()
    yield found
    found.close()


def _keep(folder: DataFolder) -> None:
    with closing(Database(folder.database)) as database:
        keep_daily_copy(database, folder, TODAY)


def _ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(question).fetchall()


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()


def _shown(path: Path) -> list[tuple[object, ...]]:
    answers = _ask(path, "SELECT assessment_id, question, record FROM answers ORDER BY 1, 2")
    return answers + _ask(path, "SELECT id, record FROM actions ORDER BY 1")


def _write(data: LocalData, at: str = "2026") -> None:
    """Write a line, as most of what a person does."""
    assert data.database is not None
    with data.database.begin() as tx:
        tx.journal.add(at, "written", "x")


# --- Made ------------------------------------------------------------------------------------


def test_a_copy_asked_for_stays_whatever_days_go_by(data: LocalData, folder: DataFolder) -> None:
    asked = data.copy_now()
    again = data.copy_now()
    assert asked is not None
    assert again is not None
    for day in range(60):
        data.keep_copy(TODAY + timedelta(day))
    kinds = [copy.kind for copy in known_copies(folder)]
    assert kinds.count("demandee") == 2
    assert kinds.count("jour") == 10 + 2 + 2  # two weeks and two months end before the ten
    assert state_of(asked) == "whole"
    if os.name != "nt":
        assert stat.S_IMODE(asked.stat().st_mode) == 0o600
    remove_copy(folder, asked.name)
    assert not asked.exists()


@pytest.mark.parametrize("name", ["../cap.db", "cap.db", ".essai", "", "cap-hier.db"])
def test_nothing_but_a_copy_is_removed(data: LocalData, folder: DataFolder, name: str) -> None:
    data.keep_copy(TODAY)
    with pytest.raises(NotReached):
        remove_copy(folder, name)
    assert folder.database.exists()


def _empty(target: Path) -> None:
    target.write_bytes(b"")


def _half(target: Path) -> None:
    target.write_bytes(target.read_bytes()[:20_000])


def _altered_row(target: Path) -> None:
    _change(target, "UPDATE answers SET record = '{}'")


def _folder(target: Path) -> None:
    target.unlink()
    target.mkdir()
    (target / "notes.txt").touch()


def _pipe(target: Path) -> None:
    target.unlink()
    os.mkfifo(target)


def _link_to_nothing(target: Path) -> None:
    target.unlink()
    target.symlink_to("absent.db")


@pytest.mark.skipif(os.name == "nt", reason="pipes and links")
@pytest.mark.parametrize(
    "break_it", [_empty, _half, _altered_row, _folder, _pipe, _link_to_nothing]
)
def test_a_copy_of_today_that_is_none_is_made_again(
    data: LocalData, folder: DataFolder, break_it: object
) -> None:
    data.keep_copy(TODAY)
    target = folder.copy_of(TODAY)
    assert callable(break_it)
    break_it(target)
    database = data.database
    data.close()
    assert database is not None
    in_time(lambda: _keep(folder))
    assert state_of(target) == "whole"
    assert _shown(target) == _shown(folder.database)
    aside = [path for path in folder.copies.iterdir() if path.name.endswith(".ecarte")]
    assert len(aside) == (break_it in (_folder, _pipe))


def test_a_copy_of_today_of_other_data_is_kept(folder: DataFolder, tmp_path: Path) -> None:
    other = Database(tmp_path / "other.db")
    with other.begin() as tx:
        tx.journal.add("2020", "begun", "other")
    keep_daily_copy(other, folder, TODAY)
    other.close()
    database = Database(folder.database)
    keep_daily_copy(database, folder, TODAY)
    database.close()
    assert _shown(folder.copy_of(TODAY)) == _shown(folder.database)
    kept = known_copies(folder)
    assert [copy.kind for copy in kept] == ["avant-retour", "jour"]
    assert _ask(folder.copies / kept[0].name, "SELECT about FROM journal") == [("other",)]


def test_a_clock_that_ran_ahead_ten_days_harms_nothing(data: LocalData, folder: DataFolder) -> None:
    def lived(days: range) -> None:
        for day in days:
            _write(data, str(day))
            data.keep_copy(TODAY + timedelta(day))

    lived(range(10))
    lived(range(20, 30))  # ahead
    lived(range(10, 20))
    days = set(summary_of(folder).copies)
    assert days >= {TODAY + timedelta(day) for day in range(10, 30)}
    # The true day comes: what bears its name was written before.
    lived(range(20, 30))
    for day in range(20, 30):
        lines = _ask(folder.copy_of(TODAY + timedelta(day)), "SELECT count(*) FROM journal")
        before = _ask(folder.copy_of(TODAY + timedelta(day - 1)), "SELECT count(*) FROM journal")
        assert day == 20 or lines[0][0] == before[0][0] + 1  # type: ignore[operator]
    assert _ask(folder.copy_of(TODAY + timedelta(29)), "SELECT at FROM journal")[-1] == ("29",)


def test_a_clock_that_went_back_harms_nothing(data: LocalData, folder: DataFolder) -> None:
    for day in [*range(10), -700, -699, *range(10, 14)]:
        _write(data, str(day))
        data.keep_copy(TODAY + timedelta(day))
    days = set(summary_of(folder).copies)
    assert days >= {TODAY + timedelta(day) for day in (*range(4, 10), -700, *range(10, 14))}


# --- A second folder -------------------------------------------------------------------------


def test_closed_copies_go_to_a_second_folder(
    data: LocalData, folder: DataFolder, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.mkdir()
    keep_preferences(folder, Preferences(second_folder=str(key)))
    for day in range(30):
        data.keep_copy(TODAY + timedelta(day))
    asked = data.copy_now()
    assert asked is not None
    there = {path.name for path in key.iterdir()}
    here = {path.name for path in folder.copies.iterdir()} - {".essai"}
    assert there == here
    assert all(state_of(key / name) == "whole" for name in there)
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in key.iterdir()} == {0o600}


def test_a_key_that_is_not_there_is_told_only_of_a_copy_asked_for(
    data: LocalData, folder: DataFolder, tmp_path: Path
) -> None:
    keep_preferences(folder, Preferences(second_folder=str(tmp_path / "key")))
    data.keep_copy(TODAY)
    with pytest.raises(CopyNotSent) as found:
        data.copy_now()
    assert found.value.cause == "away"
    assert found.value.path.parent == tmp_path / "key"
    assert not (tmp_path / "key").exists()
    # The one beside the data was made.
    assert [copy.kind for copy in known_copies(folder)] == ["demandee", "jour"]


def test_a_key_holds_the_copies_of_two_computers(
    data: LocalData, folder: DataFolder, tmp_path: Path
) -> None:
    key = DataFolder(tmp_path)
    other = Database(tmp_path / "other.db")
    with other.begin() as tx:
        tx.journal.add("2020", "begun", "other")
    theirs = keep_daily_copy(other, key, TODAY)
    other.close()
    before = theirs.read_bytes()
    keep_preferences(folder, Preferences(second_folder=str(key.copies)))
    data.keep_copy(TODAY + timedelta(1))
    _write(data)
    asked = data.copy_now()
    assert asked is not None
    data.keep_copy(TODAY)
    send_copy(folder.copy_of(TODAY), key.copies)
    assert theirs.read_bytes() == before
    mine = key.copies / f"cap-{TODAY}-000000-jour.db"
    assert _shown(mine) == _shown(folder.database)


# --- Looked at, restored ---------------------------------------------------------------------


def test_copies_are_listed_with_what_differs(data: LocalData, folder: DataFolder) -> None:
    data.keep_copy(TODAY)
    count = len(_ask(folder.database, "SELECT 1 FROM answers"))
    copy = folder.copy_of(TODAY)
    (known,) = known_copies(folder)
    assert (known.name, known.day, known.time, known.kind) == (copy.name, TODAY, "", "jour")
    assert known.size == copy.stat().st_size
    same = look_at_copy(folder, known.name)
    assert (same.state, same.count) == ("whole", count)
    assert same.answers == same.actions == CountedDifference(0, 0, 0)
    # Written while the data are open, as by the program.
    _change(folder.database, THREE_GONE)
    _change(folder.database, "UPDATE actions SET removed = 1 WHERE rank = 1")
    gone = look_at_copy(folder, known.name)
    assert gone.answers == CountedDifference(3, 0, 0)
    assert gone.actions is not None
    assert gone.actions.back >= 1
    _altered_row(copy)
    damaged = look_at_copy(folder, known.name)
    assert not damaged.is_whole
    assert damaged.answers is not None
    assert damaged.answers.other == count - 3
    copy.write_bytes(b"half a copy")
    assert look_at_copy(folder, known.name).count is None


def test_the_copy_that_an_upgrade_made_is_one_of_them(data: LocalData, folder: DataFolder) -> None:
    data.keep_copy(TODAY)
    shutil.copy(PAST / "v0004.db", folder.path / "cap-avant-0005.db")
    kinds = {copy.kind: copy.name for copy in known_copies(folder)}
    assert kinds == {
        "avant-mise-a-jour": "cap-avant-0005.db",
        "jour": folder.copy_of(TODAY).name,
    }
    assert look_at_copy(folder, "cap-avant-0005.db").is_whole
    data.restore_copy("cap-avant-0005.db", lambda _name: None)
    remove_copy(folder, "cap-avant-0005.db")
    assert [
        copy.kind for copy in known_copies(folder) if copy.name.startswith("cap-avant-0005")
    ] == []


def test_a_preview_counts_each_year(data: LocalData, folder: DataFolder) -> None:
    asked = data.copy_now()
    assert asked is not None
    years = preview(folder, asked.name)
    assert len({year.structure for year in years}) == 3
    kept = _ask(folder.database, "SELECT 1 FROM answers")
    assert sum(year.answers for year in years) == len(kept)
    assert all((y.answers, y.actions) == (y.answers_then, y.actions_then) for y in years)
    _change(folder.database, "DELETE FROM answers")
    _change(folder.database, "UPDATE actions SET removed = 1")
    now = preview(folder, asked.name)
    assert now == tuple(
        YearPreview(y.structure, y.year, 0, y.answers_then, 0, y.actions_then) for y in years
    )


def test_a_restore_is_undone_by_restoring_what_it_kept(data: LocalData, folder: DataFolder) -> None:
    first = _shown(folder.database)
    asked = data.copy_now()
    assert asked is not None
    _write(data)
    _change(folder.database, THREE_GONE)
    second = _shown(folder.database)
    assert first != second
    kept: list[str] = []
    services = data.restore_copy(asked.name, kept.append)
    assert services.assessments.last_shown() is not None
    assert _shown(folder.database) == first
    assert _shown(folder.copies / kept[0]) == second
    (line,) = _ask(folder.database, "SELECT what, about FROM journal ORDER BY number DESC LIMIT 1")
    assert line == ("copy restored", asked.name)
    data.restore_copy(kept[0], kept.append)
    assert _shown(folder.database) == second
    assert len({*kept}) == 2
    assert [path.name for path in folder.path.glob(".*")] == []
    # What was written after the restore is kept as later than what it took the place of.
    data.keep_copy(TODAY)
    data.keep_copy(TODAY + timedelta(1))
    assert len([copy for copy in known_copies(folder) if copy.kind == "jour"]) == 2


def test_what_is_not_whole_is_neither_shown_nor_restored(
    data: LocalData, folder: DataFolder
) -> None:
    before = _shown(folder.database)
    data.keep_copy(TODAY)
    copy = folder.copy_of(TODAY)
    _altered_row(copy)
    for cause in ("damaged", "moved"):
        with pytest.raises(CopyNotRestored) as seen:
            preview(folder, copy.name)
        assert seen.value.cause == cause
        with pytest.raises(CopyNotRestored) as found:
            data.restore_copy(copy.name, lambda _name: None)
        assert found.value.cause == cause
        copy.unlink(missing_ok=True)
    assert _shown(folder.database) == before
    assert data.database is not None
    assert [copy.kind for copy in known_copies(folder)] == []


def test_a_copy_without_an_assessment_is_not_restored(
    data: LocalData, folder: DataFolder, tmp_path: Path
) -> None:
    empty = Database(tmp_path / "empty.db")
    copy = keep_copy(empty, folder, clock(), "demandee")
    empty.close()
    with pytest.raises(CopyNotRestored) as found:
        data.restore_copy(copy.name, lambda _name: None)
    assert found.value.cause == "empty"
    assert "aucune évaluation" in str(notice(found.value))


@pytest.mark.parametrize("schema", [1, 2, 3, 4, 5])
def test_a_copy_of_a_former_schema_is_restored(
    data: LocalData, folder: DataFolder, schema: int
) -> None:
    folder.copies.mkdir(exist_ok=True)
    copy = folder.copy_of(date(2025, 1, 1))
    shutil.copy(PAST / f"v{schema:04}.db", copy)
    assert look_at_copy(folder, copy.name).is_whole
    assert preview(folder, copy.name)
    answers = _ask(copy, "SELECT assessment_id, question, record FROM answers ORDER BY 1, 2")
    data.restore_copy(copy.name, lambda _name: None)
    assert _shown(folder.database)[: len(answers)] == answers


def test_where_the_present_data_cannot_be_kept_nothing_is_restored(
    data: LocalData, folder: DataFolder
) -> None:
    data.keep_copy(TODAY)
    before = _shown(folder.database)
    kept = folder.kept_copy(clock(), "avant-retour")
    (kept.with_name(f".{kept.name}.part") / "in the way").mkdir(parents=True)
    with pytest.raises(CopyNotMade):
        data.restore_copy(folder.copy_of(TODAY).name, lambda _name: None)
    assert _shown(folder.database) == before
    _write(data)
    assert [path.name for path in folder.path.glob(".*")] == []


def test_data_that_others_take_the_place_of_are_kept(
    data: LocalData, folder: DataFolder, tmp_path: Path
) -> None:
    before = _shown(folder.database)
    source = tmp_path / "other"
    source.mkdir()
    shutil.copy(PAST / "v0005.db", source / "cap.db")
    data.bring(source, lambda _missing: None)
    (kept,) = (copy for copy in known_copies(folder) if copy.kind == "avant-retour")
    assert _shown(folder.copies / kept.name) == before
    data.restore_copy(kept.name, lambda _name: None)
    assert _shown(folder.database) == before


def test_recovery_offers_the_whole_copies_of_every_kind(
    data: LocalData, folder: DataFolder
) -> None:
    before = _shown(folder.database)
    data.keep_copy(TODAY)
    asked = data.copy_now()
    assert asked is not None
    data.keep_copy(TODAY - timedelta(1))
    data.close()
    _altered_row(folder.copy_of(TODAY))
    _altered_row(folder.copy_of(TODAY - timedelta(1)))
    _half(folder.database)
    # That of the day is damaged, and the one asked for is not.
    assert [(copy.day, copy.is_whole) for copy in safety_copies(folder)] == [(TODAY, True)]
    restore(folder, TODAY, TODAY)
    assert _shown(folder.database) == before
    # Where none is whole, those that open are better than nothing.
    asked.unlink()
    found = [(copy.day, copy.is_whole) for copy in safety_copies(folder)]
    assert found == [(TODAY, False), (TODAY - timedelta(1), False)]


# --- Tried once a week -----------------------------------------------------------------------


def test_a_copy_is_tried_once_a_week(data: LocalData, folder: DataFolder) -> None:
    assert not drill(folder, TODAY, clock)  # nothing to try
    data.keep_copy(TODAY)
    before = sorted(path.name for path in folder.path.rglob("*"))
    tried = [drill(folder, TODAY + timedelta(day), clock) for day in (0, 0, 6, 7, 8, -3, -2)]
    assert tried == [True, False, False, True, False, True, False]
    after = sorted(path.name for path in folder.path.rglob("*"))
    assert after == sorted([*before, folder.drill.name])


def test_a_drill_that_fails_is_told_and_tried_again(data: LocalData, folder: DataFolder) -> None:
    data.keep_copy(TODAY)
    _altered_row(folder.copy_of(TODAY))
    for _start in range(2):
        with pytest.raises(CopyOfNoUse) as found:
            data.drill(TODAY)
        assert found.value.cause == "damaged"
        assert "n’a rien changé" in str(notice(found.value))
    data.keep_copy(TODAY)
    data.drill(TODAY)
    assert folder.drill.read_text("ascii") == TODAY.isoformat()


# --- Drafts ----------------------------------------------------------------------------------


def test_drafts_of_a_kill_are_cleared_at_start_ours_only(
    folder: DataFolder, tmp_path: Path
) -> None:
    chosen = tmp_path / "reports"
    keep_preferences(folder, Preferences(folder=str(chosen)))
    ours = [
        folder.evidence / ".part-a1b2c3d4",
        folder.copies / ".cap-2026-11-02.db.part",
        folder.copies / ".cap-2026-11-02.db.part-journal",
        folder.path / ".cap-avant-0006.db.part",
        folder.path / ".cap.db.arrivee",
        folder.path / ".reglages.json.0a1b2c3d",
        chosen / ".CAP-2026-rapport-les-deux-rives.pdf.0a1b2c3d",
    ]
    theirs = [
        folder.evidence / ".part-of mine.txt",
        folder.copies / ".cap-hier.db.part",
        folder.path / ".cap.db.arrivee.txt",
        chosen / ".rapport.pdf.0a1b2c3d",
        chosen / ".CAP-2026-rapport-les-deux-rives.pdf",
        chosen / "CAP-2026-rapport-les-deux-rives.pdf",
    ]
    for path in [*ours, *theirs]:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (0, 0))
    running = chosen / ".CAP-2026-rapport-en-cours.pdf.0a1b2c3d"
    running.touch()
    now = datetime.now(UTC)
    opened = LocalData(folder, lambda: now)
    opened.open()
    opened.close()
    assert [path for path in ours if path.exists()] == []
    assert [path for path in [*theirs, running] if not path.exists()] == []
