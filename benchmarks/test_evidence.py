"""A question with many files, from being asked for until it is painted; drawn off screen."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication

from cap_desktop import app
from cap_desktop.domain.answers.answer_sheet import NO_ANSWER
from cap_desktop.domain.answers.assessment import EvidenceFile, KeptAnswer
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.services.files.demonstrations import fill
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

QUESTION, OTHER = "projet_individuel", "projet_ecrit"
FEW, SOME, MANY = 12, 300, 5_000
LONGEST = {SOME: 0.2, MANY: 2.0}
RATIO = 4
"""How many times longer than a dozen files thousands may take."""
ROUNDS = 9


def _data(folder: Path, number: int) -> None:
    """Three years of data, and so many files on one question, whose copies are all gone."""
    database = Database(folder / "cap.db")
    services = LocalServices(
        database, EvidenceFolder(folder / "preuves"), lambda: datetime.now(UTC)
    )
    fill(services)
    structure = services.assessments.structures()[0]
    year = services.assessments.years(structure.id)[0].id
    names = tuple(f"preuve {rank}.pdf" for rank in range(number))
    answer = replace(NO_ANSWER, evidence=names)
    with database.begin() as tx:
        tx.answers.put(year, KeptAnswer(QUESTION, answer, False, "2026-11-24", "Direction"))
        for name in names:
            digest = hashlib.sha256(name.encode()).hexdigest()
            tx.evidence.add(year, EvidenceFile(QUESTION, name, digest, 10), "2026-11-24")
    database.close()


def _shown(folder: Path) -> float:
    """How long the question takes until it and what was seen of its copies are painted."""
    program = app.Program(folder, lambda: datetime.now(UTC))
    program.window.resize(1366, 720)
    program.open()
    _rest(program)
    program.window.go(ToQuestion(OTHER))
    _rest(program)
    times = []
    for _round in range(ROUNDS):
        began = perf_counter()
        program.window.go(ToQuestion(QUESTION))
        _rest(program)
        times.append(perf_counter() - began)
        program.window.go(ToQuestion(OTHER))
        _rest(program)
    program.close()
    return median(times)


def _rest(program: app.Program) -> None:
    QCoreApplication.processEvents()
    while program._lane.is_busy or not program.session.is_ready:
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()


@pytest.mark.usefixtures("qapp")
def test_files_by_the_thousand(tmp_path: Path, told: list[str]) -> None:
    times = {}
    for number in (FEW, SOME, MANY):
        folder = tmp_path / str(number)
        folder.mkdir()
        _data(folder, number)
        times[number] = _shown(folder)
        told.append(
            f"evidence: {number:>5} files on one question shown in {times[number]:.3f} s, "
            f"{times[number] / times[FEW]:.2f} times {FEW} files"
        )
    for number, longest in LONGEST.items():
        assert times[number] < longest
    assert times[MANY] < RATIO * times[FEW]
