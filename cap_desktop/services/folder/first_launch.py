"""A folder without a database: a first launch, unless something says that data were there."""

from __future__ import annotations

import os
from pathlib import Path

from cap_desktop.errors import DatabaseGone, NotOpened, OnlyRemains, StorageError
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import draft_of, safety_copies
from cap_desktop.services.folder.safety_copies import copies_in
from cap_desktop.storage.file.copying import rows_of
from cap_desktop.storage.file.database_file import cause_of


def require_data_or_none(folder: DataFolder) -> None:
    """Let a folder pass that holds a database, or where none ever was.

    An empty file with nothing beside it is what a kill leaves of a first launch: it is deleted.
    Raises ``DatabaseGone`` where copies are left, ``OnlyRemains`` where something else is,
    ``NotOpened``.
    """
    database = folder.database
    if not os.path.lexists(database):
        if safety_copies(folder):
            raise DatabaseGone(database)
        left = _left(folder)
        if left:
            raise OnlyRemains(database, left)
    elif _is_empty(database) and not copies_in(folder.copies) and not _left(folder):
        try:
            database.unlink()
        except OSError as error:
            raise NotOpened(database, cause_of(error) or "failed") from error


def is_first_launch(folder: DataFolder) -> bool:
    """True where nothing was ever kept."""
    is_gone = not os.path.lexists(folder.database)
    return is_gone and not safety_copies(folder) and not _left(folder)


def upgrade_copies(folder: DataFolder) -> tuple[tuple[Path, int], ...]:
    """The whole copies that upgrades made, the last first, each with its number of answers."""
    found = []
    for path in sorted(folder.path.glob(f"{folder.database.stem}-avant-*.db"), reverse=True):
        try:
            found.append((path, rows_of(path).answers))
        except (StorageError, OSError):
            continue
    return tuple(found)


def _left(folder: DataFolder) -> tuple[str, ...]:
    """What is left of data beside the place of their database, in the words of the error.

    Evidence beside the draft of data that were being brought came with them: a kill, or a disk
    that failed, left both.
    """
    is_arriving = draft_of(folder).exists()
    seen = {
        "evidence": not is_arriving and any(folder.evidence.glob("*/*")),
        "upgrade": bool(upgrade_copies(folder)),
        "closed": _is_closed(folder.copies),
    }
    return tuple(kind for kind, is_there in seen.items() if is_there)


def _is_closed(copies: Path) -> bool:
    """True for a folder whose names the system keeps: copies may lie in it."""
    try:
        next(copies.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return False


def _is_empty(database: Path) -> bool:
    return database.is_file() and database.stat().st_size == 0
