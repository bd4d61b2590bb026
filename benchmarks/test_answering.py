"""Turning the page, and a level chosen until it is saved and painted; drawn off screen."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from cap_desktop import app
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.window.main_window import MainWindow
from cap_desktop.services.files.demonstrations import fill
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

QUESTION = "projet_individuel"


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The window at its reference size, on three years of data."""
    database = Database(tmp_path / "cap.db")
    fill(LocalServices(database, EvidenceFolder(tmp_path / "preuves"), lambda: datetime.now(UTC)))
    database.close()
    program = app.Program(tmp_path, lambda: datetime.now(UTC))
    program.window.resize(1366, 720)
    program.open()
    _until_idle(program)
    program.window.go(ToQuestion("projet_ecrit"))
    qapp.processEvents()
    yield program.window
    program.close()


def _until_idle(program: app.Program) -> None:
    while program._lane.is_busy or not program.session.is_ready:
        QCoreApplication.processEvents()


def test_turning_the_page(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    def turn() -> None:
        window.page(AnsweringPage).go_next()
        QCoreApplication.processEvents()

    benchmark.pedantic(turn, rounds=60, warmup_rounds=3)  # type: ignore[no-untyped-call]


def test_a_level_chosen_until_saved_and_painted(
    benchmark: BenchmarkFixture, window: MainWindow
) -> None:
    window.go(ToQuestion(QUESTION))
    levels = itertools.cycle((3, 1))
    # The window waits as it does under a person's hands: asleep until something comes.
    waiting = QEventLoop()
    window.session.saved.connect(waiting.quit)

    def choose() -> None:
        QTest.keyClick(window.page(AnsweringPage), Qt.Key(Qt.Key.Key_0 + next(levels)))
        waiting.exec()
        QCoreApplication.processEvents()

    benchmark.pedantic(choose, rounds=40, warmup_rounds=2)  # type: ignore[no-untyped-call]
