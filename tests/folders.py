"""The data folders of tests: what they are made with, and the demonstration made once."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cap_desktop.paths import DataFolder
from cap_desktop.services.files.demonstrations import fill
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.digests import KINDS, row_digest
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.patience import PATIENCE

POLLS = 600


def clock() -> datetime:
    return datetime(2026, 11, 24, 14, 32, tzinfo=UTC)


class TickingClock:
    """A clock that is a second later each time it is asked: what is done has an order."""

    def __init__(self) -> None:
        self.now = clock()

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def fill_demonstration(folder: Path) -> None:
    """Write the three structures of the demonstration, as a first launch finds them."""
    database = Database(folder / "cap.db")
    fill(LocalServices(database, EvidenceFolder(folder / "preuves"), clock))
    database.close()


def start_today(folder: Path) -> None:
    """What the first start of today leaves in a folder of data: their copy, and its trial."""
    data = LocalData(DataFolder(folder), clock)
    data.open()
    data.keep_copy(clock().date())
    data.drill(clock().date())
    data.close()


def write_digests(file: sqlite3.Connection, kind: str) -> None:
    """Make the rows of a kind match their digests again, after a test wrote them by no door."""
    rows = KINDS[kind]
    file.create_function("row_digest", -1, row_digest)
    values = ", ".join(f'"{name}"' for name in rows.columns)
    file.execute(f"UPDATE {rows.table} SET {rows.column} = row_digest('{kind}', {values})")


def of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what is made once for all the processes of a run lies."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder once for all the processes of a run: the first one makes, the others wait.

    Where the first one fails, whoever waited in vain makes its own.
    """
    try:
        os.close(os.open(folder.with_suffix(".lock"), os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        for _poll in range(POLLS):
            if folder.exists():
                return folder
            time.sleep(PATIENCE / POLLS)
    # It bears its name only once it is whole.
    draft = folder.with_name(f"{folder.name}-{os.getpid()}")
    make(draft)
    with suppress(OSError):
        draft.rename(folder)
    return folder if folder.exists() else draft
