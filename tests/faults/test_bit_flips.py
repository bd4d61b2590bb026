"""Single bits flipped in the database: nobody is shut out, and what changed is found and named."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.domain.plan.plan import Action
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.faults.bit_flips import FlippedFolder, spots
from tests.folders import clock

FLIPS = int(os.environ.get("CAP_FAULTS_FLIPS", "40"))


@pytest.fixture
def filled(demonstration: Path, tmp_path: Path) -> Path:
    """The demonstration with something of everything, and the copy of a day before the last."""
    folder = DataFolder(tmp_path / "whole")
    shutil.copytree(demonstration, folder.path)
    database = Database(folder.database)
    services = LocalServices(database, EvidenceFolder(folder.evidence), clock)
    last = services.assessments.last_shown()
    assert last is not None
    (tmp_path / "fiche.pdf").write_bytes(b"%PDF-1.7 fiche")
    services.evidence.add(last, "projet_ecrit", tmp_path / "fiche.pdf", "Direction")
    services.answering.leave_unfinished(last, "projet_ecrit", "value", ("12",))
    ideas = services.plans.plan(last).ideas
    services.plans.hide_idea(last, ideas[0].id)
    keep_daily_copy(database, folder, date(2026, 11, 23))
    services.plans.add(
        last, Action(id="", title="Écrire le projet", priority=2, state="todo"), "Direction"
    )
    services.answering.mark_discussed(last, "projet_individuel", "Équipe", discuss=True)
    database.close()
    return folder.path


def test_a_flipped_bit_ends_in_the_program_or_with_a_copy_offered(
    filled: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    flipped = FlippedFolder(filled, tmp_path / "flipped")
    for bit in spots(flipped.bits, FLIPS, seed=2026):
        flipped.flip(bit)
    outcomes = flipped.outcomes
    print(f"\n{FLIPS} flips of {flipped.bits // 8} bytes: {outcomes}")
    record_property("outcomes", str(outcomes))
    assert outcomes.elsewhere == []
    assert len(outcomes.silent) * 100 <= outcomes.changing
