"""Every operation of a disk fails in its turn: told as what it is, nothing lost, no phantom."""

from __future__ import annotations

import errno
import random
from pathlib import Path
from typing import Any

import pytest

from tests.faults.failing_disk import Failing
from tests.faults.length import FAILED, Told
from tests.faults.on_watched_disk import ERRORS
from tests.faults.scenarios import SCENARIOS
from tests.length import IS_LONG

DAY = "a day"
"""The scenario each of whose operations fails in its turn, where there is time."""
PARTS = 8
DRAWN = 280 if IS_LONG else 6
"""For each scenario."""

PROGRAM = """
from tests.faults.on_watched_disk import fail_each
tell(fail_each(disk, folder, {name!r}, {points!r}))
"""
EVERY = """
from tests.faults.on_watched_disk import ANY, fail_each, operations
count = operations(disk, folder, {name!r}, ANY)
points = [
    (number, error, is_sticky)
    for number in range(1 + {part}, count + 1, {parts})
    for error, is_sticky in {ways!r}
]
tell(fail_each(disk, folder, {name!r}, points))
"""


@pytest.mark.parametrize("name", FAILED)
def test_a_fault_is_told_and_what_is_done_again_ends_as_if_nothing_had_failed(
    name: str, failing_disk: Failing, work: Path, told: Told
) -> None:
    SCENARIOS[name].prepare(work / "base")
    rng = random.Random(2026)
    points = [(rng.random(), rng.choice(ERRORS), bool(rng.randrange(2))) for _ in range(DRAWN)]
    _require_kept(failing_disk(PROGRAM.format(name=name, points=points), work), told)


@pytest.mark.skipif(not IS_LONG, reason="a long one: each of its operations, in each way")
@pytest.mark.parametrize("part", range(PARTS))
def test_each_operation_of_a_day_may_fail(
    part: int, failing_disk: Failing, work: Path, told: Told
) -> None:
    SCENARIOS[DAY].prepare(work / "base")
    rng = random.Random(part)
    ways = [(errno.EIO, False), (errno.EIO, True), (rng.choice(ERRORS[1:]), True)]
    program = EVERY.format(name=DAY, part=part, parts=PARTS, ways=ways)
    _require_kept(failing_disk(program, work), told)


def _require_kept(found: dict[str, Any], told: Told) -> None:
    told(
        "faults",
        faults=found["runs"],
        told_as_errors=found["told"],
        in_doubt=found["doubtful"],
        broken_promises=len(found["broken"]),
    )
    assert found["broken"] == []
