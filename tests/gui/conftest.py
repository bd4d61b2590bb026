"""A window on real data in a temporary folder, and how to drive it."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop.gui.look import look as looks
from tests.folders import made_once, of_all_workers
from tests.gui.driving import Driven, Windows, begin_first_year, show_results
from tests.gui.looking import LOOKED_AT, ONLY_LOOKS, only_looks


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
    windows.shut()


@pytest.fixture
def demonstrated(request: pytest.FixtureRequest, qtbot: QtBot, demonstration_today: Path) -> Driven:
    """The window on three years of a structure, its results in sight.

    It is one that stays open from test to test where the test is marked as one that only looks.
    """
    if only_looks(request.node):
        factory = request.getfixturevalue("tmp_path_factory")
        return LOOKED_AT.shown(qtbot, demonstration_today, factory)
    open_window = request.getfixturevalue("open_window")
    shutil.copytree(demonstration_today, open_window.folder)
    driven: Driven = open_window()
    show_results(driven)
    return driven


_SETTLED_AFTER = (1, 10, 50)
_windows_tested = 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Set aside what windows needed for the first time, which lives as long as the run.

    Only here, where nothing holds the window of the test any more: what is set aside stays.
    """
    global _windows_tested  # noqa: PLW0603 - one of each process
    yield
    LOOKED_AT.test_ended(item, nextitem)
    if not isinstance(item, pytest.Function) or LOOKED_AT.is_open:
        return
    if {"open_window", "demonstrated"} & set(item.fixturenames):
        _windows_tested += 1
        if _windows_tested in _SETTLED_AFTER:
            gc.collect()
            gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", f"{ONLY_LOOKS}: changes no data, whatever page and size it looks at"
    )
