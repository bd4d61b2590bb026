"""How a test drives the window: what to begin, what to wait for, how to make a disk refuse."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from cap_desktop import app, paths
from cap_desktop.errors import CapError, DatabaseDamaged, NotSaved, TypedNotKept
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.session.destinations import ToResults
from cap_desktop.gui.session.edition import read_edition
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.gui.window.closing import LOSE
from cap_desktop.gui.window.main_window import MainWindow
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database
from tests.folders import clock, start_today

NAME = "Les Deux Rives"
PROFILE = {
    "structure_type": ("ai",),
    "legal_form": ("association",),
    "size_band": ("moins_de_onze",),
    "private_clients": ("oui",),
    "volunteers": ("oui",),
}
"""What a first launch is told of the structure."""


@dataclass
class Driven:
    """A window, and the way to wait for what it asks of the storage."""

    program: app.Program
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def close(self) -> None:
        if not self.is_closed:
            self.is_closed = True
            self.window.decide = _lose
            self.program.close()

    is_closed: bool = False

    @property
    def current(self) -> OpenAssessment:
        assert self.window.session.current is not None
        return self.window.session.current

    @property
    def lane(self) -> Lane:
        """Where the storage works: tests hold it up, or make it work under their eyes."""
        return self.program._lane

    @property
    def database(self) -> Database:
        assert self.program.data.database is not None
        return self.program.data.database

    def services(self) -> LocalServices:
        """What the window asks for its data."""
        return self.lane.run(self.program.session._services.get)

    def nobody_chooses(self) -> None:
        """Answer the system's own dialogs, which wait for a person: a test says what is chosen."""
        self.window.exports.ask_path = _choose_nothing
        self.window.arrivals.ask_folder = lambda _title: None

    def active(self) -> None:
        """Make the window active: keys go to it, and not to the one of the test before."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def idle(self) -> None:
        """Wait until the storage has nothing left to do and all of it is told."""
        self.qtbot.waitUntil(lambda: not self.lane.is_busy)

    def rested(self) -> None:
        """Wait as a person does between two presses of « Suivante », else they are one gesture."""
        page = self.window.page(AnsweringPage)
        self.qtbot.waitUntil(lambda: not page.footer.is_resting)

    def saved(self, act: Callable[[], object]) -> None:
        """Do something and wait until it is saved."""
        with self.qtbot.waitSignal(self.window.session.saved):
            act()


class Windows:
    """Opens the program on the folder of the test, as often as asked."""

    def __init__(self, qtbot: QtBot, folder: Path, first_year: Callable[[], Path]) -> None:
        self.folder = folder
        self.first_year = first_year
        """The data that a first launch leaves, made once a run."""
        self.opened: list[Driven] = []
        self._qtbot = qtbot

    def __call__(self) -> Driven:
        program = app.Program(self.folder, clock)
        driven = Driven(program, self._qtbot)
        self.opened.append(driven)
        driven.nobody_chooses()
        program.open()
        self._qtbot.waitUntil(lambda: program.session.is_ready and not program._lane.is_busy)
        driven.active()
        return driven

    def shut(self) -> None:
        """Close every window, and destroy what is left of them."""
        for driven in self.opened:
            driven.close()
            # Else every later window would be slowed down by the style of this one.
            driven.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.opened.clear()
        # What is left of the windows is destroyed here: found on the storage lane by a later
        # collection, it would be destroyed from the wrong thread.
        gc.collect()


Open = Callable[[], Driven]


def _choose_nothing(_title: str, _name: str = "", _kinds: str = "") -> Path | None:
    return None


def _lose(error: CapError) -> str:
    """Answer the question of a window that closes on a disk that refuses."""
    assert isinstance(error, NotSaved | TypedNotKept | DatabaseDamaged)
    return LOSE


def first_launch(open_window: Open) -> Driven:
    """Go through the first launch, as a director does."""
    driven = open_window()
    window = driven.window
    assert window.pages.currentWidget() is window.page(WelcomePage)
    window.page(WelcomePage).name.setText(NAME)
    for field, options in PROFILE.items():
        for option in options:
            window.page(WelcomePage).boxes[field][option].setChecked(True)
    with driven.qtbot.waitSignal(window.session.opened):
        window.page(WelcomePage).go.click()
    return driven


def show_results(driven: Driven) -> None:
    """The results in sight, on the screen of an old laptop."""
    driven.window.resize(1366, 720)
    driven.window.go(ToResults())


def begun(open_window: Open) -> Driven:
    """Open the window on the year that a first launch has begun."""
    assert isinstance(open_window, Windows)
    shutil.copytree(open_window.first_year(), open_window.folder)
    return open_window()


def begin_first_year(folder: Path) -> None:
    """Write what a first launch leaves, and the start of that day."""
    data = LocalData(DataFolder(folder), clock)
    services = data.open()
    edition = read_edition(paths.questionnaires() / app.EDITION, clock())
    reference = services.assessments.install(edition.content, "questionnaire")
    services.assessments.begin_structure(NAME, edition.year, reference, PROFILE)
    data.close()
    start_today(folder)


def refuse_to_save(driven: Driven, *, refuses: bool = True) -> None:
    """Make every later write fail, as a full disk does, or work again."""
    database = driven.database

    def write_or_not() -> None:
        # Not through a transaction: it begins by a write, which is what is refused.
        connection = database._engine.raw_connection()
        connection.cursor().execute(f"PRAGMA query_only = {'ON' if refuses else 'OFF'}")
        connection.close()

    driven.lane.run(write_or_not)


def columns(table: FittedTable, column: int) -> list[str]:
    """What a table says in one of its columns, row by row."""
    return [row[column] for row in table.texts.table.rows]
