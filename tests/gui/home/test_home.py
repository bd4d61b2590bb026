"""Home: drawn once for the first look, and drawn again under a person who stays where they are."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.home.home_words import journey_steps
from cap_desktop.gui.home.journey import StepMark, StepState
from cap_desktop.gui.presentation.progress import all_displayed
from tests.folders import clock
from tests.gui.driving import Driven


def _named(page: QWidget, name: str) -> QPushButton:
    return next(
        made
        for made in page.findChildren(QPushButton)
        if made.accessibleName() == name and made.isVisible()
    )


def test_the_first_page_is_drawn_once_with_its_steps_in_a_row(
    qtbot: QtBot, tmp_path: Path, demonstration: Path
) -> None:
    shutil.copytree(demonstration, tmp_path / "donnees")
    program = app.Program(tmp_path / "donnees", clock)
    home = program.window.home
    drawn = home.now
    program.window.show()
    QApplication.processEvents()
    with qtbot.waitSignal(program.session.ready):
        program.open()
    assert home.now is drawn
    marks = [mark for mark in home.findChildren(StepMark) if mark.isVisible()]
    assert len(marks) > 1
    assert len({mark.mapTo(home, mark.rect().topLeft()).y() for mark in marks}) == 1
    program.close()


def test_a_button_of_home_keeps_the_focus_when_something_is_saved(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window = demonstrated.window
    window.show_home()
    _named(window.home, "Ouvrir l’année 2025").setFocus()
    other = next(
        entry.id
        for entry in all_displayed(demonstrated.current)
        if not demonstrated.current.is_discussed(entry.id)
    )
    drawn = window.home.now
    demonstrated.saved(lambda: AnsweringPresenter(window.session).discuss(other, discuss=True))
    assert window.home.now is not drawn

    def is_there() -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused.accessibleName() == "Ouvrir l’année 2025"

    qtbot.waitUntil(is_there)


def test_the_main_button_keeps_the_focus_whatever_it_proposes(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window = demonstrated.window
    window.show_home()
    assert window.home.now is not None
    before = window.home.now.text()
    demonstrated.saved(window.session.seal)
    assert window.home.now.text() != before
    qtbot.waitUntil(window.home.now.hasFocus)


def test_one_step_of_the_journey_is_the_one_to_take(demonstrated: Driven) -> None:
    standing = demonstrated.current.standing
    assert standing.plan is not None
    assert standing.left
    states = [step.state for step in journey_steps(standing)]
    assert states.count(StepState.CURRENT) == 1
    assert states[0] is StepState.CURRENT


def test_a_closed_year_shows_no_bar_of_questions(demonstrated: Driven) -> None:
    demonstrated.saved(demonstrated.window.session.seal)
    demonstrated.window.show_home()
    home, plan = demonstrated.window.home, demonstrated.current.standing.plan
    assert plan is not None

    def shown() -> list[int]:
        bars = home.findChildren(QProgressBar)
        return [bar.maximum() for bar in bars if bar.isVisible()]

    demonstrated.qtbot.waitUntil(lambda: bool(shown()))
    assert shown() == [plan.total]
