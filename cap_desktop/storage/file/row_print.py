"""What tells that two databases hold the same rows, whatever their pages look like."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

from cap_desktop.storage.file.connect import Mode, connect
from cap_desktop.storage.file.database_file import read_surely


def row_print(path: Path, mode: Mode = "rest") -> str:
    """The digest of every row of every table; raises ``DatabaseDamaged`` or ``NotOpened``."""

    def read() -> str:
        digest = hashlib.sha256()
        with closing(connect(path, mode)) as file:
            file.text_factory = bytes
            found = file.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).fetchall()
            for name, made in found:
                digest.update(repr((name, made)).encode())
                # In the order of the table itself: a copy made by SQLite has the same.
                for row in file.execute(f'SELECT * FROM "{name.decode()}" NOT INDEXED'):
                    digest.update(repr(row).encode())
        return digest.hexdigest()

    return read_surely(path, read)
