"""How long a keystroke of the search takes on the whole questionnaire, all answered."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cap_desktop.gui.presentation.question_search import listed, matching
from cap_desktop.services.files.demonstrations import fill
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenAssessment]:
    database = Database(tmp_path / "cap.db")
    services = LocalServices(
        database, EvidenceFolder(tmp_path / "preuves"), lambda: datetime(2026, 11, 24, tzinfo=UTC)
    )
    fill(services)
    structure = services.assessments.structures()[0]
    yield services.assessments.open(services.assessments.years(structure.id)[0].id)
    database.close()


def test_open_the_search(benchmark: BenchmarkFixture, opened: OpenAssessment) -> None:
    assert benchmark(listed, opened)


def test_a_keystroke(benchmark: BenchmarkFixture, opened: OpenAssessment) -> None:
    questions = listed(opened)
    assert benchmark(matching, questions, "accompagnement projet")
