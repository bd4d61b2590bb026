"""A safety copy takes the place of the data that are open, which are kept as a copy first.

That copy undoes it: it is restored in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cap_desktop.errors import (
    CopyNotRestored,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseTooNew,
    NotOpened,
    NotSaved,
)
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.copy_list import require_whole
from cap_desktop.services.folder.former_data import draft_of
from cap_desktop.services.folder.safety_copies import copy_path, keep_copy
from cap_desktop.storage.file.copy_marks import mark_of, write_restored
from cap_desktop.storage.file.copying import copy_database, forget, put_in_place
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.database import Database


@dataclass(frozen=True, slots=True)
class ReadyCopy:
    """A copy that lies ready beside the data, and the copy of the data it takes the place of."""

    copy: Path
    draft: Path
    kept: Path


def prepare_restore(
    database: Database, folder: DataFolder, name: str, moment: datetime
) -> ReadyCopy:
    """Look at a copy, lay it ready, and keep the present data; they stay open and as they are.

    Raises ``CopyNotRestored``, or ``CopyNotMade`` where the present data could not be kept.
    """
    copy, draft = copy_path(folder, name), draft_of(folder)
    require_whole(copy)
    kept = None
    try:
        if not copy_database(copy, draft).assessments:
            raise CopyNotRestored(copy, "empty")
        kept = keep_copy(database, folder, moment, "avant-retour")
        present = mark_of(kept)
        write_restored(draft, 0 if present is None else present.age[0], moment.isoformat(), name)
    except BaseException as error:
        forget(draft)
        if kept is not None:
            forget(kept)  # nothing took the place of what it holds
        told = _told(copy, error)
        if told is None:
            raise
        raise told from error
    return ReadyCopy(copy, draft, kept)


def settle_restore(ready: ReadyCopy, folder: DataFolder) -> None:
    """Let the copy take the place of the data, which nobody has open.

    Raises ``CopyNotRestored``.
    """
    try:
        put_in_place(ready.draft, folder.database)
    except OSError as error:
        raise CopyNotRestored(ready.copy, cause_of(error) or "failed") from error
    finally:
        forget(ready.draft)


def take_back(ready: ReadyCopy, folder: DataFolder) -> None:
    """Put back the data of before, where what took their place could not be opened."""
    if mark_of(folder.database, "look") == mark_of(ready.kept):
        return  # nothing took their place
    draft = draft_of(folder)
    try:
        copy_database(ready.kept, draft)
        put_in_place(draft, folder.database)
    except OSError as error:
        raise CopyNotRestored(ready.kept, cause_of(error) or "failed") from error


def _told(copy: Path, error: BaseException) -> CopyNotRestored | None:
    """What is told of an error met while a copy was laid ready; None for what tells itself."""
    if isinstance(error, DatabaseAltered | DatabaseDamaged):
        return CopyNotRestored(copy, "damaged")
    if isinstance(error, DatabaseTooNew):
        return CopyNotRestored(copy, "too_new")
    if isinstance(error, OSError):
        return CopyNotRestored(copy, cause_of(error) or "failed")
    if isinstance(error, NotOpened | NotSaved):
        return CopyNotRestored(copy, error.cause)
    return None
