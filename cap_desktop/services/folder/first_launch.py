"""A folder without a database: a first launch, unless something says that data were there."""

from __future__ import annotations

import os
from pathlib import Path

from cap_desktop.errors import DatabaseGone, NotOpened
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import safety_copies
from cap_desktop.services.folder.safety_copies import copy_days


def require_data_or_none(folder: DataFolder) -> None:
    """Let a folder pass that holds a database, or where none ever was.

    An empty file with nothing beside it is what a kill leaves of a first launch: it is deleted.
    Raises ``DatabaseGone`` where only copies are left, ``NotOpened``.
    """
    database = folder.database
    if not os.path.exists(database):  # noqa: PTH110 - never raises: the opening says why
        if safety_copies(folder):
            raise DatabaseGone(database)
    elif _is_empty(database) and not copy_days(folder) and not _has_evidence(folder):
        try:
            database.unlink()
        except OSError as error:
            raise NotOpened(database, "denied") from error


def _is_empty(database: Path) -> bool:
    return database.is_file() and database.stat().st_size == 0


def _has_evidence(folder: DataFolder) -> bool:
    return any(folder.evidence.glob("*/*"))
