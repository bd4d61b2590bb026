"""Single bits flipped in the data: nobody is shut out, and what changed is found and named."""

import random
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.check_up import check_up
from cap_desktop.storage.local.copy_state import state_of
from tests.faults.bit_flips import SEEN, FlippedFolder, Rows, held_in, spots
from tests.faults.length import Told
from tests.length import IS_LONG

FLIPS = 1_000 if IS_LONG else 20
BESIDE = 200 if IS_LONG else 6


def test_a_flipped_bit_ends_in_the_program_or_with_a_copy_offered(
    filled: Path, tmp_path: Path, told: Told
) -> None:
    flipped = FlippedFolder(filled, tmp_path / "flipped")
    for bit in spots(flipped.bits, FLIPS, seed=2026):
        flipped.flip(bit)
    outcomes = flipped.outcomes
    told(
        "flips in the database",
        flips=FLIPS,
        same=outcomes.same,
        mended=outcomes.mended,
        named=outcomes.named,
        recovery=outcomes.recovery,
        changing_what_is_said=outcomes.changing,
        silent=len(outcomes.silent),
        elsewhere=len(outcomes.elsewhere),
    )
    assert outcomes.elsewhere == []
    assert len(outcomes.silent) * 100 <= outcomes.changing


def test_every_flip_in_evidence_is_found(filled: Path, tmp_path: Path, told: Told) -> None:
    folder = DataFolder(tmp_path / "flipped")
    shutil.copytree(filled, folder.path)
    assert check_up(folder).findings == ()
    (place,) = folder.evidence.glob("??/*")
    good, rng = place.read_bytes(), random.Random(2026)
    for _flip in range(BESIDE):
        place.write_bytes(_flipped(good, rng.randrange(8 * len(good))))
        (finding,) = check_up(folder).findings
        assert finding.kind == "evidence file"
    told("flips in evidence", flips=BESIDE, found=BESIDE)


def test_every_flip_that_changes_what_a_copy_holds_is_found(
    filled: Path, tmp_path: Path, told: Told
) -> None:
    folder = DataFolder(tmp_path / "flipped")
    shutil.copytree(filled, folder.path)
    (copy,) = folder.copies.iterdir()
    good, held = copy.read_bytes(), held_in(copy)
    figures: Counter[str] = Counter()
    for bit in spots(8 * len(good), BESIDE * 4, seed=2026):
        copy.write_bytes(_flipped(good, bit))
        is_found, changed = state_of(copy) != "whole", _changed(copy, held)
        figures["found"] += is_found
        figures["changing_what_is_said"] += bool(changed & {*SEEN, "unread"})
        if not is_found and not changed:
            figures["changing_nothing"] += 1
        elif not is_found:
            # Its lines have no digest yet: nothing is scored or restored by them.
            assert changed == {"journal"}, (bit, changed)
            figures["missed_in_the_journal"] += 1
    told("flips in copies", flips=BESIDE * 4, **figures)


def _changed(copy: Path, held: Rows) -> set[str]:
    """The tables of a copy that are no longer what they were."""
    try:
        now = held_in(copy)
    except (sqlite3.Error, UnicodeDecodeError):
        return {"unread"}
    return {name for name in held.keys() | now.keys() if held.get(name) != now.get(name)}


def _flipped(good: bytes, bit: int) -> bytes:
    data = bytearray(good)
    data[bit // 8] ^= 1 << bit % 8
    assert bytes(data) != good
    return bytes(data)
