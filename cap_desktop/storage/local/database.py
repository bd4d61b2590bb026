"""The database file: opened with the settings that lose nothing, one transaction at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import get_ident

from sqlalchemy import Connection, Engine, RootTransaction, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from cap_desktop.durable import rename, sync_file
from cap_desktop.errors import DatabaseDamaged, NotSaved, UpgradeFailed
from cap_desktop.private import make_file, make_folder
from cap_desktop.storage.file.connect import DURABLE, Mode, connect
from cap_desktop.storage.file.copying import forget, put_in_place
from cap_desktop.storage.file.database_file import SCHEMA, cause_of, looked_again, schema_of
from cap_desktop.storage.file.write_refusal import write_refusal
from cap_desktop.storage.local.change_counter import ChangeCounter
from cap_desktop.storage.local.digests import FUNCTION, DamagedRowError, row_digest
from cap_desktop.storage.local.mending import meet_damage
from cap_desktop.storage.local.transaction import Transaction
from cap_desktop.storage.local.upgrade import upgrade

DRAFT = ".nouveau"
"""What a new database is called after its name until it is whole."""


class Database:
    """One open database; it belongs to the thread that works on it."""

    def __init__(self, path: Path) -> None:
        """Open the file, made, upgraded or mended where needed; a copy is kept before an upgrade.

        Raises ``DatabaseDamaged``, ``DatabaseTooNew``, ``NotOpened``, ``UpgradeFailed`` or
        ``NotSaved``.
        """
        self.path, self._thread = path, get_ident()
        schema = schema_of(path)
        if schema == 0:
            _make(path)
        self._counter = ChangeCounter(path.resolve())
        self._engine = _engine(path, "write")
        try:
            if 0 < schema < SCHEMA:
                self._upgrade()
            if schema:
                meet_damage(path)
        except BaseException:
            self.close()
            raise

    def _upgrade(self) -> None:
        copy = self.path.with_name(f"{self.path.stem}-avant-{SCHEMA:04}.db")
        self.copy_to(copy)
        try:
            with self._begin() as connection:
                upgrade(connection)
        except Exception as error:
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
        # SQLite refuses too, and then its connection can be closed by nobody any more.
        if get_ident() != self._thread:
            raise RuntimeError("a database belongs to the thread that opened it")
        try:
            with self._engine.connect() as connection:
                transaction = connection.begin()
                before = self._change()
                try:
                    yield connection
                except BaseException:
                    _undo(transaction)
                    raise
                try:
                    transaction.commit()
                except DBAPIError:
                    _undo(transaction)
                    if not self._is_kept(connection, before):
                        raise
        except DamagedRowError as error:
            # It was whole when it was opened: the next opening meets it.
            raise DatabaseDamaged(self.path) from error
        except DBAPIError as error:
            cause = cause_of(error.orig)
            if cause is None and isinstance(error, OperationalError):
                # A table that is gone, a text that is none: looked at again when it is opened.
                raise DatabaseDamaged(self.path) from error
            if cause is None:
                raise
            if cause == "read_only":
                self._open_anew()
            refusal = write_refusal(self.path.resolve(), looked_again(self.path, cause))
            raise NotSaved(self.path, refusal) from error

    def _open_anew(self) -> None:
        """Let the next connection write, where the disk takes everything again.

        One that is opened while it refuses only reads, for good: SQLite does not say so. A file
        that was replaced is not opened in the place of the one that was open.
        """
        if self._counter.is_of(self.path):
            self._engine.dispose()

    def _change(self) -> bytes:
        try:
            return self._counter.now()
        except OSError as error:
            raise NotSaved(self.path, cause_of(error) or "failed") from error

    def _is_kept(self, connection: Connection, before: bytes) -> bool:
        """Read again whether a refused COMMIT was kept all the same, and make it durable.

        It may fail at its very last step, when nothing can be undone any more. Told as saved
        only once another COMMIT, which ends in the same way, has reached the disk.
        """
        try:
            with connection.begin():
                is_kept = self._change() != before
                if is_kept:
                    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        except (DBAPIError, NotSaved):
            return False
        return is_kept

    def copy_to(self, target: Path) -> None:
        """Write a whole, checked copy under the name; never half of one.

        Raises ``NotSaved``.
        """
        draft = target.with_name(f".{target.name}.part")
        try:
            draft.unlink(missing_ok=True)
            make_file(draft)
            with closing(connect(self.path, "look")) as source:
                source.execute("VACUUM INTO ?", (str(draft),))
            with closing(connect(draft, "rest")) as copy:
                (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise NotSaved(self.path, "failed")
            sync_file(draft)
            rename(draft, target)
        except (sqlite3.Error, OSError) as error:
            told = looked_again(self.path, cause_of(error) or "failed")
            cause = write_refusal(target, told)
            raise NotSaved(self.path, cause if self.path.exists() else "moved") from error
        finally:
            forget(draft)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        self._counter.close()


def _undo(transaction: RootTransaction) -> None:
    """Roll back; what the system refuses now hides no first reason."""
    with suppress(DBAPIError):
        transaction.rollback()


def _make(path: Path) -> None:
    """Make a new database, which bears its name only once it is whole; raises ``NotSaved``.

    A kill leaves a draft, which the next start makes anew.
    """
    draft = path.with_name(f".{path.name}{DRAFT}")
    try:
        make_folder(path.parent)
        forget(draft)
        engine = _engine(draft, "make")
        try:
            with engine.begin() as connection:
                upgrade(connection)
        finally:
            engine.dispose()
        sync_file(draft)
        put_in_place(draft, path)
    except Exception as error:
        driver = error.orig if isinstance(error, DBAPIError) else error
        cause = error.cause if isinstance(error, NotSaved) else cause_of(driver)
        if cause == "damaged":
            cause = "failed"  # nothing was there to be: the disk does not give what it took
        raise NotSaved(path, write_refusal(path, cause or "failed")) from error
    finally:
        forget(draft)


def _connected(path: Path, mode: Mode) -> sqlite3.Connection:
    connection = connect(path, mode, pragmas=DURABLE)
    connection.create_function(FUNCTION, -1, row_digest, deterministic=True)
    return connection


def _engine(path: Path, mode: Mode) -> Engine:
    # StaticPool: one connection for the life of the program, so that a deleted or replaced
    # file is noticed at the next write instead of being opened anew.
    engine = create_engine(
        "sqlite://",
        poolclass=StaticPool,
        creator=lambda: _connected(path, mode),
        hide_parameters=True,  # an error is copied for whoever helps, who reads no answer
    )

    @event.listens_for(engine, "begin")
    def _immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
