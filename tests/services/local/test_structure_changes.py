"""A profile that changes and comes back, and a new name: every answer is still there."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cap_desktop.domain.scoring.profile_effect import effect_of
from cap_desktop.errors import AssessmentSealed
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

ANSWERS = "answers"


@pytest.fixture
def services(demonstration: Path, tmp_path: Path) -> Iterator[LocalServices]:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database = Database(tmp_path / "cap.db")
    made = LocalServices(
        database,
        EvidenceFolder(tmp_path / "preuves"),
        lambda: datetime(2026, 11, 24, 14, 32, tzinfo=UTC),
    )
    yield made
    database.close()


def _bytes_of(path: Path) -> list[tuple[object, ...]]:
    """The rows of the answers as the disk holds them."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute(f"SELECT * FROM {ANSWERS} ORDER BY 1, 2").fetchall()
    connection.close()
    return rows


def test_every_answer_survives_a_profile_that_hides_it_and_comes_back(
    services: LocalServices, tmp_path: Path
) -> None:
    structure = services.assessments.structures()[0]
    opened = services.assessments.open(services.assessments.years(structure.id)[0].id)
    before = _bytes_of(tmp_path / "cap.db")
    assert len(before) > 100
    kinds = opened.profile["structure_type"]
    other = {**opened.profile, "structure_type": ("etti", "ges"), "volunteers": ("non",)}
    effect = effect_of(opened.questionnaire, opened.sheet, other)
    assert effect.more > 0
    assert effect.set_aside > 0
    changed = services.assessments.change_profile(opened.assessment.id, other)
    hidden = [
        name
        for name, found in changed.results.questions.items()
        if found.state == "excluded" and name in changed.kept
    ]
    assert len(hidden) >= effect.set_aside
    assert _bytes_of(tmp_path / "cap.db") == before
    back = services.assessments.change_profile(opened.assessment.id, opened.profile)
    assert back.profile["structure_type"] == kinds
    assert _bytes_of(tmp_path / "cap.db") == before
    assert back.kept == opened.kept
    assert back.results == opened.results


def test_a_new_name_is_seen_in_every_year_and_the_journal_keeps_the_former(
    services: LocalServices,
) -> None:
    structure = services.assessments.structures()[0]
    newest, *others = services.assessments.years(structure.id)
    opened = services.assessments.rename_structure(newest.id, "L’Établi des Deux Rives")
    assert opened.structure.name == "L’Établi des Deux Rives"
    for year in others:
        assert services.assessments.open(year.id).structure.name == "L’Établi des Deux Rives"
    with services._database.begin() as tx:
        last = tx.journal.lines()[-1]
    assert last[1:] == ("structure renamed", f"{structure.name} > L’Établi des Deux Rives")


def test_a_sealed_year_keeps_its_structure(services: LocalServices) -> None:
    structure = services.assessments.structures()[0]
    newest = services.assessments.years(structure.id)[0]
    services.assessments.seal(newest.id)
    with pytest.raises(AssessmentSealed):
        services.assessments.rename_structure(newest.id, "Autre")
    assert services.assessments.structures()[0].name == structure.name
