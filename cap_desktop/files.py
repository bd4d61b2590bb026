"""Opening a file that somebody named, whatever stands under that name."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

# Not blocking: a pipe without a writer must stop neither the window nor the lane.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotAFileError(OSError):
    """A folder, a pipe or a device stands there."""


def open_bounded(path: Path) -> BinaryIO:
    """Open an ordinary file, which ends; whoever opens it closes it.

    Raises ``NotAFileError`` for what is none, ``OSError``, or ``ValueError`` for no possible name.
    """
    handle = os.open(path, _FLAGS)
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENODEV
        raise NotAFileError(number, os.strerror(number), str(path))
    return os.fdopen(handle, "rb")
