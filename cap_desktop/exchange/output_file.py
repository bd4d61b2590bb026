"""Writing a file or a folder where somebody asked: whole, or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from cap_desktop.durable import rename
from cap_desktop.errors import FolderNotEmpty, OutputDenied

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_FOR_ALL = 0o666
"""Less what the person's own mask takes away, as for any file they write."""


def write_whole(path: Path, data: bytes, *, rights: int = _FOR_ALL) -> None:
    """Write the bytes under the name only once all of them are on the disk.

    Raises ``OutputDenied``; what stood there before is then untouched, unless it is the folder
    that the disk refuses: the new bytes stand there whole, and may not last. The folder has to be
    there: one made anew where a key was pulled out would hide that it is gone.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(draft, _NEW, rights)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            rename(draft, path)
        except BaseException:
            with suppress(OSError):  # the first reason is the one that is told
                draft.unlink()
            raise
    except OSError as error:
        raise OutputDenied(path, error.errno or 0) from error


def empty_folder(path: Path) -> None:
    """Make sure that the folder is there and empty; raises ``FolderNotEmpty``."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            raise FolderNotEmpty(path)
    except OSError as error:
        raise OutputDenied(path, error.errno or 0) from error
