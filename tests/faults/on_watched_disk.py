"""What runs in a process whose disk is watched: it records, fails, or kills the program."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cap_desktop import durable
from cap_desktop.errors import CapError, DatabaseDamaged, DataDamaged, FormerDataError
from cap_desktop.notices.details import details, trace_of
from cap_desktop.notices.errors import notice
from cap_desktop.storage.file.connect import DURABLE
from cap_desktop.storage.local import database
from tests.faults.promises import Judge, stages
from tests.faults.recording import Case, place_of
from tests.faults.scenarios import MARKER, SCENARIOS, Run
from tests.faults.torn_states import tree_of

CHANGES = 2 | 4 | 8 | 16 | 32 | 64
ANY = 255
KILL, SHORT = -1, -2
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, SHORT)
Point = tuple[int, int, bool]
"""The number of an operation, how it fails, and whether all after it do too."""


def record_each(disk: ctypes.CDLL, work: Path, cases: Sequence[Case]) -> int:
    """Do scenarios, each in a process of its own that keeps the record of its disk."""
    warm_up()
    for case in cases:
        child = os.fork()
        if child == 0:
            with ended_child():
                _record(disk, place_of(work, case), *case)
        _child, status = os.waitpid(child, 0)
        assert status == 0, case
    return len(cases)


def warm_up() -> None:
    """Import what a start does: a process that is forked has it too."""
    import cap_desktop.services.folder.former_data
    import cap_desktop.services.folder.opened_folder
    import cap_desktop.services.folder.start
    import cap_desktop.services.local.plans  # noqa: F401


@contextmanager
def ended_child() -> Iterator[None]:
    """The work of a forked process, which ends here: nothing of its parent is done twice."""
    try:
        yield
    except BaseException:  # noqa: BLE001 - its parent sees the status
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _record(disk: ctypes.CDLL, place: Path, name: str, unsafe: str) -> None:
    """Do a scenario in the folder `run` and keep its record beside."""
    if unsafe == "synchronous off":
        vars(database)["DURABLE"] = dict(DURABLE) | {"synchronous": 0}
    elif unsafe == "no folder synced":
        durable.sync_folder.__code__ = _no_care.__code__
    run = Run(place / "run")
    (place / "root").write_text(str(run.root), encoding="utf-8")
    disk.disk_root(str(run.root).encode())
    disk.disk_record(str(place / "record").encode())
    for number, act in enumerate(SCENARIOS[name].acts):
        run.do(number, act)
        disk.disk_mark(number + 1)
    disk.disk_record(b"")
    run.close()


def _no_care(folder: Path) -> None:
    """Whoever imported it by name does this from then on too."""


def operations(disk: ctypes.CDLL, work: Path, name: str, kinds: int) -> int:
    """How many operations a scenario takes."""
    root = work / "counted"
    shutil.copytree(work / "base", root)
    run = Run(root)
    disk.disk_root(str(root).encode())
    disk.disk_fail(10**9, 0, 0, kinds)
    for number, act in enumerate(SCENARIOS[name].acts):
        run.do(number, act)
    found = int(disk.disk_count())
    disk.disk_fail(0, 0, 0, 0)
    run.close()
    shutil.rmtree(root)
    return found


def kill_each(
    disk: ctypes.CDLL, work: Path, name: str, places: Sequence[float]
) -> list[dict[str, Any]]:
    """Kill a process of its own at places of a scenario, from 0 to 1, and judge what it leaves."""
    count = operations(disk, work, name, CHANGES)
    judge = Judge(stages(SCENARIOS[name], work / "base", work / "whole"), work / "whole")
    found = []
    for place in places:
        number, root = 1 + int(place * count), work / "run"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(work / "base", root)
        done = _killed(disk, name, root, number)
        found.append({"number": number, "broken": judge.broken(tree_of(root), done)})
    return found


def _killed(disk: ctypes.CDLL, name: str, root: Path, number: int) -> int:
    """How many acts a process told as done before it was killed."""
    seen, told = os.pipe()
    child = os.fork()
    if child == 0:
        with ended_child():
            run = Run(root)
            disk.disk_root(str(root).encode())
            disk.disk_fail(number, KILL, 0, CHANGES)
            for at, act in enumerate(SCENARIOS[name].acts):
                run.do(at, act)
                os.write(told, b".")
    os.close(told)
    with os.fdopen(seen, "rb") as stream:
        done = len(stream.read())
    _child, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), (name, number, done)
    return done


@dataclass
class Faulted:
    """What became of the faults of a scenario."""

    runs: int = 0
    told: int = 0
    doubtful: int = 0
    broken: list[str] = field(default_factory=list)


def fail_each(disk: ctypes.CDLL, work: Path, name: str, points: Sequence[Any]) -> dict[str, Any]:
    """Do a scenario once for each point where its disk fails: a place from 0 to 1, how, how long.

    What is told as not done is done again once the disk takes everything: it has to end as if
    nothing had failed.
    """
    count = operations(disk, work, name, ANY)
    known = stages(SCENARIOS[name], work / "base", work / "whole")
    judge, found = Judge(known, work / "whole"), Faulted()
    for place, error, is_sticky in points:
        point = (1 + int(place * count) if place < 1 else int(place), int(error), bool(is_sticky))
        root = work / "run"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(work / "base", root)
        for what in _faulted(disk, name, root, judge, point, found):
            found.broken.append(f"{name} {_said(point)}: {what}")
        found.runs += 1
    return asdict(found) | {"operations": count}


def _said(point: Point) -> str:
    number, error, is_sticky = point
    kind = "short" if error == SHORT else errno.errorcode[error]
    return f"{kind} from {number} on" if is_sticky else f"{kind} at {number}"


def _faulted(
    disk: ctypes.CDLL, name: str, root: Path, judge: Judge, point: Point, found: Faulted
) -> Iterator[str]:
    run, acts = Run(root), SCENARIOS[name].acts
    number, error, is_sticky = point
    disk.disk_root(str(root).encode())
    disk.disk_fail(number, error, int(is_sticky), ANY)
    try:
        for at, act in enumerate(acts):
            try:
                run.do(at, act)
                continue
            except CapError as refusal:
                told = refusal
                disk.disk_fail(0, 0, 0, 0)
                found.told += 1
                yield from _said_of_answers(told)
                if name != "recovery" and _is_of_damage(told):
                    yield f"act {at}: a disk that fails is told as damage, {trace_of(told)[-700:]}"
            except Exception as raw:  # noqa: BLE001 - the services raise what is drawn alone
                disk.disk_fail(0, 0, 0, 0)
                yield f"raw {type(raw).__name__} in act {at}: {trace_of(raw)[-700:]}"
                return
            tree = tree_of(root)
            broken = judge.broken(tree, at, is_told=True)
            is_refused = isinstance(told, FormerDataError)  # never said of what is there
            if broken and is_sticky and not is_refused and judge.is_of_next(tree, at):
                # It was kept at its last step, and the disk answered for nothing any more. Asked
                # again, it may be written twice in the history.
                found.doubtful += 1
                return
            else:
                yield from (f"act {at}: {what}" for what in broken)
            run.do(at, act)
        disk.disk_fail(0, 0, 0, 0)
        yield from judge.broken(tree_of(root), len(acts), is_told=True)
    except Exception as raw:  # noqa: BLE001 - nothing is in its way any more
        yield f"does not go on: {type(raw).__name__}: {trace_of(raw)[-700:]}"
    finally:
        disk.disk_fail(0, 0, 0, 0)
        run.close()


def _is_of_damage(told: CapError) -> bool:
    is_so = isinstance(told, DatabaseDamaged | DataDamaged)
    return is_so or getattr(told, "cause", "") == "damaged"


def _said_of_answers(told: CapError) -> Iterator[str]:
    for text in (notice(told), details(told), trace_of(told)):
        if MARKER in text:
            yield f"an answer in what is told: {text[:200]}"
