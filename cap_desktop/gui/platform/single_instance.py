"""One program for one folder of data: the others are kept out while it runs.

The system holds the lock, and lets go of it with the process, however that ends. What is written
in it says who holds it, for a person and for another computer, whose system knows of no lock here.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from cap_desktop.errors import DatabaseInUse, DatabaseLeftOpen, OutputDenied
from cap_desktop.gui.platform import lock_note
from cap_desktop.paths import DataFolder
from cap_desktop.private import FILE, make_folder

# A link would have another file written over, and a pipe without a reader waited for.
_FLAGS = os.O_RDWR | os.O_CREAT
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
    _FLAGS |= getattr(os, _name, 0)
_TRIES = 5
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def hold(folder: DataFolder, now: datetime, *, take_over: bool = False) -> Callable[[], None]:
    """Keep other copies of the program out of a folder; return what lets them in again.

    A lock that is empty, damaged or whose holder is gone is taken over. Raises ``DatabaseInUse``,
    ``DatabaseLeftOpen`` unless a person takes over, ``OutputDenied`` where nothing can be written.
    """
    handle, is_locked = _taken(folder)
    try:
        if not take_over:
            _require_gone(folder, handle, is_locked=is_locked)
        _sign(handle, lock_note.written(lock_note.own_note(now)))
    except BaseException:
        os.close(handle)
        raise
    return partial(_release, handle, folder.lock)


def _taken(folder: DataFolder) -> tuple[int, bool]:
    """The open lock, which nobody here has any more, and whether the disk knows locks at all."""
    try:
        make_folder(folder.path)
        for _attempt in range(_TRIES):
            handle = _opened(folder.lock)
            try:
                is_locked = _lock(handle)
                # Whoever let go of it in between has deleted it: it is not the lock any more.
                if is_locked is not None and _is_there(handle, folder.lock):
                    return handle, is_locked
                holder = None if is_locked is not None else lock_note.read(_content(handle))
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)
            if is_locked is None:
                raise DatabaseInUse(folder.path, holder)
    except OSError as error:
        raise OutputDenied(folder.path, error.errno or 0) from error
    raise DatabaseInUse(folder.path, None)


def _opened(lock: Path) -> int:
    handle = os.open(lock, _FLAGS, FILE)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(lock))
    return handle


def _lock(handle: int) -> bool | None:
    """True once it is locked, None where another one has it, False on a disk without locks."""
    try:
        _lock_of_system(handle)
    except OSError as error:
        return None if error.errno in _TAKEN else False
    return True


if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30
    """A locked byte cannot be read by others: it stands behind everything that is."""

    def _lock_of_system(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_of_system(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_there(handle: int, lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), lock.lstat())
    except FileNotFoundError:
        return False


def _content(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, lock_note.LONGEST + 1)


def _require_gone(folder: DataFolder, handle: int, *, is_locked: bool) -> None:
    """Let a lock pass that names nobody, or a process of this computer that has ended."""
    holder = lock_note.read(_content(handle))
    if holder is None:
        return
    is_here = lock_note.is_here(holder)
    if is_here and not lock_note.is_running(holder):
        return
    # The number of a process that has ended may have been given to another one: this is asked
    # of the first window, and of a person only where no lock can tell.
    raise DatabaseLeftOpen(folder.path, holder, must_ask=not (is_here and is_locked))


def _sign(handle: int, note: bytes) -> None:
    """Say who holds it; on a full disk it names nobody, and is held all the same."""
    with suppress(OSError):
        # An empty file made shorter makes a disk wait all the same.
        if os.fstat(handle).st_size:
            os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, note)


def _release(handle: int, lock: Path) -> None:
    """Let others in; the disk that it was on may be gone."""
    is_own = False
    with suppress(OSError):
        is_own = _is_there(handle, lock)
    if is_own and sys.platform != "win32":
        # While it is held: nobody can have taken it yet.
        with suppress(OSError):
            lock.unlink()
    with suppress(OSError):
        os.close(handle)
    if is_own and sys.platform == "win32":
        with suppress(OSError):
            lock.unlink()
