"""Scenarios done on a watched disk: the record of each, and what its folder was before."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.failing_disk import Failing
from tests.faults.promises import Judge, stages
from tests.faults.scenarios import SCENARIOS
from tests.faults.torn_states import Event, TornDisk, Tree, events_of, tree_of

PROGRAM = """
from tests.faults.on_watched_disk import record_each
tell(record_each(disk, folder, {cases!r}))
"""
Case = tuple[str, str]
"""The name of a scenario, and what is left out of the care of the program: nothing, mostly."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A folder before, what was done to its disk, and the folder after."""

    start: Tree
    events: list[Event]
    end: Tree


def record_all(on_disk: Failing, cases: Sequence[Case], work: Path) -> None:
    """Do scenarios on a watched disk, each in a folder of its own."""
    for case in cases:
        place = place_of(work, case)
        SCENARIOS[case[0]].prepare(place / "base")
        shutil.copytree(place / "base", place / "run")
    on_disk(PROGRAM.format(cases=list(cases)), work)


def place_of(work: Path, case: Case) -> Path:
    """Where a case is recorded."""
    return work / "-".join(part.replace(" ", "-") for part in case if part)


def recording_of(work: Path, case: Case) -> Recording:
    """What was recorded of a case."""
    place = place_of(work, case)
    root = Path((place / "root").read_text(encoding="utf-8"))
    events = events_of((place / "record").read_bytes(), root)
    return Recording(tree_of(place / "base"), events, tree_of(place / "run"))


@dataclass(slots=True)
class Cuts:
    """What became of the cuts of a scenario; ``first`` is the first one that broke a promise."""

    states: int = 0
    different: int = 0
    opened: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    first: str = ""


def cut(case: Case, records: Path, root: Path, count: int, *, stops: bool = False) -> Cuts:
    """Cut the power at many moments of a record, and hold each folder against the promises."""
    recording = recording_of(records, case)
    assert replayed(recording) == recording.end  # the record has no hole
    known = stages(SCENARIOS[case[0]], place_of(records, case) / "base", root)
    judge, found = Judge(known, root), Cuts()
    for place, done, tree in _states(recording, count):
        found.states += 1
        broken = judge.broken(tree, done)
        found.broken.update(what.partition(":")[0] for what in broken)
        if broken and not found.first:
            found.first = f"{case}, event {place}, {done} acts done: {broken}"
        if broken and stops:
            break
    found.different, found.opened = judge.different, judge.opened
    return found


def _states(recording: Recording, count: int) -> Iterator[tuple[int, int, Tree]]:
    """States at moments spread over a record, those where an act is told as done all of them."""
    rng = random.Random(2026)
    disk, done, moments = TornDisk(recording.start), 0, len(recording.events)
    draws = max(2, round(count / moments) - 2)
    likely = count / (moments * 4)
    for place, event in enumerate(recording.events):
        is_mark = event.what == "A"
        if is_mark:
            done = event.number
        elif not disk.replay(event):
            continue
        if is_mark or rng.random() < likely:
            for tree in disk.states(draws, rng):
                yield place, done, tree


def replayed(recording: Recording) -> Tree:
    """The folder that a record ends in: it is the one that was there, or the record has a hole."""
    disk = TornDisk(recording.start)
    for event in recording.events:
        if event.what != "A":
            disk.replay(event)
    return disk.whole()
