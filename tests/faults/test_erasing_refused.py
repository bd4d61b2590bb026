"""Erasing on a disk that refuses one step: what is told of it is true."""

from __future__ import annotations

import shutil
from pathlib import Path

from cap_desktop.paths import DataFolder
from tests.faults.failing_disk import Failing
from tests.services.folder.seeded import seeded

FULL = """
from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.errors import EraseUnfinished, NotErased
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.erasing import finish_erasing
from cap_desktop.services.folder.erasure_order import write_order
from tests.faults.length import TRIED
from tests.folders import clock
import shutil
structure = (folder.parent / "structure").read_text()
kept = folder.parent / "gardee"
here = DataFolder(folder)

def again():
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)

def act():
    write_order(here, Erasure(structure, 2025), clock())
    finish_erasing(here)

again()
number = counted(WRITE | SYNC | RENAME | UNLINK, act)
found = []
for at in range(1, number + 1, max(1, number // TRIED)):
    again()
    error = failing(at, errno.ENOSPC, WRITE | SYNC | RENAME | UNLINK, act)
    assert error is None or isinstance(error, (NotErased, EraseUnfinished)), repr(error)
    began = here.erasing.exists()
    if began:
        finish_erasing(here)
    left = [str(path) for path in folder.rglob("*") if path.is_file()
            and b"MARQUE-PART" in path.read_bytes()]
    found.append([type(error).__name__, began, bool(left)])
tell(found)
"""


def test_a_disk_that_refuses_any_step_is_told_truly(failing_disk: Failing, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "donnees")
    structure, _other = seeded(folder)
    (tmp_path / "structure").write_text(structure)
    shutil.copytree(folder.path, tmp_path / "gardee")
    found = {tuple(item) for item in failing_disk(FULL, folder.path)}
    assert ("NotErased", False, True) in found
    assert ("EraseUnfinished", True, False) in found
    # Never: told as refused, and gone; told as done, and still there.
    assert found <= {
        ("NotErased", False, True),
        ("EraseUnfinished", True, False),
        ("NoneType", False, False),
    }
