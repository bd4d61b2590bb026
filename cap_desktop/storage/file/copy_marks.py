"""By what a database and its copies are known, and in which order they were made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from cap_desktop.errors import NotSaved
from cap_desktop.storage.file.connect import DURABLE, Mode, connect
from cap_desktop.storage.file.database_file import cause_of, looked_again

FIRST_LINES = 2
"""The first questionnaire and the first assessment, whose name no other database has."""

CHANGES = ("history", "action_history")
"""The tables that only grow with what a person does."""


class CopyMark(NamedTuple):
    """The first lines of the journal, and how much was ever written.

    Lines are only ever added: a copy has those of its database.
    """

    begun: tuple[tuple[str, str, str], ...]
    age: tuple[int, int]

    def is_past_of(self, other: CopyMark) -> bool:
        """True for a copy of the same database, made before."""
        return self.begun == other.begun[: len(self.begun)]


def mark_of(path: Path, mode: Mode = "rest") -> CopyMark | None:
    """Read the mark of a database; None where it cannot be read."""
    try:
        with closing(connect(path, mode)) as file:
            lines = file.execute(
                "SELECT at, what, about FROM journal ORDER BY number LIMIT ?", (FIRST_LINES,)
            ).fetchall()
            tables = {str(row[0]) for row in file.execute("SELECT name FROM sqlite_master")}
            # What takes changes away, as a year that is removed, adds a line to the journal.
            changes = sum(_last(file, table) for table in CHANGES if table in tables)
            return CopyMark(tuple(lines), (_last(file, "journal"), changes))
    except (sqlite3.Error, UnicodeDecodeError, TypeError, ValueError):
        return None


def _last(file: sqlite3.Connection, table: str) -> int:
    (number,) = file.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()
    return int(number)


def write_restored(draft: Path, above: int, at: str, copy: str) -> None:
    """Write in the journal that a copy took the place of data whose last line had a number.

    From then on it counts as made after them. Raises ``NotSaved``.
    """
    try:
        with closing(connect(draft, "write", pragmas=DURABLE)) as file:
            file.execute(
                "INSERT INTO journal (number, at, what, about)"
                " SELECT max(?, coalesce(max(number), 0)) + 1, ?, 'copy restored', ? FROM journal",
                (above, at, copy),
            )
    except sqlite3.Error as error:
        raise NotSaved(draft, looked_again(draft, cause_of(error) or "failed")) from error
