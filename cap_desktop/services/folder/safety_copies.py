"""Where the data lie, and the copies kept beside them and in a second folder.

One a day, which are thinned; those that were asked for, or made before something, stay.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.errors import CopyNotMade, CopyNotSent, NotReached, NotSaved
from cap_desktop.paths import (
    ASIDE,
    CopyKind,
    CopyName,
    DataFolder,
    copy_name,
    free_copy,
    is_upgrade_copy,
)
from cap_desktop.private import make_file, make_folder
from cap_desktop.services.folder.thinning import DayCopy, thinned
from cap_desktop.storage.file.copy_marks import CopyMark, mark_of
from cap_desktop.storage.file.copying import forget, put_in_place
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.copy_state import state_of

if TYPE_CHECKING:
    from cap_desktop.storage.local.database import Database


@dataclass(frozen=True, slots=True)
class FolderSummary:
    """The folder of the data and the days of its safety copies, newest first."""

    folder: Path
    copies: tuple[date, ...]


def summary_of(folder: DataFolder) -> FolderSummary:
    """Look at a folder of data; a file that is not a safety copy is passed over."""
    return FolderSummary(folder.path, tuple(name.day for name in copies_in(folder.copies)))


def copies_in(copies: Path) -> list[CopyName]:
    """The names of the safety copies of a folder, newest first; none is opened."""
    try:
        found = list(copies.iterdir())
    except OSError:
        return []
    return sorted((name for path in found if (name := copy_name(path))), reverse=True)


def keep_daily_copy(database: Database, folder: DataFolder, today: date) -> Path:
    """Copy the database as it is unless a true copy of today is there; thin the older ones.

    One that is damaged is made again, and so is one whose day was false: another copy of the
    same data was made after it. What is no copy of these data is put aside, never deleted.
    A copy is whole and checked before it bears its name. Raises ``CopyNotMade``.
    """
    target = folder.copy_of(today)
    with _told(target):
        make_folder(target.parent)
        if not _is_made(database.path, target):
            database.copy_to(target)
            _thin(target)
    return target


def keep_copy(database: Database, folder: DataFolder, moment: datetime, kind: CopyKind) -> Path:
    """Make a copy that stays until it is removed; raises ``CopyNotMade``."""
    target = folder.kept_copy(moment, kind)
    with _told(target):
        make_folder(target.parent)
        database.copy_to(target)
    return target


def send_copy(copy: Path, second: Path) -> Path:
    """Put a copy that is closed into a second folder too, as on a key; thin those it has there.

    What lies there already and comes from other data is left as it is. The folder has to be
    there: one made anew would hide that the key is gone. Raises ``CopyNotSent``.
    """
    name, own = copy_name(copy), mark_of(copy)
    assert name is not None
    if not second.is_dir():
        raise CopyNotSent(second / name.file, "away")
    if second.resolve() == copy.parent.resolve():
        return copy
    target = second / name.file
    with _told(target, CopyNotSent):
        if os.path.lexists(target) and not _is_past(target, own):
            target = free_copy(second, name._replace(time=name.time or "000000"))
        _send(copy, target)
        _thin(target)
    return target


def remove_copy(folder: DataFolder, name: str) -> None:
    """Remove a copy that nobody wants any more; raises ``NotReached``."""
    path = copy_path(folder, name)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise NotReached(path, cause_of(error) or "failed") from error


def copy_path(folder: DataFolder, name: str) -> Path:
    """The file of a copy by its name; raises ``NotReached`` for what is the name of none."""
    path = folder.copies / Path(name).name
    if is_upgrade_copy(path):
        return folder.path / path.name
    if copy_name(path) is None:
        raise NotReached(path, "moved")
    return path


@contextmanager
def _told(target: Path, refused: type[CopyNotMade | CopyNotSent] = CopyNotMade) -> Iterator[None]:
    try:
        yield
    except NotSaved as error:
        raise refused(target, error.cause) from error
    except OSError as error:
        raise refused(target, cause_of(error) or "failed") from error


def _is_made(database: Path, target: Path) -> bool:
    """True where a true copy of today is there; its place is free, or may be taken, elsewhere."""
    state, present, found = state_of(target), mark_of(database, "look"), mark_of(target)
    if state in ("absent", "damaged"):
        return False
    if state == "whole" and (present is None or found is None or found.is_past_of(present)):
        return not _is_stale(target, found)
    name = copy_name(target)
    if state in ("whole", "too_new") and name is not None:
        target.rename(free_copy(target.parent, CopyName(name.day, "000000", "avant-retour")))
    else:
        target.rename(_free(target.with_name(f"{target.name}{ASIDE}")))
    return False


def _is_stale(target: Path, found: CopyMark | None) -> bool:
    return found is not None and any(copy.age > found.age for copy in _same(target, found))


def _is_past(target: Path, own: CopyMark | None) -> bool:
    """True for what a newer copy of the same data may replace: a past of it, or a damaged one."""
    found = mark_of(target)
    if found is None or own is None:
        return state_of(target) in ("absent", "damaged")
    return found.is_past_of(own)


def _free(path: Path) -> Path:
    number, name = 1, path.name
    while os.path.lexists(path):
        number += 1
        path = path.with_name(f"{name}-{number}")
    return path


def _thin(newest: Path) -> None:
    """Thin the copies of the day of the same data, never the one just made."""
    own = mark_of(newest)
    copies = [] if own is None else _same(newest, own)
    for copy in set(copies) - thinned(copies):
        if copy.name != newest.name:
            # What the system refuses is tried again with the next copy.
            with suppress(OSError):
                (newest.parent / copy.name).unlink(missing_ok=True)


def _same(one: Path, own: CopyMark) -> list[DayCopy]:
    """The copies of the day that lie with one and come from the same data.

    Made before or after it: the shorter journal begins as the other one does.
    """
    found = []
    for name in copies_in(one.parent):
        if name.kind == "jour":
            mark = mark_of(one.with_name(name.file))
            if mark is not None and (mark.is_past_of(own) or own.is_past_of(mark)):
                found.append(DayCopy(mark.age, name.day, name.file))
    return found


def _send(copy: Path, target: Path) -> None:
    """Write a copy again under a name, whole and on the disk before it bears it."""
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.unlink(missing_ok=True)
        make_file(draft)
        shutil.copyfile(copy, draft)
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        if state_of(draft) != "whole":
            raise CopyNotSent(target, "failed")
        put_in_place(draft, target)
    finally:
        forget(draft)
