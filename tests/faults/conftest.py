"""A disk that fails where it is told to, and the figures of each family of faults."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.faults.failing_disk import Failing, built_in, run_on
from tests.faults.promises import work_folder
from tests.faults.recording import record_all
from tests.faults.scenarios import SCENARIOS
from tests.folders import made_once
from tests.patience import PATIENCE

IS_LONG = os.environ.get("CAP_FAULTS") == "long"
"""Set by `make faults`: each family whole, and a line of figures for each."""
FIGURES = "figures"
QUICK = (*("a day", "seal", "evidence", "copies", "schema 3", "recovery", "restore", "other data"),)
NAMES = tuple(SCENARIOS) if IS_LONG else QUICK
"""The scenarios of a run: all of them where it is long."""
GROUPS = tuple((name,) for name in SCENARIOS) if IS_LONG else (QUICK,)
"""Those that are done in one process: each has a second of its own to begin with."""
SAFE = ""
CASES = (
    *((name, SAFE) for name in NAMES),
    ("seal", "synchronous off"),
    ("evidence", "no folder synced"),
    ("copies", "no folder synced"),
)
HOURS = 3600.0
LIMIT = HOURS if IS_LONG else PATIENCE

Told = Callable[..., None]


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Failing:
    return partial(run_on, built_in(tmp_path_factory.mktemp("disk")))


@pytest.fixture(scope="session")
def records(failing_disk: Failing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every scenario, done once on a disk that keeps a record: for all the processes of a run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return made_once(
        shared / "records", lambda folder: record_all(failing_disk, CASES, folder, LIMIT)
    )


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder that is written ten thousand times."""
    folder = work_folder()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


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
