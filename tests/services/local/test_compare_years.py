"""Two years of a structure, compared across the versions that are installed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.services.local.assessments import Assessments
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import Tree, after, maturity, questionnaire, theme, tree
from tests.folders import clock

AI = {"structure_type": ("ai",)}
FIRST = tree(theme("t", maturity("q_a"), maturity("q_b")))


def _after(old: Tree, version: str) -> Tree:
    return after(old, theme("t", maturity("q_a"), maturity("q_b")), version=version)


SECOND = _after(FIRST, "1.1.0")
THIRD = _after(SECOND, "1.2.0")


@pytest.fixture
def services(tmp_path: Path, open_database: Callable[[Path], Database]) -> Assessments:
    database = open_database(tmp_path / "cap.db")
    return Assessments(database, EvidenceFolder(tmp_path / "preuves"), clock)


def _year(
    services: Assessments, structure: str, year: int, of: Tree, answer: str
) -> OpenAssessment:
    reference = services.install(canonical_bytes(questionnaire(of)), "essai.json")
    begun = services.begin(structure, year, reference, AI)
    for name in ("q_a", "q_b"):
        services.answering.record_answer(
            begun.assessment.id, name, Answer(value=answer), "Direction"
        )
    return begun


def test_one_version_is_compared_whole(services: Assessments) -> None:
    structure = services.add_structure("Les Deux Rives").id
    old = _year(services, structure, 2025, FIRST, "n1")
    new = _year(services, structure, 2026, FIRST, "n3")
    compared = services.compare_years(new.assessment.id, old.assessment.id)
    assert compared.old.assessment.year == 2025
    assert compared.comparison is not None
    assert compared.comparison.parts["partie"].delta_common == 50
    assert [item.new.entry.id for item in compared.changed] == ["q_a", "q_b"]


def test_the_versions_between_are_walked_where_they_are_installed(services: Assessments) -> None:
    structure = services.add_structure("Les Deux Rives").id
    old = _year(services, structure, 2024, FIRST, "n1")
    new = _year(services, structure, 2026, THIRD, "n2")
    assert services.compare_years(old.assessment.id, new.assessment.id).comparison is None
    services.install(canonical_bytes(questionnaire(SECOND)), "essai.json")
    compared = services.compare_years(old.assessment.id, new.assessment.id)
    assert compared.comparison is not None
    assert compared.comparison.themes["t"].delta_common == 25
    path = services.succession(old.assessment, new.assessment)
    assert path is not None
    assert path.identical_ids == {"q_a", "q_b"}


def test_a_version_that_names_other_bytes_is_not_followed(services: Assessments) -> None:
    structure = services.add_structure("Les Deux Rives").id
    old = _year(services, structure, 2025, FIRST, "n1")
    stranger = _after(FIRST, "1.1.0")
    stranger["previous"]["content_digest"] = "sha256:" + "0" * 64
    new = _year(services, structure, 2026, stranger, "n1")
    compared = services.compare_years(old.assessment.id, new.assessment.id)
    assert (compared.comparison, compared.changed) == (None, ())
