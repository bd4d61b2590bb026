"""What a person does to an answer is said, and nothing is done twice or lost by a slip."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering.answer_fields import FigureField, LevelField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.presentation.answer_words import state_words
from cap_desktop.gui.session.destinations import ToQuestion
from tests.gui.driving import Driven


def _at(driven: Driven, question: str) -> AnsweringPage:
    driven.window.go(ToQuestion(question))
    return driven.window.page(AnsweringPage)


def test_a_double_click_on_next_turns_one_page(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    page.next.click()
    second = page.entry
    page.next.click()
    assert page.entry == second
    demonstrated.rested()
    page.next.click()
    assert page.entry != second


def test_entree_pressed_twice_at_once_turns_one_page(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    QTest.keyClick(page.pane.title, Qt.Key.Key_Return)
    second = page.entry
    QTest.keyClick(page.pane.title, Qt.Key.Key_Return)
    assert page.entry == second


def test_not_applicable_stays_without_its_reason_and_counts_for_nothing(
    typed_reasons: Driven,
) -> None:
    page = _at(typed_reasons, "ventes")
    QTest.keyClick(page, Qt.Key.Key_N)
    assert page.pane.status.text() == "Non applicable\u00a0: raison à écrire."
    typed_reasons.saved(page.go_next)
    typed_reasons.idle()
    opened = typed_reasons.current
    entry = opened.questionnaire.outline.by_id["ventes"]
    assert state_words(opened, entry) == "Raison à écrire"
    assert opened.results.questions["ventes"].state == "unanswered"
    page.go_back()
    assert page.footer.na.isChecked()
    assert page.pane.na_reason.note.isVisible()


def test_figures_and_their_fault_are_not_shown_where_they_do_not_apply(
    demonstrated: Driven,
) -> None:
    page = _at(demonstrated, "participation_ag")
    field = page.field
    assert isinstance(field, FigureField)
    field.lines[0].setText("200")
    field.flush()
    assert field.fault.isVisible()
    told = field.lines[0].accessibleDescription()
    assert told.startswith("Le premier nombre (200) dépasse le second (103).")
    QTest.keyClick(page, Qt.Key.Key_N)
    assert not field.isVisible()
    assert not field.fault.isVisible()


def test_what_is_done_to_an_answer_is_said(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    status = page.pane.status
    for key, words in (
        (Qt.Key.Key_D, "À discuter."),
        (Qt.Key.Key_D, "Plus à discuter."),
        (Qt.Key.Key_N, "Cette question s’applique à tous."),
        (Qt.Key.Key_Delete, "Réponse effacée."),
    ):
        QTest.keyClick(page, key)
        assert status.accessibleName() == words
        assert status.isVisible()
    demonstrated.idle()
    demonstrated.window.session.undo_stack.undo()
    assert "En chemin" in status.accessibleName()


def test_tab_goes_from_the_answers_to_next_within_four_stops(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    page = _at(demonstrated, "projet_individuel")
    field = page.field
    assert isinstance(field, LevelField)
    qtbot.waitUntil(page.pane.title.hasFocus)
    qtbot.waitUntil(field.options[2].isVisible)
    QTest.keyClick(page.pane.title, Qt.Key.Key_Tab)
    assert field.options[2].hasFocus()
    footer = page.footer
    ways = (footer.unknown, footer.discuss, footer.more, footer.back, footer.next)
    wanted = [way for way in ways if way.isVisible()]
    assert 3 <= len(wanted) <= 4
    for stop in wanted:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert stop.hasFocus()
    QTest.keyClick(footer.next, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.help.isAncestorOf(focused)


def test_the_answers_of_a_year_that_is_over_can_be_read_and_not_changed(
    demonstrated: Driven,
) -> None:
    demonstrated.window.session.seal()
    demonstrated.idle()
    page = _at(demonstrated, "projet_individuel")
    field = page.field
    assert isinstance(field, LevelField)
    assert page.pane.title.accessibleDescription().startswith("Évaluation terminée le")
    before = demonstrated.current.answer("projet_individuel")
    QTest.keyClick(page, Qt.Key.Key_3)
    assert field.options[3].isEnabled()
    assert field.options[3].hasFocus()
    assert page.pane.status.text().startswith("Année terminée")
    field.options[3].click()
    assert not field.options[3].isChecked()
    assert demonstrated.current.answer("projet_individuel") == before


def test_an_instruction_has_its_whole_list_with_bullets(typed_reasons: Driven) -> None:
    page = _at(typed_reasons, "signe")
    lines = page.pane.hint.text().split("\n")
    assert lines[0] == "Répondez oui si tout est en ordre\u00a0:"
    assert len(lines) > 3
    assert "Répondez oui" not in page.help.where.words.text()


def test_no_instruction_ends_on_a_colon(demonstrated: Driven) -> None:
    for entry in demonstrated.current.questionnaire.outline.questions:
        if demonstrated.current.results.questions[entry.id].is_asked:
            page = _at(demonstrated, entry.id)
            assert not page.pane.hint.text().endswith(":"), entry.id


def test_last_years_answer_is_in_the_description_of_its_level(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    assert isinstance(page.field, LevelField)
    assert page.field.options[1].accessibleDescription().endswith("Votre réponse 2025.")
