"""By what a database and its copies are known, and in which order they were made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from cap_desktop.errors import NotSaved
from cap_desktop.storage.file.connect import DURABLE, Mode, connect
from cap_desktop.storage.file.database_file import cause_of

FIRST_LINES = 2
"""The first questionnaire and the first assessment, whose name no other database has."""


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
            # It keeps the largest number that was ever given, whatever was deleted since.
            given = dict(file.execute("SELECT name, seq FROM sqlite_sequence"))
            changes = int(given.get("history", 0)) + int(given.get("action_history", 0))
            return CopyMark(tuple(lines), (int(given.get("journal", 0)), changes))
    except (sqlite3.Error, UnicodeDecodeError, TypeError, ValueError):
        return None


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
        raise NotSaved(draft, cause_of(error) or "failed") from error
