"""Who else uses the machine reads nothing of the data, nor of what the program writes of itself."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.exchange.output_file import write_whole
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences
from cap_desktop.private import tighten
from cap_desktop.services.folder.former_data import prepare, restore, settle
from cap_desktop.services.folder.keep_preferences import keep_preferences
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.storage.local.database import Database
from tests.folders import clock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such rights there")

MUSEUM = Path(__file__).parents[2] / "data" / "databases"
QUESTION = "projet_ecrit"


@pytest.fixture(autouse=True)
def _a_mask_that_lets_all_read() -> Iterator[None]:
    former = os.umask(0o000)
    yield
    os.umask(former)


def _open_to_others(folder: Path) -> dict[str, str]:
    """What others could read or list in a folder, itself among it."""
    return {
        str(path.relative_to(folder.parent)): oct(stat.S_IMODE(path.stat().st_mode))
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    }


def _loosened(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)


def _worked(folder: DataFolder, demonstration: Path) -> None:
    """Bring former data, answer, add evidence, copy, set; what a day writes."""
    data = LocalData(folder, clock)
    services = data.bring(demonstration, lambda _names: None)
    current = services.assessments.last_shown()
    assert current is not None
    paper = folder.path.parent / "papier.pdf"
    paper.write_bytes(b"papier")
    services.evidence.add(current, QUESTION, paper, "D")
    data.keep_copy(date(2026, 11, 24))
    keep_preferences(folder, Preferences(text_size=125))
    data.close()


def test_whatever_a_day_writes_is_for_its_person_alone(tmp_path: Path, demonstration: Path) -> None:
    folder = DataFolder(tmp_path / "donnees")
    _worked(folder, demonstration)
    names = {path.name for path in folder.path.rglob("*")}
    assert {"cap.db", "preuves", "copies", "cap-2026-11-24.db", "reglages.json"} <= names
    assert _open_to_others(folder.path) == {}


def test_the_journal_of_a_change_is_for_its_person_alone(
    tmp_path: Path, open_database: Callable[[Path], Database]
) -> None:
    database = open_database(tmp_path / "donnees" / "cap.db")
    with database.begin() as tx:
        tx.journal.add("2026-11-24T14:00:00", "began", "x")
        seen = _open_to_others(tmp_path / "donnees")
        assert (tmp_path / "donnees" / "cap.db-journal").exists()
    assert seen == {}


@pytest.mark.parametrize("name", sorted(path.name for path in MUSEUM.glob("*.db")))
def test_an_upgrade_and_the_copy_before_it_are_for_their_person_alone(
    tmp_path: Path, name: str
) -> None:
    folder = DataFolder(tmp_path / "donnees")
    folder.path.mkdir()
    shutil.copyfile(MUSEUM / name, folder.database)
    data = LocalData(folder, clock)
    data.open()
    data.close()
    assert list(folder.path.glob("cap-avant-*.db"))
    assert _open_to_others(folder.path) == {}


def test_former_data_that_others_could_read_are_tightened_at_opening(
    tmp_path: Path, demonstration: Path
) -> None:
    folder = DataFolder(tmp_path / "donnees")
    _worked(folder, demonstration)
    folder.incidents.write_text("x", encoding="utf-8")
    _loosened(folder.path)
    data = LocalData(folder, clock)
    data.open()
    data.close()
    assert _open_to_others(folder.path) == {}


def test_a_copy_put_back_and_what_it_replaces_are_for_their_person_alone(
    tmp_path: Path, demonstration: Path
) -> None:
    folder = DataFolder(tmp_path / "donnees")
    _worked(folder, demonstration)
    with folder.database.open("rb+") as stream:
        stream.write(b"\0" * 4096)
    aside = restore(folder, date(2026, 11, 24), date(2026, 11, 25))
    assert aside is not None
    assert _open_to_others(folder.path) == {}


def test_what_is_not_of_the_program_keeps_its_rights(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "donnees")
    folder.path.mkdir()
    letter, elsewhere = folder.path / "lettre.odt", tmp_path / "ailleurs"
    for path in (letter, elsewhere):
        path.write_bytes(b"x")
    folder.preferences.symlink_to(elsewhere)
    tighten(folder.path, folder.files, folder.rooms)
    assert stat.S_IMODE(letter.stat().st_mode) == 0o666
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o666


def test_a_folder_where_everybody_puts_things_is_nobodys_to_close(tmp_path: Path) -> None:
    shared = tmp_path / "commun"
    shared.mkdir()
    shared.chmod(0o1777)
    tighten(shared, ("cap.db",), ())
    assert shared.stat().st_mode & 0o7777 == 0o1777


def test_a_report_that_is_saved_elsewhere_keeps_the_mask_of_the_system(tmp_path: Path) -> None:
    os.umask(0o027)
    write_whole(tmp_path / "rapport.pdf", b"x")
    assert stat.S_IMODE((tmp_path / "rapport.pdf").stat().st_mode) == 0o640


def test_former_data_lie_ready_for_their_person_alone(tmp_path: Path, demonstration: Path) -> None:
    folder = DataFolder(tmp_path / "donnees")
    arrival = prepare(demonstration, folder)
    assert _open_to_others(folder.path) == {}
    settle(arrival, folder)
    assert _open_to_others(folder.path) == {}
