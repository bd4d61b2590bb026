"""Every drawer and every button of every page opens, at each text size, in every window.

No layout lays itself out again from its own resize: Python would run out of room, then die.
One size is tried each time, all of them with `CAP_EVERY_BUTTON=1`.
"""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.session.destinations import (
    Destination,
    ToHelp,
    ToHome,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToScore,
    ToSearch,
    ToStructure,
    ToYears,
)
from cap_desktop.gui.settings.preferences_page import PreferencesPage
from cap_desktop.gui.window.main_window import MainWindow
from tests.gui.driving import Driven
from tests.length import IS_WHOLE

ALL_SIZES = (100, 125, 150, 175, 200)
TEXT_SIZES = ALL_SIZES if IS_WHOLE else (200,)
PRESSED_AT = ALL_SIZES if IS_WHOLE else (150,)
WINDOWS = ((1024, 640), (1024, 720), (1200, 660), (1280, 720), (1366, 720), (1920, 1040))
PRESSED_IN = WINDOWS if IS_WHOLE else WINDOWS[4:5]
QUESTIONS = {
    "level": "projet_individuel",
    "figure": "residents_qpv",
    "ratio": "personnes_par_encadrant",
    "computed": "taux_sorties_dynamiques",
    "list": "rgpd_liste",
    "text": "priorites_projet",
}


def _sized(driven: Driven, percent: int) -> MainWindow:
    driven.window.settings_wanted.emit(driven.window.settings.with_text_size(percent))
    return driven.window


def _settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


def _shown_buttons(page: QWidget) -> list[QAbstractButton]:
    """What can be pressed, save what makes the window anew: another look has its own tests."""
    remade = (page.looks, page.sizes) if isinstance(page, PreferencesPage) else ()
    return [
        item
        for item in page.findChildren(QAbstractButton)
        if item.isVisible()
        and item.isEnabled()
        and not any(grid.isAncestorOf(item) for grid in remade)
    ]


def _press(button: QAbstractButton) -> None:
    """Press a button as a mouse does; a menu is opened without waiting for a choice."""
    menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
    if menu is None:
        button.click()
    else:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        _settle()
        menu.close()


@pytest.mark.only_looks
@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_drawers_of_a_question_open_in_every_window(
    demonstrated: Driven, percent: int, kind: str
) -> None:
    window = _sized(demonstrated, percent)
    page = window.page(AnsweringPage)
    for width, height in WINDOWS:
        window.resize(width, height)
        window.go(ToQuestion(QUESTIONS[kind]))
        _settle()
        for opener, drawer in (
            (page.columns.open_help, page.help),
            (page.columns.open_themes, page.themes),
        ):
            if opener.isVisible():
                opener.click()
                _settle()
                assert drawer.isVisible(), (width, height, opener.text())
                opener.click()
                _settle()
            assert page.pane.title.isVisible()


PAGES: tuple[Destination, ...] = (
    *(ToQuestion(question) for question in QUESTIONS.values()),
    ToHome(),
    ToResults(),
    ToScore("pratiques"),
    ToYears(),
    ToPlan(),
    ToPreferences(),
    ToStructure(),
    ToHelp(),
    ToSearch(),
)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("percent", PRESSED_AT)
def test_every_button_of_every_page_may_be_pressed_in_every_window(
    demonstrated: Driven, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    # The system's own dialog, and the program's, wait for a person: here, one who gives up.
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    window = _sized(demonstrated, percent)
    for to in PAGES:
        for width, height in PRESSED_IN:
            window.resize(width, height)
            _press_all(demonstrated, to)
            assert demonstrated.window is window


def _press_all(driven: Driven, to: Destination) -> None:
    """Press every button of a page, from the page as it is shown first where one leads away."""
    pressed: set[str] = set()
    while True:
        window = driven.window
        window.go(to)
        _settle()
        page = window.pages.currentWidget()
        assert page is not None
        is_done = True
        for button in _shown_buttons(page):
            if not isValid(button) or not button.isVisible():
                continue
            name = button.accessibleName() or button.text()
            if name not in pressed:
                pressed.add(name)
                _press(button)
                _settle()
                is_done = False
                if window.pages.currentWidget() is not page:
                    break
        if is_done:
            return
