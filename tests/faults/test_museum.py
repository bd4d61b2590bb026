"""Every piece of the museum of damaged files ends in the program, or with the right sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cap_desktop.errors import CapError, DatabaseDamaged
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import load
from cap_desktop.services.folder.former_data import safety_copies
from cap_desktop.services.folder.local_data import LocalData
from tests.faults.conftest import Told
from tests.faults.museum import MUSEUM, Piece
from tests.faults.torn_states import tree_of
from tests.folders import clock


@pytest.mark.parametrize("piece", MUSEUM, ids=lambda piece: piece.name)
def test_a_damaged_file_ends_in_the_program_or_with_the_right_sentence(
    piece: Piece, filled: Path, tmp_path: Path, told: Told
) -> None:
    folder = DataFolder(tmp_path / "piece")
    shutil.copytree(filled, folder.path)
    before = tree_of(folder.path)
    piece.harm(folder)
    assert _seen(folder.path) != before
    load(folder.preferences)
    data = LocalData(folder, clock)
    data.first_look()
    data.first_assessment()
    try:
        services = data.open()
    except CapError as error:
        assert piece.ends, notice(error)
        assert piece.ends in notice(error)
        if isinstance(error, DatabaseDamaged):
            assert safety_copies(folder)
    else:
        assert piece.ends == ""
        last = services.assessments.last_shown()
        assert last is not None
        services.assessments.open(last)
        services.plans.plan(last)
        assert data.damage is not None
        names = [item.name for item in data.damage.found()]
        assert any(piece.named in name for name in names) or names == [] == [*piece.named]
    finally:
        data.close()
    told("museum", damaged_files=1)


def _seen(folder: Path) -> dict[str, bytes | None]:
    """A folder as it is, where a pipe is not waited for."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
