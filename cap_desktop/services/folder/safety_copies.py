"""Where the data lie, and the dated copies kept beside them: one a day, the ten last."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.errors import CopyNotMade, NotSaved
from cap_desktop.storage.file.database_file import begun_as

if TYPE_CHECKING:
    from cap_desktop.storage.local.database import Database

KEPT = 10
FOLDER = "copies"
PREFIX = "cap-"


@dataclass(frozen=True, slots=True)
class DataPlace:
    """The folder of the data and the days of its safety copies, newest first."""

    folder: Path
    copies: tuple[date, ...]


def place_of(folder: Path) -> DataPlace:
    """Look at a folder of data; a file that is not a dated copy is passed over."""
    return DataPlace(folder, tuple(_copies(folder)))


def copy_of(folder: Path, day: date) -> Path:
    """Where the copy of a day is, or would be."""
    return folder / FOLDER / f"{PREFIX}{day.isoformat()}.db"


def keep_daily_copy(database: Database, folder: Path, today: date) -> Path:
    """Copy the database as it is unless today's copy is there; thin the older ones.

    A copy is whole and checked before it bears its name. Only copies of the same database are
    thinned, and never the one just made, whatever the clock says. Raises ``CopyNotMade``.
    """
    target = copy_of(folder, today)
    try:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            database.copy_to(target)
            for day in _past(folder, target)[KEPT:]:
                if day != today:
                    copy_of(folder, day).unlink(missing_ok=True)
    except NotSaved as error:
        raise CopyNotMade(target, error.cause) from error
    except OSError as error:
        cause = "full" if error.errno == errno.ENOSPC else "read_only"
        raise CopyNotMade(target, cause) from error
    return target


def _past(folder: Path, newest: Path) -> list[date]:
    """The days of the copies of the same database as the newest one, newest first."""
    lines = begun_as(newest) or ()

    def is_past(day: date) -> bool:
        known = begun_as(copy_of(folder, day))
        return known is not None and known == lines[: len(known)]

    return [day for day in _copies(folder) if is_past(day)]


def _copies(folder: Path) -> list[date]:
    """The days of the copies, newest first."""
    try:
        names = [path.stem for path in (folder / FOLDER).glob(f"{PREFIX}*.db")]
    except OSError:
        return []
    days = {day for name in names if (day := _day(name.removeprefix(PREFIX))) is not None}
    return sorted(days, reverse=True)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
