"""What a database file says of itself, read with the standard library alone."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from cap_desktop.errors import (
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseTooNew,
    NotOpened,
    StorageError,
)
from cap_desktop.storage.file.connect import Mode, StrangeFileError, connect
from cap_desktop.storage.file.known_schemas import schema_found, schema_made

Found = TypeVar("Found")

APPLICATION_ID = 0x43415044
"""« CAPD »: marks the file as ours."""

SCHEMA = 6
"""The number of the last migration, kept in `user_version`."""

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

_NUMBERS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EBUSY: "locked",
}
"""The system's numbers, as causes."""

_BLOCK = 1024 * 1024


def schema_of(path: Path, mode: Mode = "look") -> int:
    """The number of the last migration applied; 0 for a file that is not there yet.

    Raises ``DatabaseDamaged`` for what is no database of this program, ``DatabaseAltered`` for
    one that holds more than ours, ``DatabaseTooNew`` for one of a later version, ``NotOpened``
    where the system or another program keeps it from being read. Writes nothing but what
    ``mode`` lets SQLite undo.
    """
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            # What it leads to is away, with its answers: a key that was pulled out.
            raise NotOpened(path, "moved") from error
        return 0
    except OSError as error:
        # Not for a new one: a share that does not answer still has its data.
        raise NotOpened(path, cause_of(error) or "failed") from error
    if size == 0 and path.is_file():
        # SQLite would take it for a new database, and the answers for never given.
        raise DatabaseDamaged(path)
    return read_surely(path, lambda: _schema(path, mode))


def read_surely(path: Path, read: Callable[[], Found]) -> Found:
    """Read a database, and tell what cannot be as the errors of one that is opened.

    One read that fails is a failed read: it is tried again, and damage is only told of a file
    whose every byte can be read. A copy may only be advised for what is damaged.
    """
    try:
        return read()
    except (sqlite3.Error, UnicodeDecodeError, DatabaseDamaged, NotOpened) as error:
        if _refusal_of(error) in ("locked", "not_a_file"):
            raise _told(path, error) from error
    try:
        return read()
    except (sqlite3.Error, UnicodeDecodeError, DatabaseDamaged, NotOpened) as error:
        told = _told(path, error)
        if isinstance(told, DatabaseDamaged) and not is_readable(path):
            told = NotOpened(path, "failed")
        raise told from error


def looked_again(path: Path, cause: str) -> str:
    """The cause that SQLite tells, or the truer one where it calls a file damaged.

    It does so where one read of it fails: all of it is looked at again.
    """
    if cause != "damaged":
        return cause
    try:
        schema_of(path)
    except DatabaseDamaged:
        return cause
    except StorageError:
        pass
    return "failed"


def _refusal_of(error: Exception) -> str | None:
    return error.cause if isinstance(error, NotOpened) else cause_of(error)


def _told(
    path: Path, error: sqlite3.Error | UnicodeDecodeError | DatabaseDamaged | NotOpened
) -> StorageError:
    if isinstance(error, DatabaseDamaged | NotOpened):
        return error
    if isinstance(error, UnicodeDecodeError):
        # Python says so where SQLite names what it does not understand.
        return DatabaseDamaged(path)
    cause = cause_of(error) or ("damaged" if is_nonsense(error) else "failed")
    if cause == "altered":
        return DatabaseAltered(path)
    if cause == "damaged":
        return DatabaseDamaged(path)
    if cause == "read_only" and not is_on_read_only_disk(path):
        cause = "denied"
    return NotOpened(error.path if isinstance(error, StrangeFileError) else path, cause)


def is_on_read_only_disk(path: Path) -> bool:
    """True where the system says that nothing can be written beside a file; nothing is tried."""
    try:
        flags = os.statvfs(path.parent).f_flag
    except (OSError, AttributeError):  # Windows has no such question
        return False
    return bool(flags & os.ST_RDONLY)


def is_readable(path: Path) -> bool:
    """True where the disk gives every byte of a file."""
    try:
        with path.open("rb") as stream:
            while stream.read(_BLOCK):
                pass
    except OSError:
        return False
    return True


def _schema(path: Path, mode: Mode) -> int:
    with closing(connect(path, mode)) as file:
        (application,) = file.execute("PRAGMA application_id").fetchone()
        (schema,) = file.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID or schema < 1:
            raise DatabaseDamaged(path)
        if schema > SCHEMA and _migrated(file) <= SCHEMA:
            # Both numbers are written together: one of them is no longer what was written.
            raise DatabaseDamaged(path)
        if schema > SCHEMA:
            raise DatabaseTooNew(path)
        _require_ours(path, file, schema)
        (verdict,) = file.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DatabaseDamaged(path)
        return int(schema)


def _require_ours(path: Path, file: sqlite3.Connection, schema: int) -> None:
    """Compare what a database is made of with what the migrations make.

    A trigger of somebody would run with each answer.
    """
    made, found = schema_made(schema), schema_found(file)
    if found.keys() - made.keys():
        raise DatabaseAltered(path)
    if found != made:
        raise DatabaseDamaged(path)


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


def cause_of(error: BaseException | None) -> str | None:
    """Why reading or writing failed, in the words of ``NotSaved``; None for a fault of ours."""
    if isinstance(error, StrangeFileError):
        return error.cause
    if isinstance(error, OSError):
        return _NUMBERS.get(error.errno or 0, "failed")
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return "moved"
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_IOERR:
        return "failed"
    return _CAUSES.get(primary)
