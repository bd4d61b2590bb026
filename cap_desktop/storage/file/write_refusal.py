"""Why a disk refuses to be written, in the system's own words: SQLite only says that it does."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cap_desktop.storage.file.database_file import cause_of

ASKED = ("failed", "read_only")
"""Causes under which SQLite puts several."""


def write_refusal(path: Path, cause: str) -> str:
    """The cause told by SQLite, or the truer one that the system tells when it is asked.

    It is asked by a file without a name beside ``path``, which nothing leaves behind.
    """
    if cause not in ASKED:
        return cause
    try:
        with tempfile.TemporaryFile(dir=path.parent, buffering=0) as tried:
            tried.write(b"\0")
            os.fsync(tried.fileno())
    except OSError as error:
        return cause_of(error) or cause
    # SQLite says "read only" of what the disk did not give at that moment, too.
    return "failed" if os.access(path, os.W_OK) else "denied"
