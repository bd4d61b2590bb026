"""A window on a questionnaire that is made for the tests: what no question of the edition is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import Tree, maturity, number, raw, theme, tree, yesno
from tests.folders import clock
from tests.gui.driving import Driven, Open

TYPED = {"allowed": True, "reason_required": True}
DUTIES = "\n".join(
    (
        "Le registre est obligatoire. Répondez oui si tout est en ordre\u00a0:",
        "- un registre liste les fichiers\u00a0;",
        "- chaque personne connaît ses droits\u00a0;",
        "- une durée est fixée.",
    )
)
OF = tree(
    theme("t", number("ventes", na=TYPED), yesno("signe", help=DUTIES), maturity("projet")),
)


@pytest.fixture
def open_on(open_window: Open, tmp_path: Path) -> Callable[[Tree], Driven]:
    """Open the window on a first year of any questionnaire."""

    def begun(of: Tree) -> Driven:
        database = Database(tmp_path / "donnees" / "cap.db")
        services = LocalServices(database, EvidenceFolder(tmp_path / "donnees" / "preuves"), clock)
        structure = services.assessments.add_structure("Les Deux Rives").id
        reference = services.assessments.install(raw(of), "essai.json")
        profile = {"structure_type": ("aci",)}
        year = services.assessments.begin(structure, 2026, reference, profile)
        services.assessments.show(year.assessment.id)
        database.close()
        return open_window()

    return begun


@pytest.fixture
def typed_reasons(open_on: Callable[[Tree], Driven]) -> Driven:
    """The window on a figure whose reason for « non applicable » is typed, not chosen."""
    return open_on(OF)
