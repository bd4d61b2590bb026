"""A window on real data in a temporary folder, and how to drive it."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from cap_desktop.gui.look import look as looks
from cap_desktop.gui.session.destinations import ToResults
from tests.folders import made_once, of_all_workers
from tests.gui.driving import Driven, Windows, begin_first_year


@pytest.fixture(scope="session")
def first_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data that a first launch leaves, written once for every worker."""
    return made_once(of_all_workers(tmp_path_factory) / "first-year", begin_first_year)


@pytest.fixture
def open_window(
    qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[[], Driven]]:
    """Open the program on the same folder, as often as asked."""
    looks.load_fonts()
    windows = Windows(
        qtbot, tmp_path / "donnees", lambda: Path(request.getfixturevalue("first_year"))
    )
    yield windows
    for driven in windows.opened:
        driven.close()
        # Else every later window would be slowed down by the style of this one.
        driven.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What is left of the windows is destroyed here: found on the storage lane by a later
    # collection, it would be destroyed from the wrong thread.
    gc.collect()


@pytest.fixture
def demonstrated(
    open_window: Callable[[], Driven], tmp_path: Path, demonstration_today: Path
) -> Driven:
    """The window on three years of a structure, its results in sight."""
    shutil.copytree(demonstration_today, tmp_path / "donnees")
    driven = open_window()
    driven.window.resize(1366, 720)
    driven.window.go(ToResults())
    return driven


_SETTLED_AFTER = (1, 10, 50)
_windows_tested = 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Set aside what windows needed for the first time, which lives as long as the run.

    Only here, where nothing holds the window of the test any more: what is set aside stays.
    """
    global _windows_tested  # noqa: PLW0603 - one of each process
    yield
    if isinstance(item, pytest.Function) and "open_window" in item.fixturenames:
        _windows_tested += 1
        if _windows_tested in _SETTLED_AFTER:
            gc.collect()
            gc.freeze()
