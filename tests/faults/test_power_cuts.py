"""The power is cut at every moment of a scenario: nothing acknowledged is lost, nothing is half."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.length import CASES, Told
from tests.faults.recording import Case, cut
from tests.length import IS_LONG

STATES = 6_000 if IS_LONG else 15
"""For each scenario."""
UNSAFE = 300


def _named(case: Case) -> str:
    return ", ".join(part for part in case if part)


@pytest.mark.parametrize("case", [case for case in CASES if not case[1]], ids=_named)
def test_a_cut_loses_nothing_and_leaves_no_half(
    case: Case, records: Path, work: Path, told: Told
) -> None:
    found = cut(case, records, work / "folder", STATES)
    broken = sum(found.broken.values())
    told(
        "power cuts",
        states=found.states,
        different=found.different,
        opened=found.opened,
        broken_promises=broken,
    )
    assert not found.broken, (found.broken, found.first)


@pytest.mark.parametrize("case", [case for case in CASES if case[1]], ids=_named)
def test_cuts_are_seen_where_less_care_is_taken(
    case: Case, records: Path, work: Path, told: Told
) -> None:
    found = cut(case, records, work / "folder", UNSAFE, stops=True)
    told("power cuts", unsafe_modes_seen=int(bool(found.broken)))
    assert found.broken, "the harness would see no loss at all"
