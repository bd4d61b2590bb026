"""Shows every page on a real screen and writes what a client of the bus reads of it.

    python -m tests.gui.bus.window FOLDER DEMONSTRATION    one line of JSON a page

Started by `test_bus.py`, inside a session bus and a screen of its own.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.answering.answer_fields import LevelField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.kit import bus_readers, letting_go
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.structure.welcome_page import STRUCTURE, WelcomePage
from tests.folders import clock
from tests.gui.driving import Driven
from tests.gui.pages import each_page, settle
from tests.gui.robots import comes
from tests.patience import PATIENCE_MS

CLIENT = Path(__file__).with_name("client.py")
NEAR = 4
WORDS = ("Année 2026, terminée, lecture seule", "Enregistré à 14 h 32")


class Waiting:
    """Waits as the robot of pytest-qt does, which only a test has."""

    def waitUntil(self, is_so: Callable[[], object]) -> None:  # noqa: N802
        if not comes(is_so):
            raise TimeoutError(is_so)


WAITING = cast(QtBot, Waiting())


class Client:
    """The other end of the bus."""

    def __init__(self) -> None:
        self._process = QProcess()
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.start("/usr/bin/python3", [str(CLIENT)])

    def ask(self, asked: str = "read") -> Any:
        """What it answers, of what it knows."""
        self._process.write(f"{asked}\n".encode())
        WAITING.waitUntil(
            lambda: (
                self._process.canReadLine()
                or self._process.state() == QProcess.ProcessState.NotRunning
            )
        )
        return json.loads(bytes(self._process.readLine().data()))

    def close(self) -> None:
        self._process.closeWriteChannel()
        self._process.waitForFinished()


def _open(folder: Path) -> Driven:
    driven = Driven(app.Program(folder, clock), WAITING)
    driven.program.open()
    WAITING.waitUntil(lambda: driven.window.session.is_ready and not driven.lane.is_busy)
    driven.window.activateWindow()
    return driven


def _first_form(driven: Driven, client: Client) -> Any:
    page = driven.window.page(WelcomePage)
    page.show_step(STRUCTURE)
    page.onward.click()
    return client.ask()


def _has_moved(driven: Driven, left: QWidget) -> bool:
    return driven.window.focusWidget() is not left


def _stops_after_the_answers(driven: Driven) -> list[str]:
    """What the Tab key reaches from a level."""
    driven.window.go(ToQuestion("projet_ecrit"))
    settle(driven)
    field = driven.window.page(AnsweringPage).field
    assert isinstance(field, LevelField)
    field.group.buttons()[field.group.checkedId()].setFocus()
    names = []
    for _stop in range(NEAR):
        left = driven.window.focusWidget()
        QTest.keyClick(left, Qt.Key.Key_Tab)
        # Qt shows each key to the readers first, and takes it when they have answered.
        WAITING.waitUntil(partial(_has_moved, driven, left))
        names.append(driven.window.focusWidget().accessibleName())
    return names


def _knows_announcements(is_known: bool) -> bool:
    return bus_readers.knows_announcements() is is_known


def _heard(driven: Driven, client: Client) -> Any:
    """What reaches a reader that knows no announcement, then one that does."""
    heard = []
    for asked, is_known in (("forget", False), ("hear announcements", True)):
        client.ask(asked)
        WAITING.waitUntil(partial(_knows_announcements, is_known))
        for words in WORDS:
            announce(driven.window, words)
        heard.append(client.ask("heard"))
    return heard


def _lost(driven: Driven, client: Client) -> Any:
    """What a reader that is slow asks about in vain."""
    # However slow the machine is.
    letting_go.ASKED_MS = PATIENCE_MS
    driven.window.go(ToQuestion("projet_ecrit"))
    settle(driven)
    client.ask()
    driven.window.go(ToQuestion("rgpd_liste"))
    program = driven.program
    program.change_settings(program.settings._replace(text_size=125))
    settle(driven)
    return client.ask("ask again")


def told(folder: Path, demonstration: Path) -> Iterator[tuple[str, Any]]:
    client = Client()
    driven = _open(folder / "premier")
    yield "first form", _first_form(driven, client)
    driven.close()
    driven.window.deleteLater()
    shutil.copytree(demonstration, folder / "suite")
    driven = _open(folder / "suite")
    driven.window.resize(1366, 720)
    for page in each_page(driven):
        yield page, client.ask()
    yield "stops", _stops_after_the_answers(driven)
    yield "heard", _heard(driven, client)
    yield "lost", _lost(driven, client)
    driven.close()
    client.close()


if __name__ == "__main__":
    looks.application(["cap-desktop-python"])
    for page, found in told(Path(sys.argv[1]), Path(sys.argv[2])):
        sys.stdout.write(json.dumps([page, found]) + "\n")
        sys.stdout.flush()
