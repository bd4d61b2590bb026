"""Moving the data where the disk refuses one step: they are in the old folder or in the new one."""

from __future__ import annotations

from pathlib import Path

from cap_desktop.paths import DataFolder
from tests.faults.failing_disk import Failing
from tests.services.folder.seeded import seeded

REFUSED = """
import shutil
from cap_desktop.errors import DataNotMoved
from cap_desktop.paths import DataFolder, led_from
from cap_desktop.services.folder.moving import give_up_move, move
from cap_desktop.storage.file.row_print import row_print
from tests.faults.length import TRIED
home, target = DataFolder(folder / "systeme"), folder / "neuf"
rows = row_print(home.database)

def act():
    move(led_from(home), target, lambda _done, _all: None)

def again():
    home.pointer.unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)

ANYWHERE = WRITE | SYNC | RENAME | MKDIR | READ
number = counted(ANYWHERE, act)
found = []
for at in range(1, number + 1, max(1, number // TRIED)):
    again()
    error = failing(at, errno.EIO, ANYWHERE, act)
    assert error is None or isinstance(error, DataNotMoved), repr(error)
    where = led_from(home)
    assert row_print(where.folder.database) == rows == row_print(home.database)
    if error is not None:
        give_up_move(DataFolder(target))
    left = sorted(path.name for path in target.iterdir()) if target.exists() else []
    found.append([type(error).__name__, where.folder.path == target, bool(left)])
tell(found)
"""


def test_each_step_that_is_refused_leaves_the_data_in_one_folder(
    failing_disk: Failing, tmp_path: Path
) -> None:
    seeded(DataFolder(tmp_path / "systeme"))
    found = {tuple(item) for item in failing_disk(REFUSED, tmp_path)}
    # Refused, there, and nothing is left of it; or moved. Never: told as refused, and moved.
    assert found == {("DataNotMoved", False, False), ("NoneType", True, True)}
