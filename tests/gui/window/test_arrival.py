"""Who hears the window knows where they are, what is asked and what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.gui.answering.search_page import SearchPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import (
    ToHelp,
    ToHome,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToSearch,
)
from cap_desktop.gui.structure.welcome_page import STRUCTURE, WelcomePage
from tests.gui.accessible import DESCRIPTION, NAME, Role, accessible
from tests.gui.driving import Driven, Open
from tests.gui.pages import settle


def test_the_title_of_the_window_says_the_page_and_its_year(demonstrated: Driven) -> None:
    window = demonstrated.window
    for to, place in (
        (ToHome(), "Accueil 2026"),
        (ToQuestion(), "Répondre 2026"),
        (ToResults(), "Résultats 2026"),
        (ToPreferences(), "Réglages"),
        (ToHelp(), "Aide"),
    ):
        window.go(to)
        assert window.windowTitle() == f"{place} – Les Deux Rives – CAP Desktop"
    window.page(type(window.pages.page_of(ToHelp()))).step_back()
    assert window.windowTitle().startswith("Réglages – ")


def test_a_page_that_turns_gives_the_focus_to_no_other_widget(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToResults())
    window.page(ResultsPage).scores.radar.setFocus()
    heard: list[QWidget] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def hear(_old: QWidget, new: QWidget) -> None:
        heard.append(new)

    application.focusChanged.connect(hear)
    for to in (ToHome(), ToSearch(), ToHelp(), ToQuestion(), ToPlan(), ToHome()):
        heard.clear()
        window.go(to)
        settle(demonstrated)
        page = window.pages.page_of(to)
        assert heard, to
        assert all(item is page or page.isAncestorOf(item) for item in heard), to
    # The application lives on: what it went on telling would hold the windows of other tests.
    application.focusChanged.disconnect(hear)


def test_tabs_turn_the_page_when_they_are_pressed_not_on_the_way(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToResults())
    home, answering, results, _plan = tabs = window.bar.tabs()
    assert [accessible(tab).role() for tab in tabs] == [Role.PageTab] * 4
    assert [bool(accessible(tab).state().selected) for tab in tabs] == [False, False, True, False]
    results.setFocus()
    QTest.keyClick(results, Qt.Key.Key_Left)
    QTest.keyClick(answering, Qt.Key.Key_Left)
    assert home.hasFocus()
    assert window.pages.currentWidget() is window.page(ResultsPage)
    assert results.isChecked()
    QTest.keyClick(home, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.page(HomePage)
    assert [tab.isChecked() for tab in tabs] == [True, False, False, False]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_the_structure_opens_on_its_first_item(demonstrated: Driven) -> None:
    menu = demonstrated.window.bar.structures.menu()
    assert menu is not None
    menu.popup(demonstrated.window.mapToGlobal(demonstrated.window.rect().center()))
    demonstrated.qtbot.waitUntil(lambda: menu.activeAction() is not None)
    assert menu.activeAction().text() == "Votre structure et son profil"
    menu.close()


def test_the_question_of_closing_a_year_is_told_with_each_answer(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToResults())
    row = window.page(ResultsPage).closing
    row.ask.setFocus()
    row.ask.click()
    assert row.cancel.hasFocus()
    asked = "Terminer l’année 2026\u00a0? Les réponses ne changeront plus. Vous pourrez rouvrir."
    for answer in (row.cancel, row.confirm):
        assert accessible(answer).text(DESCRIPTION) == asked
    assert accessible(row.question).role() == Role.Dialog
    assert asked.startswith(accessible(row.question).text(NAME))


def test_a_fault_of_the_first_form_is_tied_to_its_field_until_it_is_mended(
    open_window: Open,
) -> None:
    driven = open_window()
    page = driven.window.page(WelcomePage)
    page.show_step(STRUCTURE)
    field = accessible(page.name)
    assert field.text(DESCRIPTION) == "Obligatoire"
    page.onward.click()
    assert page.name.hasFocus()
    assert field.text(DESCRIPTION) == "Écrivez le nom de votre structure. Obligatoire"
    QTest.keyClicks(page.name, "Les Cigales")
    assert field.text(DESCRIPTION) == "Obligatoire"


def test_found_questions_are_gone_through_where_the_focus_is(demonstrated: Driven) -> None:
    demonstrated.window.go(ToSearch())
    page = demonstrated.window.page(SearchPage)
    QTest.keyClicks(page.field, "projet")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.rows.hasFocus()
    assert page.rows.currentIndex().row() == 1
    QTest.keyClick(page.rows, Qt.Key.Key_Up)
    assert (page.rows.hasFocus(), page.rows.currentIndex().row()) == (True, 0)
    QTest.keyClick(page.rows, Qt.Key.Key_Up)
    assert page.field.hasFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClicks(page.rows, "s")
    assert page.field.hasFocus()
    assert page.field.text() == "projets"
