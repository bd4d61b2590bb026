"""From the first launch to ten answers in at most forty actions, by keys or by clicks alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.gui.answering.answer_fields import LevelField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.kit.painted_choice import PaintedChoice
from cap_desktop.gui.structure.welcome_page import WelcomePage
from tests.gui.driving import Driven, Open

ANSWERS, ACTIONS = 10, 40


class Person:
    """Counts what is done: a key, a click, or a word typed in one go."""

    def __init__(self, driven: Driven) -> None:
        self.driven = driven
        self.actions = 0

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.actions += 1
        QTest.keyClick(focused, key)

    def click(self, where: QWidget) -> None:
        assert where.isVisible()
        self.actions += 1
        centre = QPoint(where.width() // 2, where.height() // 2)
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=centre)

    def write(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.actions += 1
        QTest.keyClicks(focused, text)


def _by_keys(person: Person) -> None:
    driven = person.driven
    window = driven.window
    driven.qtbot.waitUntil(window.page(WelcomePage).onward.hasFocus)
    person.press(Qt.Key.Key_Return)
    person.write("Les Deux Rives")
    person.press(Qt.Key.Key_Return)
    with driven.qtbot.waitSignal(window.session.opened):
        person.press(Qt.Key.Key_Return)
    driven.qtbot.waitUntil(lambda: _is_at(window.page(HomePage).now))
    person.press(Qt.Key.Key_Return)
    page = window.page(AnsweringPage)
    while len(driven.current.kept) < ANSWERS and person.actions <= ACTIONS:
        if isinstance(page.field, LevelField):
            driven.saved(lambda: person.press(Qt.Key.Key_2))
        driven.rested()
        person.press(Qt.Key.Key_Return)


def _by_clicks(person: Person) -> None:
    driven = person.driven
    window = driven.window
    welcome = window.page(WelcomePage)
    person.click(welcome.onward)
    person.write("Les Deux Rives")
    person.click(welcome.onward)
    with driven.qtbot.waitSignal(window.session.opened):
        person.click(welcome.go)
    now = window.page(HomePage).now
    assert now is not None
    driven.qtbot.waitUntil(now.isVisible)
    person.click(now)
    page = window.page(AnsweringPage)
    while len(driven.current.kept) < ANSWERS and person.actions <= ACTIONS:
        if isinstance(page.field, LevelField):
            driven.qtbot.waitUntil(page.field.isVisible)
            third = page.field.findChildren(PaintedChoice)[2]
            driven.saved(partial(person.click, third))
        driven.rested()
        person.click(page.next)


def _is_at(button: QWidget | None) -> bool:
    return button is not None and button.hasFocus()


@pytest.mark.parametrize("go", [_by_keys, _by_clicks])
def test_ten_answers_are_given_in_forty_actions(
    open_window: Open, go: Callable[[Person], None]
) -> None:
    driven = open_window()
    driven.window.resize(1366, 720)
    person = Person(driven)
    go(person)
    assert len(driven.current.kept) == ANSWERS
    assert person.actions <= ACTIONS
    driven.close()
