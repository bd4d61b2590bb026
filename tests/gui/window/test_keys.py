"""Every key of the help is bound where it says, and no key is bound that the help leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.kit.keys import BACK, FORMER_ZONE, NEXT_ZONE, key_groups
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import (
    ToHelp,
    ToHome,
    ToIndicators,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToScore,
    ToSearch,
    ToStructure,
    ToYears,
)
from cap_desktop.gui.settings.help_page import HelpPage
from cap_desktop.gui.window.main_window import MainWindow
from tests.gui.driving import Driven

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
QUESTION = "projet_ecrit"
GROUPS = {group.pages: group.keys for group in key_groups()}
ASIDE = next(pages for pages in GROUPS if "help" in pages)


def _shows(window: MainWindow) -> dict[str, Callable[[], object]]:
    return {
        "home": lambda: window.go(ToHome()),
        "answering": lambda: window.go(ToQuestion(QUESTION)),
        "results": lambda: window.go(ToResults()),
        "plan": lambda: window.go(ToPlan()),
        "trace": lambda: window.go(ToScore("pratiques")),
        "indicators": lambda: window.go(ToIndicators()),
        "years": lambda: window.go(ToYears()),
        "preferences": lambda: window.go(ToPreferences()),
        "profile": lambda: window.go(ToStructure()),
        "help": lambda: window.go(ToHelp()),
        "search": lambda: window.go(ToSearch()),
    }


def _keeper(driven: Driven, page: str) -> QWidget:
    """Who takes the keys of a page that are not shortcuts: its chart, its table."""
    window = driven.window
    if page == "results":
        window.page(ResultsPage).scores.radar.setFocus()
        return window.page(ResultsPage).scores.radar
    table = window.page(PlanPage).table
    driven.qtbot.waitUntil(lambda: len(table.rows.rows) > 1)
    window.page(PlanPage).edit(table.rows.rows[1].action)
    table.setFocus()
    table.show_current(table.rows.rows[1].action)
    return table


def _bound(driven: Driven, page: str, sequence: str) -> bool:
    """True for a shortcut of the window or of the page, or a key that the page takes itself."""
    window = driven.window
    reached = [
        found
        for found in window.findChildren(QShortcut)
        if found.key() == QKeySequence(sequence)
        and found.parent() in (window, window.pages.currentWidget())
    ]
    if reached:
        # Two would be ambiguous: Qt would run neither.
        return len(reached) == 1 and reached[0].isEnabled()
    return page in ("results", "plan") and _taken(_keeper(driven, page), sequence)


def _taken(widget: QWidget, sequence: str) -> bool:
    pressed = _pressed(sequence)
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def _pressed(sequence: str) -> QKeyCombination:
    # The stubs leave the index of a sequence out.
    found: QKeyCombination = QKeySequence(sequence)[0]  # type: ignore[index]
    return found


def _press(sequence: str) -> None:
    """Press keys where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    pressed = _pressed(sequence)
    QTest.keyClick(focused, pressed.key(), pressed.keyboardModifiers())


@pytest.mark.parametrize("pages", GROUPS, ids=lambda pages: "-".join(pages) or "everywhere")
def test_every_key_of_the_help_is_bound_once(demonstrated: Driven, pages: tuple[str, ...]) -> None:
    window = demonstrated.window
    shows = _shows(window)
    for page in pages or shows:
        for key in GROUPS[pages]:
            shows[page]()
            unbound = [item for item in key.sequences if not _bound(demonstrated, page, item)]
            assert unbound == [], (page, key.read)


@pytest.mark.only_looks
def test_every_key_that_is_bound_is_in_the_help(demonstrated: Driven) -> None:
    window = demonstrated.window
    for show in _shows(window).values():
        show()
    listed = {
        QKeySequence(sequence).toString()
        for keys in GROUPS.values()
        for key in keys
        for sequence in key.sequences
    }
    # The last two levels that a scale may have are digits like the five of every question.
    listed |= {"5", "6"}
    bound = {found.key().toString() for found in window.findChildren(QShortcut)}
    assert bound - listed == set()


@pytest.mark.only_looks
def test_the_help_shows_the_whole_table(demonstrated: Driven) -> None:
    demonstrated.window.go(ToHelp())
    table = demonstrated.window.page(HelpPage).keys
    shown = [
        tuple(item.text() for column in range(2) if (item := table.item(row, column)))
        for row in range(table.rowCount())
    ]
    for group in key_groups():
        assert (group.title,) in shown
        assert {(key.read, key.act) for key in group.keys} <= set(shown)
    assert len(shown) == sum(1 + len(keys) for keys in GROUPS.values())


@pytest.mark.only_looks
@pytest.mark.parametrize("sequence", BACK)
def test_back_leads_where_the_person_was(demonstrated: Driven, sequence: str) -> None:
    window = demonstrated.window
    for page in ASIDE:
        window.go(ToPlan())
        demonstrated.qtbot.waitUntil(window.page(PlanPage).table.isVisible)
        window.page(PlanPage).table.setFocus()
        _shows(window)[page]()
        shown = window.pages.currentWidget()
        assert shown is not None
        demonstrated.qtbot.waitUntil(partial(_is_in, shown))
        _press(sequence)
        assert window.pages.currentWidget() is window.page(PlanPage), page
        assert window.page(PlanPage).table.hasFocus(), page


@pytest.mark.only_looks
def test_f6_leaves_every_page_for_the_bar_and_comes_back(demonstrated: Driven) -> None:
    window = demonstrated.window
    for name, show in _shows(window).items():
        show()
        page = window.pages.currentWidget()
        assert page is not None
        demonstrated.qtbot.waitUntil(partial(_is_read, page))
        demonstrated.qtbot.waitUntil(partial(_is_in, page))
        seen = set()
        for _turn in range(6):
            _press(NEXT_ZONE)
            seen.add("bar" if _is_in(window.bar) else "page" if _is_in(page) else "nowhere")
        assert seen == {"bar", "page"}, name
        while not _is_in(window.bar):
            _press(FORMER_ZONE)
        _press(FORMER_ZONE)
        assert _is_in(page), name


def _is_read(page: QWidget) -> bool:
    """True once something of the page can be stopped at: the plan is read behind its page."""
    assert isinstance(page, Page)
    return any(stop.isVisible() for _around, stop in page.zones())


def _is_in(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def test_no_key_of_one_character_is_bound_outside_what_can_be_turned_off() -> None:
    single = {
        (pages, item)
        for pages, keys in GROUPS.items()
        for key in keys
        for item in key.sequences
        if len(item) == 1
    }
    assert {pages for pages, _item in single} == {("answering",), ("results",)}


@pytest.mark.parametrize("page", ["answering", "results"])
def test_a_key_of_one_character_does_nothing_where_it_is_turned_off(
    demonstrated: Driven, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = demonstrated.window
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "exec", lambda *_asked: asked.append(1))
    _shows(window)[page]()
    window.settings_wanted.emit(window.settings._replace(letter_keys=False))
    before = _state(demonstrated)
    single = [item for key in GROUPS[page,] for item in key.sequences if len(item) == 1]
    assert single
    for item in single:
        shown = window.page(AnsweringPage if page == "answering" else ResultsPage)
        QTest.keyClicks(shown, item)
        assert _state(demonstrated) == before, item
    assert window.session.unsaved == 0
    assert asked == []


def _state(driven: Driven) -> tuple[object, ...]:
    window = driven.window
    return (
        driven.current.answer(QUESTION),
        window.page(ResultsPage).charts.isVisibleTo(window.page(ResultsPage)),
        window.page(AnsweringPage).comment.edit.hasFocus(),
    )


def test_a_key_of_one_character_is_typed_in_a_text(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToQuestion(QUESTION))
    before, edit = demonstrated.current.answer(QUESTION), window.page(AnsweringPage).comment.edit
    edit.clear()
    edit.setFocus()
    QTest.keyClicks(edit, "03bcdnp")
    assert edit.toPlainText() == "03bcdnp"
    assert edit.hasFocus()
    assert demonstrated.current.answer(QUESTION).value == before.value
    assert demonstrated.current.is_discussed(QUESTION) is False


def test_undo_in_a_text_takes_back_the_typing_and_elsewhere_the_answer(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    window.go(ToQuestion(QUESTION))
    page = window.page(AnsweringPage)
    before = demonstrated.current.answer(QUESTION).value
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_4))
    page.comment.edit.setFocus()
    written = page.comment.edit.toPlainText()
    QTest.keyClicks(page.comment.edit, "x")
    QTest.keyClick(page.comment.edit, Qt.Key.Key_Z, CONTROL)
    assert page.comment.edit.toPlainText() == written
    assert demonstrated.current.answer(QUESTION).value == "n4"
    page.pane.title.setFocus()
    demonstrated.saved(lambda: QTest.keyClick(page.pane.title, Qt.Key.Key_Z, CONTROL))
    assert demonstrated.current.answer(QUESTION).value == before
    demonstrated.saved(lambda: QTest.keyClick(page.pane.title, Qt.Key.Key_Y, CONTROL))
    assert demonstrated.current.answer(QUESTION).value == "n4"


def test_the_text_grows_and_shrinks_from_every_page(demonstrated: Driven) -> None:
    for name in _shows(demonstrated.window):
        _shows(demonstrated.window)[name]()
        for pressed, scale in ((Qt.Key.Key_Plus, 1.25), (Qt.Key.Key_0, 1.0)):
            window = demonstrated.window
            window.activateWindow()
            demonstrated.qtbot.waitUntil(window.isActiveWindow)
            QTest.keyClick(window, pressed, CONTROL)
            assert demonstrated.window.look.scale == scale, name


@pytest.mark.only_looks
@pytest.mark.parametrize("sequence", ["Return", "Space"])
def test_enter_and_space_press_the_button_that_the_home_starts_on(
    demonstrated: Driven, sequence: str
) -> None:
    window = demonstrated.window
    window.go(ToHome())
    demonstrated.qtbot.waitUntil(partial(_is_in, window.page(HomePage)))
    assert isinstance(QApplication.focusWidget(), QPushButton)
    _press(sequence)
    assert window.pages.currentWidget() is not window.page(HomePage)
