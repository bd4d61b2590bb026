"""What a database file says of itself, read with the standard library alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cap_desktop.errors import DatabaseDamaged, DatabaseTooNew, NotOpened
from cap_desktop.storage.file.connect import connect

APPLICATION_ID = 0x43415044
"""« CAPD »: marks the file as ours."""

SCHEMA = 6
"""The number of the last migration, kept in `user_version`."""

FIRST_LINES = 2
"""The first questionnaire and the first assessment, whose name no other database has."""

_CAUSES = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_PRIMARY = 0xFF


def schema_of(path: Path) -> int:
    """The number of the last migration applied; 0 for a file that is not there yet.

    Raises ``DatabaseDamaged`` for what is no database of this program, ``DatabaseTooNew`` for
    one of a later version, ``NotOpened`` where the system or another program keeps it from
    being read. Writes nothing.
    """
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:
        # Not for a new one: a share that does not answer still has its data.
        cause = "denied" if isinstance(error, PermissionError) else "failed"
        raise NotOpened(path, cause) from error
    if size == 0:
        # SQLite would take it for a new database, and the answers for never given.
        raise DatabaseDamaged(path)
    try:
        with closing(connect(path, "look")) as file:
            (application,) = file.execute("PRAGMA application_id").fetchone()
            (schema,) = file.execute("PRAGMA user_version").fetchone()
            migrated = _migrated(file)
            (verdict,) = file.execute("PRAGMA quick_check(1)").fetchone()
    except UnicodeDecodeError as error:
        # Python says so where SQLite names what it does not understand.
        raise DatabaseDamaged(path) from error
    except sqlite3.Error as error:
        cause = "damaged" if is_nonsense(error) else cause_of(error) or "failed"
        if cause == "damaged":
            raise DatabaseDamaged(path) from error
        # A copy may only be advised for what is damaged: a lock passes.
        raise NotOpened(path, "denied" if cause == "read_only" else cause) from error
    if application != APPLICATION_ID or verdict != "ok" or schema < 1:
        raise DatabaseDamaged(path)
    if schema > SCHEMA and migrated <= SCHEMA:
        # Both numbers are written together: one of them is no longer what was written.
        raise DatabaseDamaged(path)
    if schema > SCHEMA:
        raise DatabaseTooNew(path)
    return int(schema)


def _migrated(file: sqlite3.Connection) -> int:
    """The number of the last migration as its own table says it; 0 where it says none."""
    try:
        found = file.execute("SELECT version_num FROM alembic_version").fetchone()
        return int(found[0])
    except (sqlite3.OperationalError, TypeError, ValueError):
        return 0


def is_nonsense(error: sqlite3.Error) -> bool:
    """True where SQLite understands nothing of a file, or a text in it is none."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return isinstance(error, sqlite3.OperationalError) and code == sqlite3.SQLITE_ERROR


def begun_as(path: Path) -> tuple[tuple[str, str, str], ...] | None:
    """The first lines of the journal, by which two files are known as one's past of the other.

    Lines are only ever added: a copy has those of its database. None where it cannot be read.
    """
    try:
        with closing(connect(path, "look")) as file:
            lines = file.execute(
                "SELECT at, what, about FROM journal ORDER BY number LIMIT ?", (FIRST_LINES,)
            )
            return tuple(lines)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def cause_of(error: BaseException | None) -> str | None:
    """Why reading or writing failed, in the words of ``NotSaved``; None for a fault of ours."""
    if isinstance(error, OSError):
        return "failed"
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return "moved"
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_IOERR:
        return "failed"
    return _CAUSES.get(primary)
