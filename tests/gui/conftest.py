"""A window on real data in a temporary folder, and how to drive it."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.session.destinations import ToResults
from tests.folders import clock
from tests.gui.driving import Driven


def _choose_nothing(_title: str, _name: str = "", _kinds: str = "") -> Path | None:
    return None


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Driven]]:
    """Open the program on the same folder, as often as asked."""
    opened: list[Driven] = []
    looks.load_fonts()

    def make() -> Driven:
        program = app.Program(tmp_path / "donnees", clock)
        driven = Driven(program, qtbot)
        opened.append(driven)
        # The system's own dialogs wait for a person: a test says what is chosen in them.
        program.window.exports.ask_path = _choose_nothing
        program.window.arrivals.ask_folder = lambda _title: None
        program.open()
        qtbot.waitUntil(lambda: program.session.is_ready and not program._lane.is_busy)
        # A key goes to the window that is active; the one of the test before may still be.
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return driven

    yield make
    for driven in opened:
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
