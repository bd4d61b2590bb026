"""The database file: opened with the settings that lose nothing, one transaction at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from cap_desktop.errors import NotSaved, UpgradeFailed
from cap_desktop.storage.schema import SCHEMA, schema_of
from cap_desktop.storage.transaction import Transaction
from cap_desktop.storage.upgrade import upgrade

# TRUNCATE and EXTRA, not WAL: the data at rest is one whole file, and an acknowledged answer
# survives a power cut.
SETTINGS = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}
"""Each is set, then read back and required."""

BUSY_SECONDS = 5

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


class Database:
    """One open database; it belongs to the thread that works on it."""

    def __init__(self, path: Path) -> None:
        """Open the file, made or upgraded where needed; a copy is kept before an upgrade.

        Raises ``DatabaseDamaged``, ``DatabaseTooNew``, ``UpgradeFailed`` or ``NotSaved``.
        """
        self.path = path
        schema = schema_of(path)
        if schema == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._engine = _engine(path)
        try:
            if schema < SCHEMA:
                self._upgrade(schema)
        except BaseException:
            self._engine.dispose()
            raise

    def _upgrade(self, schema: int) -> None:
        copy = self.path.with_name(f"{self.path.stem}-avant-{SCHEMA:04}.db")
        if schema:
            self.copy_to(copy)
        try:
            with self._begin() as connection:
                upgrade(connection)
        except Exception as error:
            if not schema:
                self._engine.dispose()
                self.path.unlink(missing_ok=True)
                cause = error.cause if isinstance(error, NotSaved) else cause_of(error)
                raise NotSaved(self.path, cause or "failed") from error
            raise UpgradeFailed(self.path, copy) from error

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """One transaction: leaving it is COMMIT, durable; an error undoes all of it.

        Raises ``NotSaved`` where the file cannot be written.
        """
        with self._begin() as connection:
            yield Transaction(connection)

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            cause = cause_of(error.orig)
            if cause is None:
                raise
            raise NotSaved(self.path, cause) from error

    def copy_to(self, target: Path) -> None:
        """Write a whole, checked copy under the name; never half of one.

        Raises ``NotSaved``.
        """
        draft = target.with_name(f".{target.name}.part")
        draft.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(self.path)) as source:
                source.execute("VACUUM INTO ?", (str(draft),))
            with closing(sqlite3.connect(draft)) as copy:
                (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise NotSaved(self.path, "failed")
            with draft.open("rb+") as stream:
                os.fsync(stream.fileno())
            draft.replace(target)
        except (sqlite3.Error, OSError) as error:
            raise NotSaved(self.path, cause_of(error) or "failed") from error
        finally:
            draft.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _engine(path: Path) -> Engine:
    # StaticPool: one connection for the life of the program, so that a deleted or replaced
    # file is noticed at the next write instead of being opened anew.
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=StaticPool,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _set(driver: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
        driver.isolation_level = None  # SQLAlchemy emits BEGIN, not the driver
        for name, value in SETTINGS.items():
            driver.execute(f"PRAGMA {name} = {value}")
            (seen,) = driver.execute(f"PRAGMA {name}").fetchone()
            if seen != value:
                raise RuntimeError(f"{name} is {seen!r}, not {value!r}")

    @event.listens_for(engine, "begin")
    def _immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def cause_of(error: BaseException | None) -> str | None:
    """Why a write failed, in the words of ``NotSaved``; None for a fault of the program."""
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
