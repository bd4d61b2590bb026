"""The program is killed at the Nth operation of a scenario: what was told as done is there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.failing_disk import Failing
from tests.faults.length import GROUPS, IS_LONG, TIMES, Told
from tests.faults.scenarios import SCENARIOS

KILLS = 30 if IS_LONG else 12
"""For each scenario."""

PROGRAM = """
from tests.faults.on_watched_disk import kill_each
tell([kill for name, places in {plan!r} for kill in kill_each(disk, folder / name, name, places)])
"""


@pytest.mark.parametrize("names", GROUPS, ids=", ".join)
def test_a_kill_loses_nothing_and_leaves_no_half(
    names: tuple[str, ...], failing_disk: Failing, work: Path, told: Told
) -> None:
    rng, plan = random.Random(2026), []
    for name in names:
        SCENARIOS[name].prepare(work / name / "base")
        plan.append((name, sorted(rng.random() for _kill in range(KILLS))))
    found = failing_disk(PROGRAM.format(plan=plan), work, TIMES)
    broken = [kill for kill in found if kill["broken"]]
    told("kills", kills=len(found), broken_promises=len(broken))
    assert len(found) == KILLS * len(names)
    assert broken == []
