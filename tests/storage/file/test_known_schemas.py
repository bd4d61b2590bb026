"""What is recorded of each schema is what the migrations make; anything else is refused."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command, config
from sqlalchemy import create_engine

from cap_desktop.errors import DatabaseAltered, DatabaseDamaged
from cap_desktop.notices.errors import notice
from cap_desktop.storage.file.copying import copy_database, rows_of
from cap_desktop.storage.file.database_file import SCHEMA, schema_of
from cap_desktop.storage.file.known_schemas import schema_found, schema_made
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.start import first_look
from cap_desktop.storage.local.upgrade import MIGRATIONS

PAST = Path(__file__).resolve().parents[2] / "data" / "databases"


def _migrated(path: Path, schema: int) -> None:
    """A database that the migrations alone made, up to one of them."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        options = config.Config()
        options.set_main_option("script_location", str(MIGRATIONS))
        options.set_main_option("path_separator", "os")
        options.attributes["connection"] = connection
        command.upgrade(options, f"{schema:04}")
    engine.dispose()


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_what_is_known_of_a_schema_is_what_its_migrations_make(schema: int, tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    _migrated(path, schema)
    with closing(sqlite3.connect(path)) as file:
        assert schema_found(file) == schema_made(schema)


@pytest.mark.parametrize("past", sorted(PAST.glob("*.db")), ids=lambda path: path.stem)
def test_the_databases_of_the_past_are_ours(past: Path, tmp_path: Path) -> None:
    shutil.copy(past, tmp_path / past.name)
    assert schema_of(tmp_path / past.name) == int(past.stem[1:])


ADDED = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
    "named as a table": "CREATE TRIGGER answers AFTER INSERT ON answers "
    "BEGIN DELETE FROM answers; END",
    "view": "CREATE VIEW v AS SELECT * FROM answers",
    "table": "CREATE TABLE mine (a)",
    "index": "CREATE INDEX i ON answers (abs(discuss))",
}
CHANGED = {
    "view in the place of a table": (
        "DROP TABLE standing",
        "CREATE VIEW standing AS SELECT 'x' AS assessment_id, 'y' AS text",
    ),
    "missing table": ("DROP TABLE journal",),
    "column": ("ALTER TABLE answers ADD COLUMN mine TEXT DEFAULT 'x'",),
    "another version": ("PRAGMA user_version = 3",),
}


def _changed(path: Path, *statements: str) -> bytes:
    Database(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for statement in statements:
            file.execute(statement)
    return path.read_bytes()


@pytest.mark.parametrize("added", ADDED.values(), ids=ADDED)
def test_what_somebody_added_is_refused_by_name_and_left(added: str, tmp_path: Path) -> None:
    path = tmp_path / "cap.db"
    before = _changed(path, added)
    for refused in (
        lambda: Database(path),
        lambda: rows_of(path),
        lambda: copy_database(path, tmp_path / "draft.db"),
    ):
        with pytest.raises(DatabaseAltered) as found:
            refused()
        assert "modifié hors de CAP Desktop" in notice(found.value)
    assert first_look(path) is None
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["cap.db"]


@pytest.mark.parametrize("past", sorted(PAST.glob("*.db")), ids=lambda path: path.stem)
def test_a_trigger_of_a_former_schema_is_refused_before_the_upgrade(
    past: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cap.db"
    shutil.copy(past, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute(ADDED["trigger"])
    before = path.read_bytes()
    with pytest.raises(DatabaseAltered):
        Database(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("statements", CHANGED.values(), ids=CHANGED)
def test_what_is_not_as_the_migrations_made_it_goes_to_recovery(
    statements: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "cap.db"
    before = _changed(path, *statements)
    with pytest.raises((DatabaseAltered, DatabaseDamaged)):
        Database(path)
    assert first_look(path) is None
    assert path.read_bytes() == before
