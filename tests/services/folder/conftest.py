"""A folder of data that comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from tests.builders import questionnaire
from tests.services.folder.former import (
    OF,
    close,
    prints,
    services_of,
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of data as another computer left it: an answer, a piece of evidence, a copy."""
    folder = tmp_path / "cle usb" / "données"
    services = services_of(folder)
    reference = services.assessments.install(canonical_bytes(questionnaire(OF)), "essai.json")
    opened = services.assessments.begin_structure(
        "Les Deux Rives", 2026, reference, {"structure_type": ("ai",)}
    )
    services.answering.record_answer(opened.assessment.id, "q_a", Answer(value="n3"), "Direction")
    proof = tmp_path / "statuts.pdf"
    proof.write_bytes(b"%PDF statuts")
    services.evidence.add(opened.assessment.id, "q_a", proof, "Direction")
    keep_daily_copy(services._database, DataFolder(folder), date(2026, 11, 23))
    services.answering.record_answer(opened.assessment.id, "q_b", Answer(value="n1"), "Direction")
    close(services)
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "ici"
    folder.mkdir()
    return folder


@pytest.fixture
def untouched(source: Path) -> Iterator[None]:
    """What every test of a refusal also promises."""
    before = prints(source)
    yield
    assert prints(source) == before
