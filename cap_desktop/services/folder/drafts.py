"""What a kill, or a disk that failed, left half written: deleted at start, ours only.

Whoever calls this has the lock of the folder: nobody else is writing in it.
"""

from __future__ import annotations

import re
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cap_desktop.paths import DataFolder, is_copy_draft
from cap_desktop.preferences import load
from cap_desktop.storage.file.copying import WORK

_WORK = re.compile(re.escape(WORK) + "[a-z0-9_]{8}")
_OUTPUT = re.compile(r"\.CAP-\d{4}-[a-z0-9-]+\.[a-z]{2,5}\.[0-9a-f]{8}")
"""The draft of a report under the name that the program proposes for it."""
PATIENCE = timedelta(hours=1)
"""Outside of its folder, another program may be writing than the one that starts."""


def clear_drafts(folder: DataFolder, now: datetime) -> None:
    """Delete the drafts of a folder, of its second one, and of reports where one was made last.

    Those of evidence are the business of its own folder.
    """
    own = re.compile(
        rf"\.{re.escape(folder.database.name)}\.(arrivee|nouveau)(-journal)?"
        rf"|\.{re.escape(folder.preferences.name)}\.[0-9a-f]{{8}}"
    )
    _clear(folder.path, lambda path: bool(own.fullmatch(path.name)) or is_copy_draft(path))
    _clear(folder.copies, is_copy_draft)
    for work in _inside(folder.path):
        if _WORK.fullmatch(work.name) and not work.is_symlink():
            shutil.rmtree(work, ignore_errors=True)
    chosen, before = load(folder.preferences), (now - PATIENCE).timestamp()
    if chosen.folder:
        _clear(Path(chosen.folder), lambda path: _is_output(path) and _is_left(path, before))
    if chosen.second_folder:
        second = Path(chosen.second_folder)
        _clear(second, lambda path: is_copy_draft(path) and _is_left(path, before))


def _is_output(path: Path) -> bool:
    return _OUTPUT.fullmatch(path.name) is not None


def _is_left(path: Path, before: float) -> bool:
    return path.lstat().st_mtime < before


def _clear(folder: Path, is_draft: Callable[[Path], bool]) -> None:
    for path in _inside(folder):
        # What the system refuses is tried again at the next start.
        with suppress(OSError):
            if is_draft(path) and stat.S_ISREG(path.lstat().st_mode):
                path.unlink()


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
