"""One program for one folder of data: the others are kept out while it runs."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable

from PySide6.QtCore import QLockFile

from cap_desktop.errors import DatabaseInUse, OutputDenied
from cap_desktop.paths import DataFolder


def hold(folder: DataFolder) -> Callable[[], None]:
    """Keep other copies of the program out of a folder; return what lets them in again.

    Raises ``DatabaseInUse``, or ``OutputDenied`` where the folder cannot be written.
    """
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputDenied(folder.path, error.errno or 0) from error
    lock = QLockFile(str(folder.lock))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            number, machine, _name = lock.getLockInfo()[-3:]
            raise DatabaseInUse(folder.path, f"{machine}, {number}")
        # Qt does not say why; the system does.
        full = shutil.disk_usage(folder.path).free == 0
        raise OutputDenied(folder.path, errno.ENOSPC if full else errno.EACCES)
    return lock.unlock
