"""A disk that fails where it is told to, and the figures of each family of faults."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.domain.plan.plan import Action
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.faults.failing_disk import Failing
from tests.faults.length import CASES, FIGURES, Told
from tests.faults.promises import work_folder
from tests.faults.recording import record_all
from tests.faults.scenarios import fill
from tests.folders import clock, made_once
from tests.length import IS_LONG


@pytest.fixture(scope="session")
def records(failing_disk: Failing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every scenario, done once on a disk that keeps a record: for all the processes of a run."""
    return made_once(
        _shared(tmp_path_factory) / "records",
        lambda folder: record_all(failing_disk, CASES, folder),
    )


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder that is written ten thousand times."""
    folder = work_folder()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def filled(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with something of everything, and the copy of a day before the last."""
    return made_once(
        _shared(tmp_path_factory) / "filled", lambda folder: _fill(folder, demonstration)
    )


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small folder of data with something of everything, made once; copy it to change it."""
    return made_once(_shared(tmp_path_factory) / "small", fill) / "donnees"


def _fill(path: Path, demonstration: Path) -> None:
    folder = DataFolder(path)
    shutil.copytree(demonstration, folder.path)
    database = Database(folder.database)
    services = LocalServices(database, EvidenceFolder(folder.evidence), clock)
    last = services.assessments.last_shown()
    assert last is not None
    proof = path.with_name(f"{path.name}-fiche.pdf")
    proof.write_bytes(b"%PDF-1.7 fiche")
    services.evidence.add(last, "projet_ecrit", proof, "Direction")
    services.answering.leave_unfinished(last, "projet_ecrit", "value", ("12",))
    ideas = services.plans.plan(last).ideas
    services.plans.hide_idea(last, ideas[0].id)
    keep_daily_copy(database, folder, date(2026, 11, 23))
    services.plans.add(
        last, Action(id="", title="Écrire le projet", priority=2, state="todo"), "Direction"
    )
    services.answering.mark_discussed(last, "projet_individuel", "Équipe", discuss=True)
    database.close()


def _shared(factory: pytest.TempPathFactory) -> Path:
    """The folder that all the processes of a run have in common."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Told:
    """Tell figures of a family of faults, which `make faults` adds up."""

    def tell(family: str, **figures: int) -> None:
        record_property(FIGURES, (family, figures))

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line a family, whatever became of its tests."""
    if not IS_LONG:
        return
    families: dict[str, dict[str, int]] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") != "call":
                continue
            for name, value in getattr(report, "user_properties", ()):
                if name == FIGURES:
                    family, figures = value
                    known = families.setdefault(family, {})
                    for what, count in figures.items():
                        known[what] = known.get(what, 0) + count
    terminalreporter.section("figures")
    for family, figures in sorted(families.items()):
        said = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in figures.items())
        terminalreporter.line(f"{family}: {said}")
