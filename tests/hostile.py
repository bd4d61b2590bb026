"""What somebody may have put into a folder of data, and a kill left in it."""

import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from cap_desktop.errors import CapError
from cap_desktop.storage.file.connect import JOURNAL_MAGIC
from tests.patience import PATIENCE

KILLED = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode = TRUNCATE")
file.execute("PRAGMA cache_size = 1")
file.execute("BEGIN IMMEDIATE")
for number in range(2000):
    file.execute("INSERT INTO journal (at, what, about) VALUES (?, 'x', 'y')", (number,))
os._exit(9)
"""


def killed(path: Path) -> Path:
    """Leave a database as a kill in the middle of a transaction does; return its journal."""
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, timeout=PATIENCE)
    real = path.resolve()
    journal = real.with_name(f"{real.name}-journal")
    assert journal.stat().st_size > 0
    return journal


def naming(journal: Path, victim: Path) -> None:
    """Let a journal end with the name of a journal above it, as SQLite writes it."""
    name = str(victim.resolve()).encode()
    page = 4096
    with journal.open("rb+") as stream:
        end = (stream.seek(0, os.SEEK_END) + 511) // 512 * 512
        stream.seek(end)
        total = sum(byte if byte < 128 else byte - 256 for byte in name) & 0xFFFFFFFF
        stream.write(struct.pack(">I", 0x40000000 // page + 1) + name)
        stream.write(struct.pack(">II", len(name), total) + JOURNAL_MAGIC)


def in_time(act: Callable[[], object]) -> object:
    """What an act raises or gives; one that waits for somebody fails the test."""
    came: list[object] = []

    def run() -> None:
        try:
            came.append(act())
        except CapError as error:
            came.append(error)

    lane = threading.Thread(target=run, daemon=True)
    lane.start()
    lane.join(PATIENCE)
    assert not lane.is_alive()
    (found,) = came
    return found
