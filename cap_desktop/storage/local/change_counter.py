"""Which change a database file is at, as its header says: what a refused COMMIT came to."""

from __future__ import annotations

import os
from pathlib import Path

PLACE, SIZE = 24, 4
"""Where SQLite counts the transactions that wrote to the file (file format, §1.3.6)."""

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class ChangeCounter:
    """Reads the counter through a handle of its own.

    The handle stays open as long as the database: closing it would drop the locks that this
    process holds on the file, as POSIX has it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def now(self) -> bytes:
        """The counter as it is on the disk; raises ``OSError``."""
        if self._handle is None:
            self._handle = os.open(self._path, _FLAGS)
        os.lseek(self._handle, PLACE, os.SEEK_SET)
        return os.read(self._handle, SIZE)

    def is_of(self, path: Path) -> bool:
        """True where the path still leads to the file whose counter is read."""
        try:
            return self._handle is not None and os.path.samestat(
                os.fstat(self._handle), path.stat()
            )
        except OSError:
            return False

    def close(self) -> None:
        """Let go of the file, once the database has; it is opened again where it is asked."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)
