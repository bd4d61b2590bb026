"""How a test drives the window: what to begin, what to wait for, how to make a disk refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.errors import CapError, NotSaved, TypedNotKept
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.window.closing import LOSE
from cap_desktop.gui.window.main_window import MainWindow
from cap_desktop.services.local.open_assessment import OpenAssessment

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
    assert window.pages.currentWidget() is window.welcome
    window.welcome.name.setText("Les Deux Rives")
    for field, options in PROFILE.items():
        for option in options:
            window.welcome._boxes[field][option].setChecked(True)
    with driven.qtbot.waitSignal(window.session.opened):
        window.welcome.go.click()
    return driven


def refuse_to_save(driven: Driven, *, refuses: bool = True) -> None:
    """Make every later write fail, as a full disk does, or work again."""
    database = driven.program._database
    assert database is not None

    def write_or_not() -> None:
        # Not through a transaction: it begins by a write, which is what is refused.
        connection = database._engine.raw_connection()
        connection.cursor().execute(f"PRAGMA query_only = {'ON' if refuses else 'OFF'}")
        connection.close()

    driven.program._lane.run(write_or_not)


def columns(table: FittedTable, column: int) -> list[str]:
    """What a table says in one of its columns, row by row."""
    return [row[column] for row in table.texts.table.rows]
