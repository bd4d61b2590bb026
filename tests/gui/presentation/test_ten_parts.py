"""A questionnaire may have more parts than the one of the network: each is named and shown."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cap_desktop.gui.answering.theme_list import ThemeModel
from cap_desktop.gui.results.results_overview import BothYears, overview
from cap_desktop.gui.results.year_tables import scores_table
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import Tree, maturity, raw, theme, tree

LETTERS = tuple("ABCDEFGHIJ")


def _part(rank: int) -> Tree:
    axes = [
        {
            "id": f"axe_{rank}_{axis}",
            "title": "Axe",
            "themes": [theme(f"t_{rank}_{axis}", maturity(f"q_{rank}_{axis}"))],
        }
        for axis in (1, 2)
    ]
    return {"id": f"partie_{rank}", "title": f"Partie {rank}", "axes": axes}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[LocalServices]:
    database = Database(tmp_path / "cap.db")
    folder = EvidenceFolder(tmp_path / "preuves")
    yield LocalServices(database, folder, lambda: datetime(2026, 11, 24, tzinfo=UTC))
    database.close()


@pytest.fixture
def years(services: LocalServices) -> tuple[OpenAssessment, OpenAssessment]:
    content = raw(tree(parts=[_part(rank) for rank in range(1, 11)]))
    reference = services.assessments.install(content, "essai")
    structure = services.assessments.add_structure("Essai")
    profile = {"structure_type": ("aci",)}
    old = services.assessments.begin(structure.id, 2025, reference, profile)
    return old, services.assessments.begin(structure.id, 2026, reference, profile)


def test_ten_parts_have_ten_letters_in_the_results_and_on_the_first_page(
    years: tuple[OpenAssessment, OpenAssessment],
) -> None:
    opened = years[1]
    parts = overview(opened, BothYears()).parts
    assert tuple(part.part.code for part in parts) == LETTERS
    assert [theme.code for theme in parts[-1].themes] == ["J1", "J2"]
    assert tuple(part.code for part in opened.standing.years[0].parts) == LETTERS


def test_the_list_of_themes_holds_those_of_the_tenth_part(
    years: tuple[OpenAssessment, OpenAssessment],
) -> None:
    model = ThemeModel()
    model.show_assessment(years[1])
    assert model.rows[-3] == "J · Partie 10"
    assert model.rowCount() == 30


def test_two_years_are_compared_on_ten_parts(
    services: LocalServices, years: tuple[OpenAssessment, OpenAssessment]
) -> None:
    old, new = years
    table = scores_table(services.assessments.compare_years(old.assessment.id, new.assessment.id))
    assert table.rows[-1][0].startswith("J2 ")
    assert len(table.rows) == 30
