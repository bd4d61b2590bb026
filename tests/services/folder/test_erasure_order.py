"""An erasure written in a folder is obeyed only where it is this person’s, and of these data."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.errors import CapError
from cap_desktop.paths import DataFolder, Whereabouts
from cap_desktop.services.folder.erasure_order import is_obeyed, write_order
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.storage.local.evidence_folder import LENT
from tests.folders import clock
from tests.services.folder.seeded import GOES, files_with, seeded


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "donnees")


def _kept(folder: DataFolder) -> set[str]:
    """The files with what would go; what was opened is cleared by each start."""
    return {name for name in files_with(GOES, folder.path) if LENT not in name}


def _own(folder: DataFolder) -> LocalData:
    """As the program opens its own folder, that of the system."""
    return LocalData(folder, clock, Whereabouts(folder, folder))


def test_a_folder_that_somebody_hands_over_erases_nothing_unseen(folder: DataFolder) -> None:
    structure, _other = seeded(folder)
    write_order(folder, Erasure(structure, 2025), clock())
    before = _kept(folder)
    refused: list[CapError] = []
    data = LocalData(folder, clock)  # as with CAP_DESKTOP_DATA
    data.open()
    assert _kept(folder) == before
    assert data.waiting_order() == data.kept_data().waiting == Erasure(structure, 2025)
    data.erase(Erasure(structure, 2025), "", lambda _done, _all: None, refused.append)
    assert refused == []
    assert data.kept_data().waiting is None
    data.close()
    assert files_with(GOES, folder.path) == set()


@pytest.mark.parametrize("of", [None, [["2020-01-01", "questionnaire installed", "autre"]], "x"])
def test_an_order_of_other_data_waits_in_the_own_folder_too(folder: DataFolder, of: object) -> None:
    seeded(folder)
    asked = {"structure": "", "year": 0, "at": clock().isoformat(), "of": of}
    folder.erasing.write_text(json.dumps(asked))
    before = _kept(folder)
    data = _own(folder)
    services = data.open()
    assert len(services.assessments.structures()) == 2
    assert _kept(folder) == before
    assert data.waiting_order() == Erasure()
    data.give_up_erasing()
    assert data.waiting_order() is None
    assert not data.kept_data().is_unfinished
    data.close()


def test_an_order_of_a_former_folder_does_not_remove_it(folder: DataFolder, tmp_path: Path) -> None:
    """Data that were moved here came with an order that nobody of here gave."""
    seeded(folder)
    former = tmp_path / "ancien"
    shutil.copytree(folder.path, former)
    asked = {"structure": "", "year": 0, "at": clock().isoformat(), "of": None}
    folder.erasing.write_text(json.dumps(asked))
    data = LocalData(folder, clock, Whereabouts(folder, DataFolder(tmp_path / "systeme"), former))
    data.open()
    data.close()
    assert files_with(GOES, former)


def test_the_own_folder_goes_on_by_itself_at_every_step(folder: DataFolder) -> None:
    structure, _other = seeded(folder)
    where = Whereabouts(folder, folder)
    write_order(folder, Erasure(structure, 2025), clock())
    assert is_obeyed(where)
    data = _own(folder)
    data.open()
    data.close()
    assert not folder.erasing.exists()
    assert files_with(GOES, folder.path) == set()
    # A cut just before the end: the database says that it was done, and is of these data still.
    write_order(folder, Erasure(structure, 2025), clock())
    assert is_obeyed(where)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"structure": "", "year": 0, "at": "hier"}'])
def test_an_order_that_cannot_be_read_is_not_obeyed_and_is_told(
    folder: DataFolder, text: str
) -> None:
    seeded(folder)
    folder.erasing.write_text(text)
    data = _own(folder)
    data.open()
    assert data.kept_data().is_unfinished
    assert data.waiting_order() is None
    assert files_with(GOES, folder.path)
    data.close()
