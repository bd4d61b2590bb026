"""Single bits flipped in the data: nobody is shut out, and what changed is found and named."""

import random
import shutil
import sqlite3
from pathlib import Path

from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.check_up import check_up
from cap_desktop.storage.local.copy_state import state_of
from tests.faults.bit_flips import FlippedFolder, rows_of, spots
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


def test_every_flip_that_changes_what_a_copy_says_is_found(
    filled: Path, tmp_path: Path, told: Told
) -> None:
    folder = DataFolder(tmp_path / "flipped")
    shutil.copytree(filled, folder.path)
    (copy,) = folder.copies.iterdir()
    good, rows, changing, found = copy.read_bytes(), rows_of(copy), 0, 0
    for bit in spots(8 * len(good), BESIDE * 4, seed=2026):
        copy.write_bytes(_flipped(good, bit))
        is_found = state_of(copy) != "whole"
        found += is_found
        if _says_else(copy, rows):
            changing += 1
            assert is_found, bit
    told("flips in copies", flips=BESIDE * 4, found=found, changing_what_is_said=changing)


def _says_else(copy: Path, rows: object) -> bool:
    try:
        return rows_of(copy) != rows
    except (sqlite3.Error, UnicodeDecodeError):
        return True


def _flipped(good: bytes, bit: int) -> bytes:
    data = bytearray(good)
    data[bit // 8] ^= 1 << bit % 8
    assert bytes(data) != good
    return bytes(data)
