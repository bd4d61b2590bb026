"""What every test may ask for. Qt must be told to stay off screen before it is imported."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

# The screen of an old laptop: a window that was never placed is no larger than its screen.
os.environ.setdefault(
    "QT_QPA_PLATFORM",
    f"offscreen:configfile={Path(__file__).with_name('data') / 'laptop_screen.json'}",
)

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.faults.failing_disk import Failing, built_in, run_on
from tests.folders import fill_demonstration, made_once, of_all_workers, start_today
from tests.length import IS_LONG
from tests.patience import PATIENCE_MS
from tests.rights import rights_that_refuse

if TYPE_CHECKING:
    from cap_desktop.storage.local.database import Database

settings.register_profile(
    "steady",
    max_examples=100 if IS_LONG else 40,
    derandomize=True,  # the same examples for everyone: a red build can be replayed
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("CAP_HYPOTHESIS_PROFILE", "steady"))


WAITS = ("waitSignal", "waitSignals", "waitUntil", "waitActive", "waitExposed", "waitCallback")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """The robot of pytest-qt, which waits five seconds only unless it is told each time."""
    for name in WAITS:
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def refusing_rights() -> Iterator[None]:
    """A closed folder is closed to this test, whoever runs it."""
    with rights_that_refuse():
        yield


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the demonstration, written once for every worker; copy them to change them."""
    return made_once(of_all_workers(tmp_path_factory) / "demonstration", fill_demonstration)


@pytest.fixture(scope="session")
def demonstration_today(tmp_path_factory: pytest.TempPathFactory, demonstration: Path) -> Path:
    """The same as a first start of today left them.

    A window that opens them has no copy to make or to try: most of what an opening costs.
    """

    def make(folder: Path) -> None:
        shutil.copytree(demonstration, folder)
        start_today(folder)

    return made_once(of_all_workers(tmp_path_factory) / "demonstration-today", make)


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Failing:
    return partial(run_on, built_in(tmp_path_factory.mktemp("disk")))


@pytest.fixture(autouse=True)
def _no_french_machine_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def open_database() -> Iterator[Callable[[Path], "Database"]]:
    """Open databases, which are closed whatever becomes of the test.

    Python 3.13 tells of one left open when it is collected, in the midst of another test.
    """
    from cap_desktop.storage.local.database import Database

    opened: list[Database] = []

    def make(path: Path) -> Database:
        opened.append(Database(path))
        return opened[-1]

    yield make
    for database in opened:
        database.close()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Set aside what lives as long as the run: every test of a window collects twice.

    Three hundred thousand objects of collected tests would be walked again each time.
    """
    gc.collect()
    gc.freeze()
