"""Home: drawn once for the first look, and drawn again under a person who stays where they are."""

import shutil
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.home.home_words import journey_steps
from cap_desktop.gui.home.journey import StepMark
from cap_desktop.gui.home.year_row import OpenYearRow
from cap_desktop.gui.presentation.progress import all_displayed
from cap_desktop.gui.session.destinations import ToHome
from tests.folders import clock
from tests.gui.driving import Driven, Open, begun
from tests.gui.pages import settle


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
    home = program.window.page(HomePage)
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
    window.go(ToHome())
    _named(window.page(HomePage), "Ouvrir l’année 2025").setFocus()
    other = next(
        entry.id
        for entry in all_displayed(demonstrated.current)
        if not demonstrated.current.is_discussed(entry.id)
    )
    drawn = window.page(HomePage).now
    demonstrated.saved(lambda: AnsweringPresenter(window.session).discuss(other, discuss=True))
    assert window.page(HomePage).now is not drawn

    def is_there() -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused.accessibleName() == "Ouvrir l’année 2025"

    qtbot.waitUntil(is_there)


def test_the_main_button_keeps_the_focus_whatever_it_proposes(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window = demonstrated.window
    window.go(ToHome())
    now = window.page(HomePage).now
    assert now is not None
    before = now.text()
    demonstrated.saved(window.session.seal)
    now = window.page(HomePage).now
    assert now is not None
    assert now.text() != before
    qtbot.waitUntil(now.hasFocus)


def test_one_step_of_the_journey_is_the_one_to_take(demonstrated: Driven) -> None:
    standing = demonstrated.current.standing
    assert standing.plan is not None
    assert standing.left
    states = [step.state for step in journey_steps(standing)]
    assert states.count("current") == 1
    assert states[0] == "current"


def test_a_closed_year_shows_no_bar_of_questions(demonstrated: Driven) -> None:
    demonstrated.saved(demonstrated.window.session.seal)
    demonstrated.window.go(ToHome())
    home, plan = demonstrated.window.page(HomePage), demonstrated.current.standing.plan
    assert plan is not None

    def shown() -> list[int]:
        bars = home.findChildren(QProgressBar)
        return [bar.maximum() for bar in bars if bar.isVisible()]

    demonstrated.qtbot.waitUntil(lambda: bool(shown()))
    assert shown() == [plan.total]


def test_the_whole_row_of_a_year_opens_it_and_the_open_one_says_so(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window = demonstrated.window
    window.go(ToHome())
    home = window.page(HomePage)
    (opened,) = [row for row in home.findChildren(OpenYearRow) if row.isVisible()]
    said = [part.accessibleName() or part.text() for part in opened.findChildren(QLabel)]
    assert said[0] == "Année 2026, ouverte"
    assert "ouverte" in said
    row = _named(home, "Ouvrir l’année 2025")
    assert row.width() == opened.width()
    assert row.accessibleDescription().startswith("Terminée, le 4\u00a0décembre\u00a02025")
    for part in row.findChildren(QLabel):
        assert home.childAt(part.mapTo(home, part.rect().center())) is row
    with qtbot.waitSignal(window.session.opened):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert demonstrated.current.assessment.year == 2025


def test_the_page_is_heard_in_the_order_of_the_eye(demonstrated: Driven) -> None:
    demonstrated.window.go(ToHome())
    home = demonstrated.window.page(HomePage)
    said = [part.text() for part in home.findChildren(QLabel) if part.isVisible()]
    assert said[0].startswith("Il reste 2")
    assert said.index("Ensuite") < said.index("Vos évaluations")


def test_at_the_size_of_reference_home_has_no_bar_to_scroll_and_even_chevrons(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    window.go(ToHome())
    QApplication.processEvents()
    home = window.page(HomePage)
    (area,) = home.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    marks = [mark for mark in home.findChildren(StepMark) if mark.isVisible()]
    places = [mark.mapTo(home, mark.rect().topLeft()).x() for mark in marks]
    gaps = {after - before for before, after in pairwise(places)}
    assert max(gaps) - min(gaps) <= 1


def test_a_first_year_fills_the_page(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.resize(1366, 720)
    driven.window.go(ToHome())
    QApplication.processEvents()
    home = driven.window.page(HomePage)
    (area,) = home.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    cards = [part for part in home.findChildren(QFrame) if part.property("box") == "card"]
    ends = {part.mapTo(home, part.rect().bottomLeft()).y() for part in cards if part.isVisible()}
    assert home.height() - max(ends) < 40
    bar = next(iter(home.findChildren(QProgressBar)))
    assert bar.accessibleName().startswith("0 question remplie sur")


def test_on_a_large_screen_a_first_year_is_not_spread_apart(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.resize(1920, 1040)
    driven.window.go(ToHome())
    settle(driven)
    home = driven.window.page(HomePage)
    lines = [made for made in home.findChildren(QLabel) if made.isVisible()]
    (about,) = [made for made in lines if "commencé le" in made.text()]
    assert about.height() <= about.fontMetrics().lineSpacing() + 2
    driven.close()
