"""Where the data lie, and the dated copies kept beside them: one a day, the ten last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.errors import CopyNotMade, NotSaved
from cap_desktop.paths import DataFolder, day_of
from cap_desktop.private import make_folder
from cap_desktop.storage.file.database_file import begun_as, cause_of

if TYPE_CHECKING:
    from cap_desktop.storage.local.database import Database

KEPT = 10


@dataclass(frozen=True, slots=True)
class FolderSummary:
    """The folder of the data and the days of its safety copies, newest first."""

    folder: Path
    copies: tuple[date, ...]


def summary_of(folder: DataFolder) -> FolderSummary:
    """Look at a folder of data; a file that is not a dated copy is passed over."""
    return FolderSummary(folder.path, tuple(copy_days(folder)))


def copy_days(folder: DataFolder) -> list[date]:
    """The days of the safety copies, newest first."""
    try:
        found = list(folder.copies.iterdir())
    except OSError:
        return []
    return sorted((day for path in found if (day := day_of(path)) is not None), reverse=True)


def keep_daily_copy(database: Database, folder: DataFolder, today: date) -> Path:
    """Copy the database as it is unless today's copy is there; thin the older ones.

    A copy is whole and checked before it bears its name. Only copies of the same database are
    thinned, and never the one just made, whatever the clock says. Raises ``CopyNotMade``.
    """
    target = folder.copy_of(today)
    try:
        if not target.exists():
            make_folder(target.parent)
            database.copy_to(target)
            for day in _past(folder, target)[KEPT:]:
                if day != today:
                    folder.copy_of(day).unlink(missing_ok=True)
    except NotSaved as error:
        raise CopyNotMade(target, error.cause) from error
    except OSError as error:
        raise CopyNotMade(target, cause_of(error) or "failed") from error
    return target


def _past(folder: DataFolder, newest: Path) -> list[date]:
    """The days of the copies of the same database as the newest one, newest first."""
    lines = begun_as(newest) or ()

    def is_past(day: date) -> bool:
        known = begun_as(folder.copy_of(day))
        return known is not None and known == lines[: len(known)]

    return [day for day in copy_days(folder) if is_past(day)]
