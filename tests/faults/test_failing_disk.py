"""What a disk that fails comes to: told as what it is, nothing lost, nothing made twice."""

from __future__ import annotations

import errno
import shutil
from collections import Counter
from pathlib import Path

from tests.faults.failing_disk import Failing

CHECK = """
from cap_desktop.storage.file.copying import rows_of
from cap_desktop.storage.file.database_file import schema_of
path = folder / "cap.db"
number = counted(READ, lambda: schema_of(path))
found = []
for sticky in (False, True):
    for at in range(1, number + 1, max(1, number // 40)):
        error = failing(at, errno.EIO, READ, lambda: schema_of(path), sticky)
        found.append([sticky, "" if error is None else f"{type(error).__name__} {error.cause}"])
tell(found)
"""


def test_one_failed_read_is_never_told_as_damage(
    failing_disk: Failing, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    found = Counter((sticky, said) for sticky, said in failing_disk(CHECK, tmp_path))
    assert found[(False, "")] >= 40  # tried again, it is whole
    assert {said for sticky, said in found if sticky} == {"NotOpened failed"}
    assert {said for sticky, said in found if not sticky} <= {"", "NotOpened failed"}


ARRIVAL = """
from cap_desktop.errors import CapError
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import prepare, safety_copies
source, here = DataFolder(folder), DataFolder(folder.with_name("ici"))
number = counted(READ, lambda: prepare(source.path, here))
found = []
for sticky in (False, True):
    for at in range(1, number + 1, max(1, number // 12)):
        error = failing(at, errno.EIO, READ, lambda: prepare(source.path, here), sticky)
        assert error is None or isinstance(error, CapError), repr(error)
        found.append("" if error is None else type(error).__name__)
tell(found)
"""


def test_data_whose_disk_fails_are_not_told_as_damaged(
    failing_disk: Failing, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path / "cle")
    assert set(failing_disk(ARRIVAL, tmp_path / "cle")) <= {"", "DataDenied"}


ANSWERS = """
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.errors import NotSaved
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock
path = folder / "cap.db"
found = []
for at in range(1, 16):
    database = Database(path)
    services = LocalServices(database, EvidenceFolder(folder / "preuves"), clock)
    year = services.assessments.last_shown()
    act = lambda: services.answering.record_answer(
        year, "projet_ecrit", Answer(value="n1", comment=f"essai {at}"), "D"
    )
    error = failing(at, errno.EIO, READ, act)
    found.append("" if error is None else f"{type(error).__name__} {error.cause}")
    act()
    database.close()
tell(found)
"""


def test_one_failed_read_while_an_answer_is_saved_is_not_told_as_damage(
    failing_disk: Failing, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    found = set(failing_disk(ANSWERS, tmp_path))
    assert "NotSaved failed" in found
    assert found <= {"", "NotSaved failed", "NotOpened failed"}


COMMITS = """
from datetime import UTC, datetime
from cap_desktop.domain.plan.plan import Action
from cap_desktop.errors import NotSaved
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
database = Database(folder / "cap.db")
clock = lambda: datetime(2026, 11, 24, 14, tzinfo=UTC)
services = LocalServices(database, EvidenceFolder(folder / "preuves"), clock)
assessments, plans = services.assessments, services.plans
year = assessments.last_shown()
opened = assessments.open(year)
reference, profile = opened.assessment.questionnaire, opened.profile

def begin(name):
    ids = (f"s {name}", f"y {name}")
    return lambda: assessments.begin_structure(name, 2026, reference, profile, ids=ids)

def add(name):
    action = Action(id=name, title="Titre", priority=2, state="todo")
    return lambda: plans.add(year, action, "Direction")

def structures(name):
    return sum(item.name == name for item in assessments.structures())

def actions(name):
    return len(plans.history(year, name))

CAUSES = (errno.EIO, errno.EROFS, errno.EACCES, errno.ENOSPC)
ENDS = TRUNCATE | SYNC
number = counted(ENDS, begin("x"))
found = []
for kind, make, there in (("structure", begin, structures), ("action", add, actions)):
    errors = (errno.EIO,) if kind == "action" else CAUSES
    for error, sticky in [(errno.EIO, False), *((error, True) for error in errors)]:
        for at in range(1, number + 1):
            name = f"{kind} {error} {sticky} {at}"
            act = make(name)
            told = failing(at, error, ENDS, act, sticky)
            assert told is None or isinstance(told, NotSaved), repr(told)
            kept = there(name)
            act()
            cause = "" if told is None else told.cause
            found.append([error, sticky, at, cause, kept, there(name)])
tell([number, found])
"""

CAUSES = {
    errno.EIO: "failed",
    errno.EROFS: "read_only",
    errno.EACCES: "denied",
    errno.ENOSPC: "full",
}


def test_a_refused_commit_is_told_as_what_it_came_to_and_nothing_is_begun_twice(
    failing_disk: Failing, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    before = {item.name for item in tmp_path.iterdir()}
    number, found = failing_disk(COMMITS, tmp_path)
    assert {item.name for item in tmp_path.iterdir()} - before <= {"cap.db-journal"}
    assert len(found) == 7 * number
    for error, sticky, at, cause, kept, afterwards in found:
        case = (errno.errorcode[error], sticky, at)
        assert afterwards == 1, case
        if not cause:
            assert kept == 1, case
        elif not sticky:
            # Once the disk takes everything again, what was told refused is not there.
            assert kept == 0, case
        else:
            assert cause == CAUSES[error], case
            # At the last step alone it is there, and the disk still refuses to answer for it.
            assert kept == 0 or at == number, case


CLEANING = """
from cap_desktop.errors import CapError
from cap_desktop.services.folder.former_data import prepare, restore
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
import shutil, datetime
home, proof = folder / "donnees", folder / "preuve.txt"
proof.write_bytes(b"preuve")
def migrate():
    Database(home / "cap.db").close()
def fresh():
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    shutil.copy(folder / "v0001.db", home / "cap.db")
def keep():
    EvidenceFolder(home / "preuves").keep("q", proof)
found = []
for act in (migrate, keep):
    fresh()
    number = counted(ANY, act)
    for error in (errno.EROFS, errno.EACCES, errno.EIO):
        for at in range(1, number + 1, max(1, number // 7)):
            fresh()
            told = failing(at, error, ANY, act, True)
            assert told is None or isinstance(told, CapError), (act.__name__, at, repr(told))
            cause = getattr(told, "cause", None) or getattr(told, "reason", "")
            found.append([act.__name__, error, at, type(told).__name__, cause])
            fresh()
            act()
tell(found)
"""


def test_cleaning_up_hides_no_first_reason(failing_disk: Failing, tmp_path: Path) -> None:
    databases = Path(__file__).resolve().parents[1] / "data" / "databases"
    shutil.copy(databases / "v0001.db", tmp_path)
    found = failing_disk(CLEANING, tmp_path)
    assert len(found) > 30
    for act, error, at, kind, reason in found:
        if act == "keep" and kind != "NoneType":
            assert (kind, reason) in {("OutputDenied", error), ("FileDenied", error)}, (at, kind)


READS = """
from datetime import date
from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.errors import CapError
from cap_desktop.preferences import load
from cap_desktop.storage.local.damage import look_for_damage
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.services.folder.keep_preferences import keep_preferences
from cap_desktop.preferences import Preferences
from cap_desktop.paths import DataFolder
data, proof = DataFolder(folder), folder / "preuve.txt"
proof.write_bytes(b"preuve")
kept = EvidenceFolder(data.evidence)
file = kept.keep("q", proof)
keep_preferences(data, Preferences("dark"))
found, seen = {}, {}
def looked(): seen["damage"] = bool(look_for_damage(data.database))
def whole(): seen["whole"] = kept.is_whole(file)
def settings(): seen["look"] = load(data.preferences).look
for act in (looked, whole, settings):
    number = counted(OPEN | READ, act)
    for sticky in (False, True):
        ends = found.setdefault(f"{act.__name__} {sticky}", [])
        for at in range(1, number + 1, max(1, number // 20)):
            error = failing(at, errno.EIO, OPEN | READ, act, sticky)
            assert error is None or isinstance(error, CapError), repr(error)
            ends.append(type(error).__name__ if error else seen)
            seen = {}
tell(found)
"""


def test_one_failed_read_is_tried_again_and_told_as_what_it_is(
    failing_disk: Failing, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    found = failing_disk(READS, tmp_path)
    assert all(end == {"whole": True} for end in found["whole False"])
    assert all(end == {"look": "dark"} for end in found["settings False"])
    assert all(end == {"damage": False} for end in found["looked False"])
    assert all(end in ("NotOpened", {"damage": False}) for end in found["looked True"])
