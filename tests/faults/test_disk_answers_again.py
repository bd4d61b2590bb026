"""A disk that refuses once: what is there is told as there, and the program goes on."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from tests.faults.failing_disk import Failing
from tests.faults.scenarios import SCENARIOS

CAUSES = {
    errno.EIO: "failed",
    errno.EACCES: "denied",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
}

FIRST_ANSWER = """
import shutil
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.errors import NotSaved
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock
path = folder / "cap.db"
opened = []

def answer():
    services = opened[-1][1]
    year = services.assessments.last_shown()
    services.answering.record_answer(year, "projet_ecrit", Answer(value="n1"), "D")

def first():
    database = Database(path)
    services = LocalServices(database, EvidenceFolder(folder / "preuves"), clock)
    opened.append((database, services))
    answer()

def close():
    for database, _services in opened:
        database.close()
    opened.clear()

number = counted(OPEN, first)
close()
found, replaced = [], []
for error in (errno.EIO, errno.EACCES, errno.EROFS, errno.ENOSPC):
    for at in range(1, number + 1):
        told = failing(at, error, OPEN, first)
        is_refused = bool(opened) and isinstance(told, NotSaved)
        if is_refused:
            found.append([error, told.cause])
            answer()
        close()
        if is_refused and error == errno.EIO:
            # The same, where another file stands there when it is tried again.
            failing(at, error, OPEN, first)
            shutil.copyfile(path, folder / "autre.db")
            (folder / "autre.db").replace(path)
            try:
                answer()
                replaced.append("saved")
            except NotSaved:
                replaced.append("refused")
            close()
tell([found, replaced])
"""


def test_a_database_that_was_opened_while_the_disk_refused_takes_the_next_answer(
    failing_disk: Failing, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    found, replaced = failing_disk(FIRST_ANSWER, tmp_path)
    # The disk takes everything by then: it is not told as one that can only be read.
    assert {cause for error, cause in found if error == errno.EIO} == {"failed"}
    assert all(cause in ("failed", CAUSES[error]) for error, cause in found)
    assert "refused" in replaced


NEW = """
from cap_desktop.errors import NotSaved
from cap_desktop.storage.local.database import Database
path = folder / "cap.db"

def make():
    Database(path).close()

number = counted(ANY, make)
found = []
for at in range(1, number + 1, 3):
    for left in folder.iterdir():
        left.unlink()
    told = failing(at, errno.EIO, ANY, make, True)
    found.append("" if told is None else f"{type(told).__name__} {told.cause}")
make()
tell(found)
"""


def test_a_new_database_that_the_disk_does_not_take_is_not_told_as_damaged(
    failing_disk: Failing, tmp_path: Path
) -> None:
    assert set(failing_disk(NEW, tmp_path)) <= {"", "NotSaved failed"}


BROUGHT = """
from cap_desktop.errors import FormerDataError, NotOpened, NotSaved, NotSettled
from cap_desktop.services.folder import former_data
from tests.faults.scenarios import SCENARIOS, Run
import shutil
name = "former data"
bring = SCENARIOS[name].acts[0]

def fresh():
    shutil.rmtree(folder / "run", ignore_errors=True)
    shutil.copytree(folder / "base", folder / "run")
    return Run(folder / "run")

def brought():
    run = fresh()
    try:
        bring(run)
    finally:
        run.close()

def years(run):
    run.open()
    found = run.services.assessments.structures()
    run.close()
    return len(found)

number = counted(SYNC | RENAME, brought)
found = []
for sticky in (False, True):
    for at in range(1, number + 1):
        told = failing(at, errno.EIO, SYNC | RENAME, brought, sticky)
        there = DataFolder(folder / "run" / "donnees").database.exists()
        kind = "" if told is None else type(told).__name__
        found.append([sticky, kind, there, years(Run(folder / "run")) if there else 0])
tell(found)
"""


def test_former_data_that_are_in_place_are_not_told_as_refused(
    failing_disk: Failing, tmp_path: Path
) -> None:
    SCENARIOS["former data"].prepare(tmp_path / "base")
    program = "from cap_desktop.paths import DataFolder\n" + BROUGHT
    found = failing_disk(program, tmp_path)
    for sticky, kind, there, structures in found:
        if kind in ("DataDenied", "NoRoom"):
            assert not there
        else:
            assert (there, structures) == (True, 1), kind
            assert sticky or not kind
    assert "NotSettled" in {kind for _sticky, kind, _there, _structures in found}
