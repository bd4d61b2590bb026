"""Writing a file or a folder where somebody asked: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cap_desktop.errors import FolderNotEmpty, OutputDenied


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes under the name only once all of them are on the disk.

    Raises ``OutputDenied``; what stood there before is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
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
