"""Programs that run in a process of their own, on a disk that fails where it is told to."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("failing_disk.c")
START = """
import ctypes, errno, json, os, sys
from pathlib import Path
disk = ctypes.CDLL(os.environ["LD_PRELOAD"])
disk.disk_count.restype = ctypes.c_long
disk.disk_fail.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int]
disk.disk_mark.argtypes = [ctypes.c_long]
OPEN, WRITE, TRUNCATE, SYNC, UNLINK, RENAME, MKDIR, READ = (1 << bit for bit in range(8))
ANY = 255
folder = Path(sys.argv[1])
disk.disk_root(str(folder).encode())

def counted(kinds, act):
    # How many operations of some kinds an act takes.
    disk.disk_fail(10**9, 0, 0, kinds)
    act()
    number = disk.disk_count()
    disk.disk_fail(0, 0, 0, 0)
    return number

def failing(number, error, kinds, act, sticky=False):
    # What becomes of an act whose Nth operation fails: nothing, or the error.
    disk.disk_fail(number, error, int(sticky), kinds)
    try:
        act()
    except Exception as raised:
        return raised
    finally:
        disk.disk_fail(0, 0, 0, 0)

def tell(found):
    print(json.dumps(found), flush=True)
"""

Failing = Callable[[str, Path], Any]
"""Runs a program against a folder whose disk fails; what it tells comes back."""


def built_in(folder: Path) -> Path:
    """Compile the disk that fails; a test that asks for it is passed over where it cannot be."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("a disk is made to fail on Linux, where there is a compiler")
    built = folder / "failing_disk.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O2", "-o", str(built), str(SOURCE), "-ldl"],
        check=True,
        timeout=PATIENCE,
    )
    return built


def run_on(disk: Path, program: str, folder: Path) -> Any:
    """What a program tells of a folder on that disk."""
    done = subprocess.run(
        [sys.executable, "-c", START + program, str(folder)],
        cwd=ROOT,
        env=os.environ | {"LD_PRELOAD": str(disk), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
