"""The program is killed at the Nth operation of a scenario: what was told as done is there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.conftest import IS_LONG, Told
from tests.faults.failing_disk import Failing
from tests.faults.scenarios import SCENARIOS
from tests.patience import PATIENCE

KILLS = 60 if IS_LONG else 4
"""For each scenario."""
LONG = 3600.0

PROGRAM = """
from tests.faults.on_watched_disk import kill_each
tell(kill_each(disk, folder, {name!r}, {places!r}))
"""


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_kill_loses_nothing_and_leaves_no_half(
    name: str, failing_disk: Failing, work: Path, told: Told
) -> None:
    SCENARIOS[name].prepare(work / "base")
    rng = random.Random(name)
    places = sorted(rng.random() for _kill in range(KILLS))
    patience = LONG if IS_LONG else PATIENCE
    found = failing_disk(PROGRAM.format(name=name, places=places), work, patience)
    broken = [kill for kill in found if kill["broken"]]
    told("kills", kills=len(found), broken_promises=len(broken))
    assert len(found) == KILLS
    assert broken == []
