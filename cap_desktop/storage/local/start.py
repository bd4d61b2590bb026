"""What a start shows, by the standard library alone, before SQLAlchemy is imported.

Nothing is refused and nothing is mended here: where anything is not as it should be, there is
nothing to show yet, and opening the database says why a moment later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from cap_desktop.domain.scoring.standing import OtherStructure, Standing, read_standing
from cap_desktop.storage.file.connect import connect, has_journal
from cap_desktop.storage.file.database_file import APPLICATION_ID, SCHEMA
from cap_desktop.storage.file.known_schemas import schema_found, schema_made
from cap_desktop.storage.local.digests import row_digest
from cap_desktop.storage.local.other_structures import OTHERS

Found = TypeVar("Found")

PATIENCE = 0.1
"""Seconds for a lock of another program: the window waits, and this is only a first look."""


def first_look(path: Path) -> Standing | None:
    """The standing that was kept for this start; None where there is nothing sure to show."""
    return looked(path, standing_of)


def looked(path: Path, read: Callable[[sqlite3.Connection], Found | None]) -> Found | None:
    """What `read` finds in a database; None where anything is not as it should be."""
    try:
        if not path.is_file() or has_journal(path.resolve()):
            return None
        with closing(connect(path, "rest", timeout=PATIENCE)) as file:
            (application,) = file.execute("PRAGMA application_id").fetchone()
            (schema,) = file.execute("PRAGMA user_version").fetchone()
            is_ours = (
                application == APPLICATION_ID
                and schema == SCHEMA
                and schema_found(file) == schema_made(SCHEMA)
            )
            return read(file) if is_ours else None
    except (sqlite3.Error, OSError, UnicodeDecodeError):
        return None


def standing_of(file: sqlite3.Connection) -> Standing | None:
    """The standing that was kept, with the other structures as they are now."""
    row = file.execute("SELECT digest, assessment_id, text FROM standing").fetchone()
    is_whole = row is not None and row_digest("standing", *row[1:]) == row[0]
    standing = read_standing(row[2]) if is_whole else None
    if standing is None or standing.assessment != standing.years[0].assessment:
        # A former version kept the year that was looked at last: it begins on the newest.
        return None
    others = file.execute(OTHERS, {"structure": standing.structure})
    found = tuple(OtherStructure(name, newest, bool(old)) for name, newest, old in others)
    return standing._replace(others=found)
