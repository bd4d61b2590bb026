"""Structures: known by what was asked once, put away and brought back; a year begun by mistake."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.identity import Identity, siret_digits, siret_fault
from cap_desktop.domain.plan.plan import Action
from cap_desktop.errors import YearKept
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.start import open_at_start
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.storage.local.start import first_look

KNOWN = Identity(
    siret="73282932000074",
    region="Pays de la Loire",
    department="44",
    agreement="ACI-044-2025-12",
    agreement_from=date(2025, 1, 1),
    agreement_until=date(2027, 12, 31),
)


@pytest.fixture
def services(demonstration: Path, tmp_path: Path) -> Iterator[LocalServices]:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database = Database(tmp_path / "cap.db")
    yield LocalServices(
        database,
        EvidenceFolder(tmp_path / "preuves"),
        lambda: datetime(2026, 11, 24, 14, 32, tzinfo=UTC),
    )
    database.close()


def _newest(services: LocalServices, rank: int = 0) -> OpenAssessment:
    structure = services.assessments.structures()[rank]
    return services.assessments.show(services.assessments.years(structure.id)[0].id)


def test_what_a_structure_is_known_by_is_asked_once_for_every_year_and_every_start(
    services: LocalServices, tmp_path: Path
) -> None:
    opened = _newest(services)
    assert opened.structure.identity == Identity()
    changed = services.structures.change_identity(opened.assessment.id, KNOWN)
    assert changed.structure.identity == KNOWN
    assert open_at_start(DataFolder(tmp_path).database) == changed
    for year in services.assessments.years(opened.structure.id):
        assert services.assessments.open(year.id).structure.identity == KNOWN
        assert services.reports.data(year.id).identity == KNOWN
    other = _newest(services, 1)
    assert other.structure.identity == Identity()
    assert (
        services.structures.change_identity(opened.assessment.id, Identity()).structure.identity
        == Identity()
    )


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("732 829 320 00074", None),
        ("73282932000074", None),
        ("732 829 320 00075", "sum"),
        ("732 829 320", "digits"),
        ("732 829 320 0007A", "digits"),
        ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", "digits"),
        ("356 000 000 00048", None),
        ("356 000 000 00011", "sum"),
    ],
)
def test_a_siret_is_read_with_its_spaces_and_checked(typed: str, fault: str | None) -> None:
    assert siret_fault(siret_digits(typed)) == fault


def test_a_structure_put_away_keeps_everything_and_comes_back(
    services: LocalServices, tmp_path: Path
) -> None:
    away, other = _newest(services, 0), _newest(services, 1)
    opened = services.structures.archive(away.assessment.id, other.assessment.id)
    assert opened.structure == other.structure
    (kept,) = [item for item in opened.standing.others if item.name == away.structure.name]
    assert kept.is_archived
    assert first_look(DataFolder(tmp_path).database) == opened.standing
    back = services.structures.bring_back(kept.assessment)
    assert back == away
    assert not any(
        item.is_archived for item in services.assessments.open(other.assessment.id).standing.others
    )


def test_a_year_begun_by_mistake_goes_and_the_one_before_is_open_again(
    services: LocalServices, tmp_path: Path
) -> None:
    before = _newest(services)
    begun = services.assessments.begin(
        before.structure.id, 2027, before.assessment.questionnaire, before.profile
    )
    assert [year.year for year in begun.standing.years] == [2027, 2026, 2025, 2024]
    left = services.assessments.remove_empty(begun.assessment.id)
    assert left == before
    assert open_at_start(DataFolder(tmp_path).database) == before
    again = services.assessments.begin(
        before.structure.id, 2027, before.assessment.questionnaire, before.profile
    )
    assert again.profile == before.profile


@pytest.mark.parametrize("what", ["answer", "discuss", "half", "action", "evidence", "sealed"])
def test_a_year_that_holds_something_is_kept(
    services: LocalServices, tmp_path: Path, what: str
) -> None:
    before = _newest(services)
    year = services.assessments.begin(
        before.structure.id, 2027, before.assessment.questionnaire, before.profile
    ).assessment.id
    file = tmp_path / "projet.txt"
    file.write_text("projet", encoding="utf-8")
    acts: dict[str, Callable[[], object]] = {
        "answer": lambda: services.answering.record_answer(
            year, "projet_ecrit", Answer(value="n1"), "Direction"
        ),
        "discuss": lambda: services.answering.mark_discussed(
            year, "projet_ecrit", "Direction", discuss=True
        ),
        "half": lambda: services.answering.leave_unfinished(
            year, "participation_ag", "value", ("57", "")
        ),
        "action": lambda: services.plans.add(
            year, Action(title="Écrire", priority=2, state="todo"), "Direction"
        ),
        "evidence": lambda: services.evidence.add(year, "projet_ecrit", file, "Direction"),
        "sealed": lambda: services.assessments.seal(year),
    }
    acts[what]()
    with pytest.raises(YearKept):
        services.assessments.remove_empty(year)
    assert services.assessments.years(before.structure.id)[0].id == year


def test_the_only_year_of_a_structure_is_kept(services: LocalServices) -> None:
    reference = _newest(services).assessment.questionnaire
    alone = services.assessments.begin_structure("Toute neuve", 2026, reference, {}, KNOWN)
    assert alone.structure.identity == KNOWN
    with pytest.raises(YearKept):
        services.assessments.remove_empty(alone.assessment.id)
