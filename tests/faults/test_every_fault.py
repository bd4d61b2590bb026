"""Every operation of a disk fails in its turn: told as what it is, nothing lost, no phantom."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import IS_LONG, Told
from tests.faults.failing_disk import Failing
from tests.faults.on_watched_disk import ERRORS
from tests.faults.scenarios import SCENARIOS
from tests.patience import PATIENCE

DAY = "a day"
"""The scenario each of whose operations fails in its turn, in every way."""
OPERATIONS = 900
"""More than it takes; what is beyond its end fails nothing."""
DRAWN = 320 if IS_LONG else 3
"""For each scenario."""
LONG = 3600.0

PROGRAM = """
from tests.faults.on_watched_disk import fail_each
tell(fail_each(disk, folder, {name!r}, {points!r}))
"""


def _failed(
    on_disk: Failing, name: str, work: Path, points: list[tuple[float, int, bool]]
) -> dict[str, Any]:
    SCENARIOS[name].prepare(work / "base")
    program = PROGRAM.format(name=name, points=points)
    found: dict[str, Any] = on_disk(program, work, LONG if IS_LONG else PATIENCE)
    return found


def _tell(told: Told, found: dict[str, Any]) -> None:
    told(
        "faults",
        faults=found["runs"],
        told_as_errors=found["told"],
        in_doubt_once_the_disk_answered_for_nothing=found["doubtful"],
        broken_promises=len(found["broken"]),
    )
    assert found["broken"] == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_fault_is_told_and_what_is_done_again_ends_as_if_nothing_had_failed(
    name: str, failing_disk: Failing, work: Path, told: Told
) -> None:
    rng = random.Random(name)
    points = [(rng.random(), rng.choice(ERRORS), bool(rng.randrange(2))) for _point in range(DRAWN)]
    _tell(told, _failed(failing_disk, name, work, points))
