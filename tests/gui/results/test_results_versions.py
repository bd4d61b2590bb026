"""Two years whose questionnaires are two versions apart: every page compares them alike."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop import paths
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.canonical import content_digest
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToResults
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock
from tests.gui.driving import Driven


def _next_version(content: bytes) -> bytes:
    former = read_questionnaire(content).questionnaire
    assert former is not None
    made = json.loads(content)
    previous = {"id": former.id, "version": former.version}
    made |= {
        "version": "2026.1.1",
        "previous": {**previous, "content_digest": content_digest(former)},
        "lineage": [],
        "changelog": [{"version": "2026.1.1", "date": "2027-01-01", "text": "Corrections."}],
    }
    return json.dumps(made, ensure_ascii=False).encode()


@pytest.mark.parametrize("is_known", [True, False])
def test_the_results_compare_years_two_versions_apart(
    open_window: Callable[[], Driven], qtbot: QtBot, tmp_path: Path, *, is_known: bool
) -> None:
    database = Database(tmp_path / "donnees" / "cap.db")
    services = LocalServices(database, EvidenceFolder(tmp_path / "donnees" / "preuves"), clock)
    first, second = (
        (folder / f"cap-{version}.json").read_bytes()
        for folder, version in (
            (paths.demonstration(), "2025.2.0"),
            (paths.questionnaires(), "2026.1.0"),
        )
    )
    structure = services.assessments.add_structure("Les Deux Rives").id
    for year, content in ((2024, first), (2026, _next_version(second))):
        reference = services.assessments.install(content, "essai.json")
        begun = services.assessments.begin(structure, year, reference, {"structure_type": ("aci",)})
        services.answering.record_answer(
            begun.assessment.id, "projet_ecrit", Answer(value="n2"), "Direction"
        )
    if is_known:
        services.assessments.install(second, "essai.json")
    services.assessments.show(begun.assessment.id)
    database.close()
    driven = open_window()
    session, window = driven.window.session, driven.window
    qtbot.waitUntil(lambda: session.former is not None)
    window.go(ToResults())
    shown = window.page(ResultsPage)._shown
    assert shown is not None
    assert (shown[1].years[1] == "2024") == is_known
    with qtbot.waitSignal(session.years_compared) as compared:
        session.compare_years(session.years[0].id, session.years[1].id)
    assert compared.args is not None
    assert (compared.args[0].comparison is not None) == is_known
