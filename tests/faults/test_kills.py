"""The program is killed at the Nth operation of a scenario: what was told as done is there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.failing_disk import Failing
from tests.faults.length import FAILED, Told
from tests.faults.scenarios import SCENARIOS
from tests.length import IS_LONG

KILLS = 30 if IS_LONG else 5
"""For each scenario."""

PROGRAM = """
from tests.faults.on_watched_disk import kill_each
tell(kill_each(disk, folder, {name!r}, {places!r}))
"""


@pytest.mark.parametrize("name", FAILED)
def test_a_kill_loses_nothing_and_leaves_no_half(
    name: str, failing_disk: Failing, work: Path, told: Told
) -> None:
    SCENARIOS[name].prepare(work / "base")
    rng = random.Random(2026)
    places = sorted(rng.random() for _kill in range(KILLS))
    found = failing_disk(PROGRAM.format(name=name, places=places), work)
    broken = [kill for kill in found if kill["broken"]]
    told("kills", kills=len(found), broken_promises=len(broken))
    assert len(found) == KILLS
    assert broken == []
