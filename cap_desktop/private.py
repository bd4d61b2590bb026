"""What is written for one person alone: the data hold what others who use a machine must not read.

Reports and exports are not written here: they go where a person shares them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cap_desktop.durable import make_folders

FILE, FOLDER = 0o600, 0o700
_OTHERS = 0o077
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def make_folder(path: Path) -> None:
    """Make a folder for one person, and those above it; one that is there stays as it is.

    Their names last.
    """
    if not path.is_dir():
        make_folders(path, FOLDER)


def make_file(path: Path) -> None:
    """Make an empty file for one person, where there is none: whoever fills it keeps its rights.

    SQLite takes an empty file for a new database, and gives its journal the rights of the file.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, _NEW, FILE))


def opener(path: str, flags: int) -> int:
    """What `open` takes to make a file for one person."""
    return os.open(path, flags, FILE)


def tighten(folder: Path, names: Iterable[str], rooms: Iterable[str]) -> None:
    """Take from others what an earlier version, or a copy by hand, let them read.

    ``names`` are patterns of files of the folder, ``rooms`` folders in it that hold nothing else:
    one that was closed to others is not looked into. What a disk or another owner refuses stays
    as it is, and a link is never followed.
    """
    _close(folder, FOLDER)
    for pattern in names:
        for path in folder.glob(pattern):
            _close(path, FILE)
    for name in rooms:
        _tighten_room(folder / name)


def _tighten_room(room: Path) -> None:
    if not _close(room, FOLDER):
        return
    for inside, folders, files in os.walk(room):
        for name in folders:
            _close(Path(inside, name), FOLDER)
        for name in files:
            _close(Path(inside, name), FILE)


def _close(path: Path, rights: int) -> bool:
    """Take a file or a folder from others; False where there was nothing to take."""
    is_kind = stat.S_ISDIR if rights == FOLDER else stat.S_ISREG
    with suppress(OSError):
        mode = path.lstat().st_mode
        # A folder where everybody puts things is nobody's to close.
        if is_kind(mode) and mode & _OTHERS and not mode & stat.S_ISVTX:
            path.chmod(rights)
            return True
    return False
