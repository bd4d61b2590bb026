"""A theme has an end: its summary, and the way on from there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.question_row import QuestionRow
from cap_desktop.gui.session.destinations import ToQuestion, ToResults
from tests.gui.driving import Driven


def _at(driven: Driven, question: str) -> AnsweringPage:
    driven.window.go(ToQuestion(question))
    return driven.window.page(AnsweringPage)


def _theme(page: AnsweringPage) -> str:
    """The theme of the question that is shown; none where a whole theme is."""
    return "" if page.entry is None else page.entry.theme


def test_the_last_question_of_a_theme_leads_to_its_summary(demonstrated: Driven) -> None:
    page = _at(demonstrated, "conseils_conformite")
    assert page.next.accessibleName() == "Terminer ce thème"
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert _theme(page) == ""
    assert page.summary.isVisible()
    assert page.next.accessibleName() == "Thème suivant"
    demonstrated.rested()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert _theme(page) == "progres"


def test_the_last_theme_leads_to_the_results(demonstrated: Driven) -> None:
    theme = list(demonstrated.current.questionnaire.outline.themes())[-1]
    page = _at(demonstrated, theme.questions[0].id)
    while page.entry is not None:
        page.go_next()
    assert page.next.accessibleName() == "Voir les résultats"
    with demonstrated.qtbot.waitSignal(page.wanted) as caught:
        page.go_next()
    assert isinstance((caught.args or [None])[0], ToResults)


def test_every_question_of_a_theme_is_listed_with_its_answer(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    page.pane.all.click()
    rows = page.summary.findChildren(QuestionRow)
    shown = [row for row in rows if row.isVisibleTo(page.summary)]
    assert len(shown) == 13
    assert shown[0].state.said == "2 · En chemin"
    shown[3].setFocus()
    demonstrated.window.activateWindow()
    demonstrated.qtbot.waitUntil(shown[3].hasFocus)
    QTest.keyClick(shown[3], Qt.Key.Key_Return)
    assert page.entry is not None
    assert page.entry.id == shown[3].state.id
