"""Programs that a test starts on a screen of their own, and what they say line by line."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import IO

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.patience import PATIENCE, PATIENCE_MS

END = ""


def comes(is_so: Callable[[], object]) -> bool:
    """Let the window live until something is so; only a test has pytest-qt's robot for it."""
    late = QTimer()
    late.setSingleShot(True)
    late.start(PATIENCE_MS)
    while not is_so():
        if not late.isActive():
            return False
        QApplication.processEvents()
        time.sleep(0.005)
    return True


def lines_of(command: Sequence[str], around: Mapping[str, str]) -> list[str]:
    """Run a robot to its end; it is ended, with all it started, when its next line is missing."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as faults:
        run = subprocess.Popen(
            command,
            env=around,
            stdout=subprocess.PIPE,
            stderr=faults,
            text=True,
            start_new_session=True,
        )
        assert run.stdout is not None
        said: queue.Queue[str] = queue.Queue()
        told: list[str] = []
        reader = threading.Thread(target=_read, args=(run.stdout, said))
        reader.start()
        try:
            told.extend(iter(partial(said.get, timeout=PATIENCE), END))
            run.wait(PATIENCE)
        except queue.Empty:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait(PATIENCE)
        reader.join(PATIENCE)
        run.stdout.close()
        faults.seek(0)
        assert run.returncode == 0, f"{faults.read()}\nAfter {len(told)} lines: {told[-1:]}"
    return told


def _read(output: IO[str], said: queue.Queue[str]) -> None:
    for line in output:
        said.put(line)
    said.put(END)
