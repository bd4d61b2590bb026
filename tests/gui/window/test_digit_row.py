"""Digits choose levels and pages by the key that has them printed, whatever the layout."""

from __future__ import annotations

import sys
from functools import partial
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.kit.digit_row import AZERTY, BELGIAN, BEPO, MAC_PLACES, digit_of
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToQuestion
from tests.gui.driving import Driven

QUESTION = "projet_ecrit"
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
QWERTY_SHIFTED = dict(zip("!@#$%^&*()", "1234567890", strict=True))
LAYOUTS = {
    "azerty": AZERTY,
    "belgian": BELGIAN,
    "bepo": BEPO,
    "qwerty with shift": QWERTY_SHIFTED,
}


def _event(
    sign: str, modifiers: Qt.KeyboardModifier = NONE, place: int = 0, mac: int = 0
) -> QKeyEvent:
    text = "" if modifiers & CONTROL else sign
    return QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), modifiers, place, mac, 0, text)


def _press(sign: str, modifiers: Qt.KeyboardModifier = NONE, place: int = 0) -> None:
    """Press a key as Qt does: it is offered as a shortcut before it is typed."""
    focused = QApplication.focusWidget()
    assert focused is not None
    event = _event(sign, modifiers, place)
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, event.key(), modifiers, place, 0, 0, event.text()
    )
    asked.ignore()
    QApplication.sendEvent(focused, asked)
    QApplication.sendEvent(focused, event)


def _place(digit: str) -> int:
    """The place of a digit in the row, as the system of this test tells it."""
    return "1234567890".index(digit) + (2 if sys.platform == "win32" else 10)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_key_is_known_by_its_place_on_each_system(layout: str) -> None:
    for sign, digit in LAYOUTS[layout].items():
        rank = "1234567890".index(digit)
        mac = next(key for key, value in MAC_PLACES.items() if value == digit)
        assert digit_of(_event(sign, place=rank + 10), "linux") == digit
        assert digit_of(_event(sign, place=rank + 2), "win32") == digit
        assert digit_of(_event(sign, mac=mac), "darwin") == digit


def test_without_a_place_the_signs_of_french_keyboards_say_the_digit() -> None:
    for signs in (AZERTY, BELGIAN):
        assert {sign: digit_of(_event(sign), "linux") for sign in signs} == signs
    ambiguous = {*AZERTY, *BELGIAN}
    own = {sign: digit for sign, digit in BEPO.items() if sign not in ambiguous}
    assert {sign: digit_of(_event(sign), "linux") for sign in own} == own
    assert len(own) == 7


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_letters_and_other_signs_are_no_digit(system: str) -> None:
    assert {digit_of(_event(sign, place=38, mac=0x23), system) for sign in "aqzd,;:!²$"} == {""}


def _level(driven: Driven) -> object:
    return driven.current.answer(QUESTION).value


def _ask(driven: Driven) -> QWidget:
    driven.window.go(ToQuestion(QUESTION))
    title = driven.window.page(AnsweringPage).pane.title
    title.setFocus()
    assert QApplication.focusWidget() is title
    return title


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac tells no place that Qt lets one write")
@pytest.mark.parametrize(("layout", "modifiers"), [*product(LAYOUTS, (NONE, SHIFT))])
def test_the_row_chooses_levels_on_every_layout(
    demonstrated: Driven, layout: str, modifiers: Qt.KeyboardModifier
) -> None:
    for digit in "40312":
        _ask(demonstrated)
        sign = next(sign for sign, value in LAYOUTS[layout].items() if value == digit)
        shown = digit if modifiers == SHIFT and layout != "qwerty with shift" else sign
        demonstrated.saved(partial(_press, shown, modifiers, _place(digit)))
        assert _level(demonstrated) == f"n{digit}"


def test_signs_alone_choose_levels_where_no_place_is_told(demonstrated: Driven) -> None:
    for sign, digit in zip("'&àé\"", "41023", strict=True):
        _ask(demonstrated)
        demonstrated.saved(partial(_press, sign))
        assert _level(demonstrated) == f"n{digit}"


@pytest.mark.only_looks
@pytest.mark.parametrize("layout", LAYOUTS)
def test_control_and_a_key_go_to_the_page_of_that_rank(demonstrated: Driven, layout: str) -> None:
    window = demonstrated.window
    signs = {digit: sign for sign, digit in LAYOUTS[layout].items()}
    for digit, page in (("2", AnsweringPage), ("4", PlanPage), ("1", HomePage), ("3", ResultsPage)):
        window.bar.help.setFocus()
        _press(signs[digit], CONTROL, _place(digit))
        assert window.pages.currentWidget() is window.page(page), digit


def test_signs_typed_in_a_text_stay_there(demonstrated: Driven) -> None:
    _ask(demonstrated)
    before = _level(demonstrated)
    edit = demonstrated.window.page(AnsweringPage).comment.edit
    edit.clear()
    edit.setFocus()
    for sign, digit in AZERTY.items():
        _press(sign, place=_place(digit))
    assert edit.toPlainText() == "".join(AZERTY)
    assert _level(demonstrated) == before


def test_a_list_does_not_look_for_the_sign_that_chose_a_level(demonstrated: Driven) -> None:
    _ask(demonstrated)
    themes = demonstrated.window.page(AnsweringPage).themes
    themes.setFocus()
    row = themes.currentIndex().row()
    demonstrated.saved(lambda: _press("'", place=_place("4")))
    assert _level(demonstrated) == "n4"
    assert themes.currentIndex().row() == row


def test_keys_of_one_character_that_are_off_stay_off(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.settings_wanted.emit(window.settings._replace(letter_keys=False))
    _ask(demonstrated)
    before = _level(demonstrated)
    for sign, digit in AZERTY.items():
        _press(sign, place=_place(digit))
    assert _level(demonstrated) == before
