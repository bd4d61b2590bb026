"""Scenarios done on a watched disk: the record of each, and what its folder was before."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.failing_disk import Failing
from tests.faults.promises import Judge, stages
from tests.faults.scenarios import SCENARIOS
from tests.faults.torn_states import Event, TornDisk, Tree, events_of, tree_of

PROGRAM = """
from tests.faults.on_watched_disk import record
tell(record(disk, folder, {name!r}, {unsafe!r}))
"""


@dataclass(frozen=True, slots=True)
class Recording:
    """A folder before, what was done to its disk, and the folder after."""

    start: Tree
    events: list[Event]
    end: Tree


def recorded(on_disk: Failing, name: str, work: Path, unsafe: str = "") -> Recording:
    """Do a scenario on a watched disk; ``unsafe`` names what is left out of its care."""
    SCENARIOS[name].prepare(work / "base")
    start = tree_of(work / "base")
    root = work / "run"
    shutil.copytree(work / "base", root)
    on_disk(PROGRAM.format(name=name, unsafe=unsafe), work)
    record = (work / "record").read_bytes()
    found = Recording(start, events_of(record, root), tree_of(root))
    shutil.rmtree(root)
    return found


@dataclass(slots=True)
class Cuts:
    """What became of the cuts of a scenario."""

    states: int = 0
    opened: int = 0
    broken: Counter[str] | None = None
    first: str = ""

    def told(self) -> str:
        return json.dumps({"states": self.states, "opened": self.opened}) + self.first


def cut(name: str, recording: Recording, work: Path, count: int, *, stops: bool = False) -> Cuts:
    """Cut the power at many moments of a record, and hold each folder against the promises."""
    known = stages(SCENARIOS[name], work / "base", work / "whole")
    judge, found = Judge(known, work / "whole"), Cuts(broken=Counter())
    assert found.broken is not None
    for place, done, tree in _states(recording, count):
        found.states += 1
        broken = judge.broken(tree, done)
        found.broken.update(what.partition(":")[0] for what in broken)
        if broken and not found.first:
            found.first = f"{name}, event {place}, {done} acts done: {broken}"
        if broken and stops:
            break
    found.opened = judge.opened
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


def total(cuts: Sequence[Cuts]) -> tuple[int, int]:
    """How many states there were, and how many different folders were opened."""
    return sum(found.states for found in cuts), sum(found.opened for found in cuts)
