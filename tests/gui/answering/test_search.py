"""Searching from anywhere: type, move with the arrows, open, or come back where one was."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.search_page import SearchPage
from cap_desktop.gui.presentation.question_search import Listed
from cap_desktop.gui.session.destinations import ToQuestion, ToSearch
from tests.gui.driving import Driven, Open, begun


def _current(driven: Driven) -> Listed:
    found = driven.window.page(SearchPage).rows.current
    assert found is not None
    return found


def test_a_word_then_enter_opens_the_question(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.page(SearchPage)
    QTest.keyClicks(window.page(SearchPage).field, "benevoles")
    first = _current(driven)
    QTest.keyClick(window.page(SearchPage).field, Qt.Key.Key_Down)
    second = _current(driven)
    assert second.entry.id != first.entry.id
    QTest.keyClick(window.page(SearchPage).field, Qt.Key.Key_Up)
    assert _current(driven) == first
    QTest.keyClick(window.page(SearchPage).field, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    entry = window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.id == first.entry.id
    driven.close()


def test_it_counts_the_questions_as_the_first_page_does(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToSearch())
    said = window.page(SearchPage).count.text()
    assert said.startswith(f"{driven.current.standing.asked} questions, ")
    assert said.endswith(" résultats calculés")
    driven.close()


def test_a_number_goes_to_its_question(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.page(SearchPage).field, "4.3")
    assert window.page(SearchPage).count.text() == "1 question"
    QTest.keyClick(window.page(SearchPage).field, Qt.Key.Key_Return)
    entry = window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.theme == "accompagnement"
    driven.close()


def test_escape_comes_back_where_one_was(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    window.activateWindow()
    window.page(AnsweringPage).comment.edit.setFocus()
    driven.qtbot.waitUntil(window.page(AnsweringPage).comment.edit.hasFocus)
    window.go(ToSearch())
    QTest.keyClick(window.page(SearchPage).field, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    driven.qtbot.waitUntil(window.page(AnsweringPage).comment.edit.hasFocus)
    driven.close()


def test_nothing_found_says_what_to_try_and_enter_does_nothing(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToSearch())
    QTest.keyClicks(window.page(SearchPage).field, "xylophone")
    assert window.page(SearchPage).count.text().startswith("Aucune question ne correspond.")
    QTest.keyClick(window.page(SearchPage).field, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.page(SearchPage)
    driven.close()


def test_a_row_says_its_number_its_theme_and_its_state(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    driven.saved(lambda: AnsweringPresenter(window.session).discuss("projet_ecrit", discuss=True))
    window.go(ToSearch())
    rows = window.page(SearchPage).rows.questions
    assert rows.data(rows.index(0)) == (
        "1.1, " + _current(driven).entry.question.title + ", Projet, valeurs et stratégie"
        " · Sans réponse, à discuter"
    )
    driven.close()


def test_a_letter_that_finds_the_same_questions_leaves_their_rows(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToSearch())
    page = driven.window.page(SearchPage)
    resets = []
    page.rows.questions.modelReset.connect(lambda: resets.append(page.field.text()))
    QTest.keyClicks(page.field, "4.3")
    assert "4.3" in resets
    found = _current(driven)
    resets.clear()
    QTest.keyClicks(page.field, " ")
    assert _current(driven) == found
    assert resets == []
    driven.close()
