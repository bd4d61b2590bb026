"""Names that last: a file is on the disk once its folder is too, and the folder above a new one.

Here alone a folder is synced. Windows has no such thing: its file system keeps names by itself.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

_UNABLE = (errno.EINVAL, errno.ENOTSUP, errno.EACCES)
"""Said of a folder that cannot be synced at all, as on some shares, or may not be read."""


def rename(draft: Path, target: Path) -> None:
    """Let a file take the name, and the place, of another one; the name lasts.

    Raises ``OSError``; where it comes from the folder, the name is there and may not last.
    """
    draft.replace(target)
    sync_folder(target.parent)


def make_folders(folder: Path, rights: int) -> None:
    """Make a folder, and those above it that are not there; their names last.

    ``rights`` are those of the last one. Raises ``OSError``.
    """
    missing = [folder]
    while not missing[-1].parent.is_dir():
        missing.append(missing[-1].parent)
    for made in reversed(missing):
        made.mkdir(rights if made is folder else 0o777, exist_ok=True)
        sync_folder(made.parent)


def sync_file(path: Path) -> None:
    """Make sure that the bytes of a file are on the disk; raises ``OSError``."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk; raises ``OSError``.

    One sync that fails is tried again: a system forgets no name by it, as it may bytes of a file.
    What comes after a rename cannot be undone by telling that it failed.
    """
    if os.name == "nt":
        return
    try:
        _sync_names(folder)
    except OSError as error:
        if error.errno not in _UNABLE:
            _sync_names(folder)


def _sync_names(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
