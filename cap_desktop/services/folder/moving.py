"""Moving the data to another folder: copied, checked, switched; the former one is kept.

How it is made so that a power cut leaves the data in the old folder or in the new one:

1. A mark is put into the new folder (`DataFolder.moving`): what lies beside it was only begun.
2. The database is copied by SQLite and checked, and every other file is copied, read again and
   compared; all of it is on the disk.
3. The rows of both databases are compared.
4. The folder of the system says where the data are now (`DataFolder.pointer`), by one rename:
   before it the data are in the old folder, after it in the new one.
5. The mark goes. The old folder stays until a person has it removed, at a later start.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cap_desktop.durable import sync_file, sync_folder
from cap_desktop.errors import (
    CapError,
    DatabaseDamaged,
    DataNotMoved,
    FormerFolderKept,
    OutputDenied,
    StorageRefused,
)
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.paths import DataFolder, Whereabouts
from cap_desktop.private import FILE, make_file, make_folder
from cap_desktop.services.folder.erasing import Progress
from cap_desktop.services.folder.former_data import MARGIN, draft_of
from cap_desktop.storage.file.copying import copy_database, forget, put_in_place
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.file.file_digest import sha256_of
from cap_desktop.storage.file.row_print import row_print
from cap_desktop.storage.local.evidence_folder import DRAFT, LENT

SERVICES = (
    *("OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloud", "Mobile Documents"),
    *("Nextcloud", "ownCloud", "pCloud", "MEGA", "kDrive", "Box Sync", "Syncthing", "hubiC"),
)
"""Names of folders that a program sends elsewhere, and changes while they are open."""


class MovePlan(NamedTuple):
    """What would be moved, and the service that synchronises the new folder; empty without."""

    target: Path
    files: int
    size: int
    service: str


def plan_move(where: Whereabouts, target: Path) -> MovePlan:
    """Look whether the data can be moved to a folder; nothing is changed.

    Raises ``DataNotMoved``.
    """
    source = where.folder
    if where.home is None:
        raise DataNotMoved(source.path, "fixed")
    if where.former is not None:
        raise DataNotMoved(where.former, "former")
    old, new = source.path.resolve(), target.resolve()
    if old == new:
        raise DataNotMoved(target, "same")
    if new.is_relative_to(old):
        raise DataNotMoved(target, "inside")
    files = [source.database, *(path for path, _name in _others(source))]
    try:
        _require_free(DataFolder(target), where.home)
        known = next(path for path in (new, *new.parents) if path.is_dir())
        with tempfile.TemporaryFile(dir=known):
            pass  # a disk that is read only says so here
        size = sum(path.stat().st_size for path in files)
        if shutil.disk_usage(known).free < size + MARGIN:
            raise DataNotMoved(target, "small")
    except OSError as error:
        raise DataNotMoved(target, cause_of(error) or "failed") from error
    return MovePlan(target, len(files), size, _service_of(new))


def move(where: Whereabouts, target: Path, progress: Progress) -> Whereabouts:
    """Copy the data to a folder, check them there, and say that they are there from now on.

    Whoever calls this has the locks of both folders. Raises ``DataNotMoved``: the data are then
    where they were.
    """
    plan_move(where, target)
    assert where.home is not None
    source, new = where.folder, DataFolder(target)
    try:
        make_folder(target)
        make_file(new.moving)
        sync_folder(target)
        _remove_own(new, but=(new.moving.name, new.lock.name))
        _copy_all(source, new, progress)
        if row_print(source.database, "look") != row_print(new.database):
            raise DataNotMoved(target, "differs")
        _point(where.home, target, source.path)
    except DataNotMoved:
        raise
    except (CapError, OSError) as error:
        if _leads_to(where.home, target):
            # Only the name of what says so may not last: either folder holds all of it.
            return Whereabouts(new, where.home, source.path, is_moved=True)
        raise DataNotMoved(target, _cause(error)) from error
    settle_move(new)
    return Whereabouts(new, where.home, source.path, target != where.home.path)


def settle_move(folder: DataFolder) -> None:
    """Take the mark off a folder in which the data are: the move ended."""
    with suppress(OSError):
        folder.moving.unlink(missing_ok=True)


def give_up_move(folder: DataFolder) -> None:
    """Take away what a move that was refused had begun; nothing but that."""
    if folder.moving.is_file():
        with suppress(OSError):
            _remove_own(folder, but=(folder.moving.name, folder.lock.name))
            folder.moving.unlink()


def remove_former(where: Whereabouts) -> Whereabouts:
    """Remove what the data left behind; files of somebody else in it stay.

    Raises ``FormerFolderKept``.
    """
    former, home = where.former, where.home
    if former is None or home is None:
        return where
    old = DataFolder(former)
    if former.is_dir() and not where.folder.database.is_file():
        raise FormerFolderKept(former, "moved")  # these are the only ones
    try:
        if former.is_dir():
            _remove_own(old)
            if former != home.path and not any(former.iterdir()):
                former.rmdir()
                sync_folder(former.parent)
        if where.folder.path == home.path:
            home.pointer.unlink(missing_ok=True)
            sync_folder(home.path)
        else:
            _point(home, where.folder.path, None)
    except (OSError, OutputDenied) as error:
        named = getattr(error, "filename", None)
        path = Path(named) if named else former
        raise FormerFolderKept(path, _cause(error)) from error
    return where._replace(former=None)


def size_of(folder: Path) -> int:
    """The bytes of a person's data in a folder, those of others left out."""
    data, total = DataFolder(folder), 0
    for path in (data.database, *(path for path, _name in _others(data))):
        with suppress(OSError):
            total += path.stat().st_size
    return total


def _service_of(path: Path) -> str:
    """The service that a folder is known to be sent to by, from the names above it."""
    for part in path.parts:
        for service in SERVICES:
            if part.casefold().startswith(service.casefold()):
                return service
    return ""


def _require_free(folder: DataFolder, home: DataFolder) -> None:
    """Let a folder pass that is new, empty, or holds what a move that was cut short left."""
    try:
        inside = {path.name for path in folder.path.iterdir()}
    except FileNotFoundError:
        return
    inside -= {folder.lock.name}
    if folder.path == home.path:
        inside.discard(folder.pointer.name)
    if folder.moving.name in inside:
        inside -= {*folder.rooms, *(path.name for path in _own_files(folder))}
    if inside:
        raise DataNotMoved(folder.path, "not_empty")


def _point(home: DataFolder, folder: Path, former: Path | None) -> None:
    make_folder(home.path)
    said = {"folder": str(folder), "former": "" if former is None else str(former)}
    write_whole(home.pointer, (json.dumps(said) + "\n").encode(), rights=FILE)


def _leads_to(home: DataFolder, target: Path) -> bool:
    try:
        return bool(json.loads(home.pointer.read_bytes())["folder"] == str(target))
    except (OSError, KeyError, TypeError, ValueError):
        return False


# --- Copying -----------------------------------------------------------------------------


def _copy_all(source: DataFolder, new: DataFolder, progress: Progress) -> None:
    others = list(_others(source))
    total = len(others) + 1
    progress(0, total)
    draft = draft_of(new)
    try:
        copy_database(source.database, draft)
        put_in_place(draft, new.database)
    finally:
        forget(draft)
    folders = {new.path}
    for done, (path, name) in enumerate(others, 1):
        progress(done, total)
        target = new.path / name
        for inside in reversed(name.parents):
            make_folder(new.path / inside)
            folders.add(new.path / inside)
        _copy(path, target)
    for folder in folders:
        sync_folder(folder)
    progress(total, total)


def _copy(path: Path, target: Path) -> None:
    """Copy a file for this person alone; it is read again, and the same."""
    make_file(target)
    shutil.copyfile(path, target)
    found = path.stat()
    os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))
    sync_file(target)
    if sha256_of(path) != sha256_of(target):
        raise DataNotMoved(target, "differs")


def _others(folder: DataFolder) -> Iterator[tuple[Path, Path]]:
    """Every file that goes besides the database, and its place; what is only passing stays."""
    passing = (folder.lock.name, folder.moving.name)
    for path in _own_files(folder):
        is_database = path.name.lstrip(".").startswith(folder.database.name)
        if path.name not in passing and not is_database and _is_file(path):
            yield path, Path(path.name)
    for room in folder.rooms:
        for inside, folders, names in os.walk(folder.path / room):
            folders[:] = sorted(name for name in folders if name != LENT)
            for name in sorted(names):
                path = Path(inside, name)
                if not name.startswith(DRAFT) and _is_file(path):
                    yield path, path.relative_to(folder.path)


def _is_file(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _own_files(folder: DataFolder) -> list[Path]:
    found = {path for pattern in folder.files for path in folder.path.glob(pattern)}
    return sorted(path for path in found if not path.is_dir())


def _remove_own(folder: DataFolder, but: tuple[str, ...] = ()) -> None:
    """Delete what is this program's in a folder, by its names; a link is never followed."""
    for name in folder.rooms:
        room = folder.path / name
        if room.is_symlink():
            room.unlink()
        elif room.is_dir():
            shutil.rmtree(room)
    for path in _own_files(folder):
        if path.name not in but:
            path.unlink(missing_ok=True)
    sync_folder(folder.path)


def _cause(error: CapError | OSError) -> str:
    if isinstance(error, StorageRefused):
        return error.cause
    if isinstance(error, DatabaseDamaged):
        return "damaged"
    return cause_of(error) or cause_of(error.__cause__) or "failed"
