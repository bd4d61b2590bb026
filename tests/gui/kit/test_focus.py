"""What is drawn again while a person is on it keeps their place."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.question_row import QuestionRow
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.theme_row import ThemeRow
from cap_desktop.gui.results.trace_page import TracePage
from cap_desktop.gui.results.years_page import YearsPage
from cap_desktop.gui.session.destinations import ToQuestion, ToResults, ToScore, ToYears
from tests.gui.driving import Driven

LEVEL = "projet_ecrit"


def test_a_bar_of_the_results_keeps_the_focus_when_an_answer_is_undone(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    demonstrated.saved(lambda: AnsweringPresenter(session).discuss(LEVEL, discuss=True))
    theme = window.page(ResultsPage).rows[3].accessibleName().partition(",")[0]
    window.page(ResultsPage).rows[3].setFocus()
    demonstrated.saved(session.undo_stack.undo)
    qtbot.waitUntil(window.page(ResultsPage).rows[3].hasFocus)
    focused = QApplication.focusWidget()
    assert isinstance(focused, ThemeRow)
    assert focused.accessibleName().startswith(theme)


def test_a_row_of_the_whole_theme_keeps_the_focus(demonstrated: Driven, qtbot: QtBot) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    window.go(ToQuestion(LEVEL))
    demonstrated.saved(lambda: AnsweringPresenter(session).comment(LEVEL, "À relire"))
    window.page(AnsweringPage).show_theme()
    rows = window.page(AnsweringPage).summary.findChildren(QuestionRow)
    rows[2].setFocus()
    question = rows[2].state.id
    demonstrated.saved(session.undo_stack.undo)

    def is_there() -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QuestionRow) and focused.state.id == question

    qtbot.waitUntil(is_there)


def test_a_step_of_the_trace_keeps_the_focus(demonstrated: Driven, qtbot: QtBot) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    demonstrated.saved(lambda: AnsweringPresenter(session).comment(LEVEL, "À relire"))
    part = demonstrated.current.questionnaire.parts[0]
    window.go(ToScore(part.axes[0].themes[0].id))
    links = [
        item for item in window.page(TracePage).findChildren(QPushButton) if item.property("kind")
    ]
    step = next(item for item in links if item.property("kind") == "link")
    qtbot.waitUntil(step.isVisible)
    step.setFocus()
    name = step.accessibleName()
    demonstrated.saved(session.undo_stack.undo)

    def is_there() -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused.accessibleName() == name

    qtbot.waitUntil(is_there)


def test_the_row_of_a_table_keeps_the_keyboard(demonstrated: Driven, qtbot: QtBot) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    demonstrated.saved(lambda: AnsweringPresenter(session).comment(LEVEL, "À relire"))
    with qtbot.waitSignal(session.years_compared):
        window.go(ToYears())
    table = window.page(YearsPage).scores
    table.go_to(table.texts.table.names[4])
    with qtbot.waitSignal(session.years_compared):
        demonstrated.saved(session.undo_stack.undo)
    assert table.hasFocus()
    assert table.currentIndex().row() == 4


def test_closing_a_year_leaves_the_focus_on_the_way_back(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window = demonstrated.window
    window.go(ToResults())
    closing = window.page(ResultsPage).closing
    closing.ask.click()
    closing.confirm.setFocus()
    demonstrated.saved(closing.confirm.click)
    qtbot.waitUntil(closing.reopen.hasFocus)
    for _turn in range(3):
        QApplication.processEvents()
    assert closing.reopen.hasFocus()
