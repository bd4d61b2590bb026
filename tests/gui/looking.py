"""One window for the tests that only look at the demonstration, open from one to the next.

To open a window and its data takes longer than most looks at it. Whatever a test says to its
pages is its own affair: each begins with the results in sight, at the sizes of a first start.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop.gui.look import look as looks
from cap_desktop.gui.results.results_page import ResultsPage
from tests.gui.driving import Driven, Windows, show_results

ONLY_LOOKS = "only_looks"


def only_looks(item: pytest.Item | None) -> bool:
    """True where a test says that it changes no data."""
    return item is not None and item.get_closest_marker(ONLY_LOOKS) is not None


class LookedAt:
    """Opened for the first looking test of a file, closed before one that does more."""

    def __init__(self) -> None:
        self._windows: Windows | None = None
        self._failed = 0

    @property
    def is_open(self) -> bool:
        return self._windows is not None

    def shown(self, qtbot: QtBot, data: Path, factory: pytest.TempPathFactory) -> Driven:
        """The window as a first start shows it; only what is looked at may differ."""
        if self._windows is None:
            looks.load_fonts()
            folder = factory.mktemp("looked-at") / "donnees"
            shutil.copytree(data, folder)
            self._windows = Windows(qtbot, folder, lambda: data)
            driven = self._windows()
            self._settings = driven.program.settings
        (driven,) = self._windows.opened
        driven.qtbot = qtbot
        if driven.program.settings != self._settings:
            driven.program.change_settings(self._settings)
        driven.nobody_chooses()
        driven.active()
        show_results(driven)
        results = driven.window.page(ResultsPage)
        if results.tables.isVisibleTo(results):
            results.swap()
        return driven

    def test_ended(self, item: pytest.Item, following: pytest.Item | None) -> None:
        """Close the window where the next test is none that looks, or this one left a doubt."""
        if self._windows is None:
            return
        (driven,) = self._windows.opened
        has_changed = only_looks(item) and driven.window.session.undo_stack.canUndo()
        has_failed, self._failed = item.session.testsfailed > self._failed, item.session.testsfailed
        goes_on = following is not None and following.path == item.path and only_looks(following)
        if has_changed or has_failed or not goes_on:
            self._windows.shut()
            self._windows = None
        assert not has_changed, f"{item.nodeid} is marked as one that only looks"


LOOKED_AT = LookedAt()
