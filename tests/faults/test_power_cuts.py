"""The power is cut at every moment of a scenario: nothing acknowledged is lost, nothing is half."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.conftest import IS_LONG, Told
from tests.faults.failing_disk import Failing
from tests.faults.recording import cut, recorded, replayed
from tests.faults.scenarios import SCENARIOS

STATES = 4_500 if IS_LONG else 30
"""For each scenario."""
UNSAFE = 400


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_cut_loses_nothing_and_leaves_no_half(
    name: str, failing_disk: Failing, work: Path, told: Told
) -> None:
    recording = recorded(failing_disk, name, work)
    assert replayed(recording) == recording.end  # the record has no hole
    found = cut(name, recording, work, STATES)
    broken = sum(found.broken.values())
    told("power cuts", states=found.states, folders_opened=found.opened, broken_promises=broken)
    assert not found.broken, (found.broken, found.first)


@pytest.mark.parametrize(
    ("name", "unsafe"),
    [
        ("answering", "synchronous off"),
        ("evidence", "no folder synced"),
        ("copies", "no folder synced"),
    ],
)
def test_cuts_are_seen_where_less_care_is_taken(
    name: str, unsafe: str, failing_disk: Failing, work: Path, told: Told
) -> None:
    recording = recorded(failing_disk, name, work, unsafe)
    found = cut(name, recording, work, UNSAFE, stops=True)
    told("power cuts", unsafe_modes_seen=int(bool(found.broken)))
    assert found.broken, "the harness would see no loss at all"
