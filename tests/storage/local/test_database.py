"""The file on the disk: its settings, its refusals, its tables."""

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.scoring.standing import FORMAT, read_standing
from cap_desktop.errors import DatabaseDamaged, DatabaseTooNew, NotSaved
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import keep_daily_copy, summary_of
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.file.connect import DURABLE
from cap_desktop.storage.file.database_file import APPLICATION_ID, SCHEMA
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.storage.local.start import first_look


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "cap.db"
    Database(made).close()
    return made


def test_the_settings_are_read_back(path: Path) -> None:
    database = Database(path)
    with database._engine.connect() as connection:
        for name, value in DURABLE.items():
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value
    database.close()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert file.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_the_migrations_make_the_tables_of_the_code(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "tables.db"
    engine = create_engine(f"sqlite:///{other}")
    tables.metadata.create_all(engine)
    migrated = create_engine(f"sqlite:///{path}")
    expected, seen = inspect(engine), inspect(migrated)
    names = set(tables.metadata.tables)
    assert set(seen.get_table_names()) - {"alembic_version"} == names
    for name in names:
        assert [
            (column["name"], str(column["type"]), column["nullable"])
            for column in seen.get_columns(name)
        ] == [
            (column["name"], str(column["type"]), column["nullable"])
            for column in expected.get_columns(name)
        ]
        assert seen.get_pk_constraint(name) == expected.get_pk_constraint(name)
        assert seen.get_foreign_keys(name) == expected.get_foreign_keys(name)
        assert seen.get_unique_constraints(name) == expected.get_unique_constraints(name)
        assert seen.get_indexes(name) == expected.get_indexes(name)
    engine.dispose()
    migrated.dispose()


def test_nothing_half_done_remains_after_an_error(path: Path) -> None:
    database = Database(path)
    with pytest.raises(ZeroDivisionError):
        _write_then_fail(database)
    with database.begin() as tx:
        assert tx.journal.lines() == ()
    database.close()


def _write_then_fail(database: Database) -> None:
    with database.begin() as tx:
        tx.journal.add("2026", "rien", "x")
        raise ZeroDivisionError


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 4096,
        b"PK\x03\x04",
        b"{}",
        b"SQLite format 3\x00" + b"\x00" * 84,
    ],
)
def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cap.db"
    path.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        Database(path)
    assert path.read_bytes() == data


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cap.db"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE t (a)")
        file.commit()
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged):
        Database(path)
    assert path.read_bytes() == before


def test_a_newer_database_is_refused_untouched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        file.execute("UPDATE alembic_version SET version_num = ?", (f"{SCHEMA + 1:04}",))
        file.commit()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew):
        Database(path)
    assert path.read_bytes() == before


def test_a_damaged_page_is_refused(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = b"\xaa" * (len(data) - len(data) // 2)
    assert bytes(data) != path.read_bytes()
    path.write_bytes(bytes(data))
    with pytest.raises(DatabaseDamaged):
        Database(path)


def test_a_database_belongs_to_the_thread_that_opened_it(path: Path) -> None:
    database = Database(path)
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    refused: list[Exception] = []

    def write() -> None:
        try:
            with database.begin() as tx:
                tx.journal.add("2026", "deux", "x")
        except RuntimeError as error:
            refused.append(error)

    other = threading.Thread(target=write)
    other.start()
    other.join()
    assert len(refused) == 1
    with database.begin() as tx:
        assert len(tx.journal.lines()) == 1
    database.close()


def test_a_file_deleted_while_open_is_noticed(path: Path) -> None:
    database = Database(path)
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    path.unlink()
    with pytest.raises(NotSaved) as caught, database.begin() as tx:
        tx.journal.add("2026", "deux", "x")
    assert caught.value.cause == "moved"
    database.close()


def test_a_file_locked_by_another_program_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cap_desktop.storage.file.connect.BUSY_SECONDS", 0.05)
    database = Database(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved) as caught, database.begin() as tx:
            tx.journal.add("2026", "un", "x")
        assert caught.value.cause == "locked"
        other.execute("ROLLBACK")
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    database.close()


def test_a_copy_is_whole_and_opens(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    target = tmp_path / "copie.db"
    database.copy_to(target)
    database.close()
    copy = Database(target)
    with copy.begin() as tx:
        assert len(tx.journal.lines()) == 1
    copy.close()


def test_a_copy_that_cannot_be_written_leaves_nothing(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    with pytest.raises(NotSaved):
        database.copy_to(tmp_path / "absent" / "copie.db")
    assert not list(tmp_path.glob("**/*.part"))
    database.close()


def test_a_transaction_cut_in_its_middle_is_undone_at_the_next_start(
    path: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = TRUNCATE")
        file.execute("PRAGMA cache_size = 1")
        file.execute("BEGIN IMMEDIATE")
        for number in range(2000):
            file.execute("INSERT INTO journal (at, what, about) VALUES (?, 'x', 'y')", (number,))
        journal = path.with_name(f"{path.name}-journal")
        assert journal.stat().st_size > 0
        # The disk as a kill leaves it: part of the pages written, the journal still there.
        cut = tmp_path / "coupe"
        cut.mkdir()
        for source in (path, journal):
            (cut / source.name).write_bytes(source.read_bytes())
        file.execute("ROLLBACK")
    database = Database(cut / path.name)
    with database.begin() as tx:
        assert tx.journal.lines() == ()
    database.close()


PAST = Path(__file__).resolve().parents[2] / "data" / "databases"


def _services(database: Database, folder: Path) -> LocalServices:
    evidence = EvidenceFolder(DataFolder(folder).evidence)
    return LocalServices(database, evidence, lambda: datetime(2026, 11, 24, 14, 32, tzinfo=UTC))


@pytest.mark.parametrize("past", sorted(PAST.glob("*.db")), ids=lambda path: path.stem)
def test_a_database_of_every_past_schema_opens_with_all_its_answers(
    past: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cap.db"
    shutil.copy(past, path)
    database = Database(path)
    services = _services(database, tmp_path)
    (structure,) = services.assessments.structures()
    newer, older = services.assessments.years(structure.id)
    assert services.assessments.open(older.id).answer("q_a") == Answer(
        value="n2", comment="Fiche signée"
    )
    assert older.is_sealed
    opened = services.assessments.show(newer.id)
    assert opened.answer("q_a").value == "n3"
    assert opened.is_discussed("q_ai")
    assert [change.after for change in services.assessments.history(newer.id)][:2] == [
        Answer(value="n1"),
        Answer(value="n3"),
    ]
    database.close()
    assert (tmp_path / f"cap-avant-{SCHEMA:04}.db").read_bytes()[:15] == b"SQLite format 3"


def test_every_past_schema_has_its_database() -> None:
    assert [path.stem for path in sorted(PAST.glob("*.db"))] == [
        f"v{number:04}" for number in range(1, SCHEMA)
    ]


def test_the_first_look_shows_the_last_change_and_refuses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cap.db"
    assert first_look(path) is None
    shutil.copy(PAST / "v0001.db", path)
    assert first_look(path) is None
    database = Database(path)
    services = _services(database, tmp_path)
    assert first_look(path) is None
    last = services.assessments.last_shown()
    assert last is not None
    opened = services.assessments.show(last)
    assert first_look(path) == opened.standing
    changed = services.answering.record_answer(last, "q_a", Answer(value="n1"), "Direction")
    assert first_look(path) == changed.standing
    database.close()
    path.write_bytes(b"not a database")
    assert first_look(path) is None


def test_the_standing_of_another_version_is_not_shown() -> None:
    assert read_standing("") is None
    assert read_standing("[]") is None
    assert read_standing("[" * 200_000) is None
    assert read_standing('{"format": "cap-standing/2 0.0.0"}') is None


def test_a_standing_kept_before_there_were_plans_is_still_shown(tmp_path: Path) -> None:
    shutil.copy(PAST / "v0002.db", tmp_path / "cap.db")
    with closing(sqlite3.connect(DataFolder(tmp_path).database)) as file:
        (text,) = file.execute("SELECT text FROM standing").fetchone()
    # As today's version of the program would have written it: another one's is not shown at all.
    tree = json.loads(text) | {"format": FORMAT}
    tree["following"]["minutes"] = 3
    standing = read_standing(json.dumps(tree))
    assert standing is not None
    assert standing.plan is None
    assert standing.year == 2026
    stranger: tuple[tuple[str, object], ...] = (
        *(("years", []), ("name", 3), ("done", 2**31), ("begun_at", "hier")),
    )
    for field, value in stranger:
        assert read_standing(json.dumps(tree | {field: value})) is None


def test_dated_copies_are_thinned_and_each_is_whole(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    for day in range(1, 14):
        keep_daily_copy(database, DataFolder(tmp_path), date(2026, 11, day))
    kept = summary_of(DataFolder(tmp_path)).copies
    # The ten last, and the last one of the week before them.
    assert kept == tuple(date(2026, 11, day) for day in (*range(13, 3, -1), 1))
    newest = DataFolder(tmp_path).copy_of(kept[0])
    before = newest.stat().st_mtime_ns
    keep_daily_copy(database, DataFolder(tmp_path), kept[0])
    assert newest.stat().st_mtime_ns == before
    database.close()
    Database(newest).close()
