"""What a database file says of itself, read with the standard library alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cap_desktop.errors import DatabaseDamaged, DatabaseTooNew

APPLICATION_ID = 0x43415044
"""« CAPD »: marks the file as ours."""

SCHEMA = 4
"""The number of the last migration, kept in `user_version`."""


def schema_of(path: Path) -> int:
    """The number of the last migration applied; 0 for a file that is not there yet.

    Raises ``DatabaseDamaged`` for what is no database of this program, ``DatabaseTooNew`` for
    one of a later version. Writes nothing.
    """
    if not path.exists():
        return 0
    if path.stat().st_size == 0:
        # SQLite would take it for a new database, and the answers for never given.
        raise DatabaseDamaged(path)
    try:
        with closing(sqlite3.connect(read_only(path), uri=True)) as file:
            (application,) = file.execute("PRAGMA application_id").fetchone()
            (schema,) = file.execute("PRAGMA user_version").fetchone()
            (verdict,) = file.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(path) from error
    if application != APPLICATION_ID or verdict != "ok" or schema < 1:
        raise DatabaseDamaged(path)
    if schema > SCHEMA:
        raise DatabaseTooNew(path)
    return int(schema)


def read_only(path: Path) -> str:
    """The address to look at a database without changing it.

    After a kill, what was half written stands in the journal, and SQLite must write to undo
    it: only then may the look change the file.
    """
    journal = path.with_name(f"{path.name}-journal")
    is_hot = journal.is_file() and journal.stat().st_size > 0
    return f"{path.resolve().as_uri()}?mode={'rw' if is_hot else 'ro'}"
