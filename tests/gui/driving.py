"""How a test drives the window: what to begin, what to wait for, how to make a disk refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.errors import CapError, NotSaved, TypedNotKept
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.gui.window.closing import LOSE
from cap_desktop.gui.window.main_window import MainWindow
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database

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


Open = Callable[[], Driven]
"""Opens the program on the folder of the test, as often as asked."""


def _lose(error: CapError) -> str:
    """Answer the question of a window that closes on a disk that refuses."""
    assert isinstance(error, NotSaved | TypedNotKept)
    return LOSE


def begun(open_window: Open) -> Driven:
    """Go through the first launch, as a director does."""
    driven = open_window()
    window = driven.window
    assert window.pages.currentWidget() is window.page(WelcomePage)
    window.page(WelcomePage).name.setText("Les Deux Rives")
    for field, options in PROFILE.items():
        for option in options:
            window.page(WelcomePage).boxes[field][option].setChecked(True)
    with driven.qtbot.waitSignal(window.session.opened):
        window.page(WelcomePage).go.click()
    return driven


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
