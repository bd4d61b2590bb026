"""Every piece of the museum of damaged files ends in the program, or with the right sentence."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from cap_desktop.errors import CapError, DatabaseDamaged
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import load
from cap_desktop.services.folder.former_data import safety_copies
from cap_desktop.services.folder.local_data import LocalData
from tests.faults.length import Told
from tests.faults.museum import MUSEUM, Piece
from tests.folders import clock
from tests.hostile import in_time


@pytest.mark.parametrize("piece", MUSEUM, ids=lambda piece: piece.name)
def test_a_damaged_file_ends_in_the_program_or_with_the_right_sentence(
    piece: Piece, small: Path, tmp_path: Path, told: Told
) -> None:
    folder = DataFolder(tmp_path / "piece")
    shutil.copytree(small, folder.path)
    before = _seen(folder.path)
    piece.harm(folder)
    assert _seen(folder.path) != before
    load(folder.preferences)
    names = in_time(lambda: _opened(folder))
    if isinstance(names, CapError):
        assert piece.ends, notice(names)
        assert piece.ends in notice(names)
        assert not isinstance(names, DatabaseDamaged) or safety_copies(folder)
    else:
        assert isinstance(names, list)
        assert piece.ends == ""
        assert len(names) == bool(piece.named)
        assert all(piece.named in name for name in names)
    told("museum", damaged_files=1)


def _opened(folder: DataFolder) -> list[str]:
    """What is told as damaged once the data are open, and every year of them was looked at."""
    data = LocalData(folder, clock)
    try:
        data.first_look()
        data.first_assessment()
        services = data.open()
        assert data.damage is not None
        for structure in services.assessments.structures():
            for year in services.assessments.years(structure.id):
                services.assessments.open(year.id)
                services.plans.plan(year.id)
        return [item.name for item in data.damage.found()]
    finally:
        data.close()


def _seen(folder: Path) -> dict[str, object]:
    """A folder as it is, where a pipe is not waited for."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        name = str(path.relative_to(folder))
        found[name] = path.read_bytes() if stat.S_ISREG(mode) else stat.S_IFMT(mode)
        if stat.S_ISLNK(mode):
            found[name] = path.readlink()
    return found
