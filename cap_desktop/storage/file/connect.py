"""The one way to a database file: every connection of the program is made here."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Literal

from cap_desktop.private import make_file

Mode = Literal["look", "rest", "write", "make"]

Pragmas = Mapping[str, int | str]

BUSY_SECONDS = 5.0
"""How long a lock of another program is waited for."""

# TRUNCATE and EXTRA, not WAL: the data at rest is one whole file, and an acknowledged answer
# survives a power cut.
DURABLE: Pragmas = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}
"""The settings that lose nothing, for whoever writes."""

_PLAIN: Pragmas = {}


def connect(
    path: Path, mode: Mode, *, pragmas: Pragmas = _PLAIN, timeout: float | None = None
) -> sqlite3.Connection:
    """Open a database file for the thread that asks; whoever opens it closes it.

    ``look`` leaves it as it is, but for what a kill left half written, which SQLite undoes.
    ``rest`` never writes: for a file that nobody has open. ``write`` is for a database that is
    there, ``make`` for one that may not be,
    and is made for this person alone. Each pragma is set, then read back and required.
    Transactions are begun by whoever wants one. Raises ``sqlite3.Error``.
    """
    if mode == "make":
        with suppress(OSError):  # SQLite meets the same refusal, and says it
            make_file(path)
    connection = sqlite3.connect(
        address(path.resolve(), _uri_mode(path, mode)),
        timeout=BUSY_SECONDS if timeout is None else timeout,
        isolation_level=None,
        uri=True,
    )
    try:
        _require(connection, pragmas)
    except BaseException:
        connection.close()
        raise
    return connection


def _require(connection: sqlite3.Connection, pragmas: Pragmas) -> None:
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")
        (seen,) = connection.execute(f"PRAGMA {name}").fetchone()
        if seen != value:
            raise RuntimeError(f"{name} is {seen!r}, not {value!r}")


def _uri_mode(path: Path, mode: Mode) -> str:
    if mode == "look":
        # What was half written stands in the journal, and SQLite must write to undo it.
        return "rw" if has_journal(path) else "ro"
    return {"rest": "ro", "write": "rw", "make": "rwc"}[mode]


def has_journal(path: Path) -> bool:
    """True where a kill left something half written beside a database."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def address(path: PurePath, mode: str) -> str:
    """The URI of a whole path, as SQLite reads it.

    It refuses a server in the place of the authority: a shared folder of Windows is written as
    a path with two more slashes.
    """
    written = path.as_uri()
    if not written.startswith("file:///"):
        written = written.replace("file://", "file:////", 1)
    return f"{written}?mode={mode}"
