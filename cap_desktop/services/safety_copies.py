"""Dated safety copies: one a day, the ten last are kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cap_desktop.errors import NotSaved
from cap_desktop.storage.database import Database

KEPT = 10
FOLDER = "copies"
_PATTERN = "cap-????-??-??.db"


def copies(folder: Path) -> tuple[Path, ...]:
    """The copies of a data folder, newest first."""
    return tuple(sorted((folder / FOLDER).glob(_PATTERN), reverse=True))


def keep_daily_copy(database: Database, folder: Path, today: date) -> Path:
    """Copy the database as it is unless today's copy is there; thin the older ones.

    A copy is whole and checked before it bears its name. Raises ``NotSaved``.
    """
    target = folder / FOLDER / f"cap-{today.isoformat()}.db"
    if not target.exists():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotSaved(target.parent, "read_only") from error
        database.copy_to(target)
        for old in copies(folder)[KEPT:]:
            old.unlink(missing_ok=True)
    return target
