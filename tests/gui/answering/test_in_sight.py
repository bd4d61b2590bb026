"""What is said of an answer, and where one types, stays in sight of the window of a laptop."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.figure_field import FigureField
from cap_desktop.gui.answering.target_field import TargetField
from cap_desktop.gui.session.destinations import ToHome, ToPreferences, ToQuestion
from tests.gui.driving import Driven, Open, begun


def _at(open_window: Open, question: str) -> tuple[Driven, AnsweringPage]:
    driven = begun(open_window)
    driven.window.resize(1366, 720)
    driven.window.show()
    driven.window.activateWindow()
    driven.window.go(ToQuestion(question))
    return driven, driven.window.page(AnsweringPage)


def _settle() -> None:
    """Let everything that waits be laid out: what is in sight now is so for good."""
    for _turn in range(20):
        QApplication.processEvents()


def test_what_is_said_of_a_long_question_stands_under_what_scrolls(open_window: Open) -> None:
    driven, page = _at(open_window, "besoins_territoire")
    QTest.keyClick(driven.window, Qt.Key.Key_N)
    status, window = page.pane.status, driven.window
    assert status.text() == "Cette question s’applique à tous."
    assert window.rect().contains(QRect(status.mapTo(window, QPoint()), status.size()))
    assert status.visibleRegion().boundingRect() == status.rect()
    driven.close()


def test_no_target_is_aimed_at_that_no_answer_could_reach(open_window: Open) -> None:
    driven, page = _at(open_window, "femmes_ca")
    target, field = page.pane.target, page.field
    assert isinstance(target, TargetField)
    assert isinstance(field, FigureField)
    lines = field.lines
    lines[0].setFocus()
    for line, typed in zip(lines, ("32", "0"), strict=True):
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    assert target.line.hasFocus()
    QTest.keyClicks(target.line, "101")
    QTest.keyClick(target.line, Qt.Key.Key_Tab)
    assert target.fault.text() == "Écrivez un nombre entre 0 et 100."
    driven.idle()
    assert driven.current.answer("femmes_ca").target is None
    driven.close()


def _is_whole(page: AnsweringPage, shown: QWidget) -> bool:
    """Whether all of a widget is in the part of the question that is in sight."""
    seen = page.columns.question_area.viewport()
    return seen.rect().contains(QRect(shown.mapTo(seen, QPoint()), shown.size()))


def test_what_is_wrong_and_what_is_typed_come_into_sight_together(open_window: Open) -> None:
    driven, page = _at(open_window, "femmes_ca")
    target, field = page.pane.target, page.field
    assert isinstance(target, TargetField)
    assert isinstance(field, FigureField)
    _settle()
    field.lines[0].setFocus()
    for line, typed in zip(field.lines, ("32", "0"), strict=True):
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    _settle()
    assert target.line.hasFocus()
    assert _is_whole(page, field.fault)
    assert _is_whole(page, field.situation)
    QTest.keyClicks(target.line, "101")
    QTest.keyClick(target.line, Qt.Key.Key_Tab)
    _settle()
    assert not target.line.hasFocus()
    assert _is_whole(page, target.fault)
    assert _is_whole(page, field.situation)
    driven.close()


def test_where_the_window_gets_smaller_one_still_sees_what_one_types(open_window: Open) -> None:
    driven, page = _at(open_window, "femmes_ca")
    target = page.pane.target
    assert isinstance(target, TargetField)
    _settle()
    target.line.setFocus()
    driven.window.resize(1366, 560)
    _settle()
    assert _is_whole(page, target.line)
    driven.close()


def test_what_is_said_of_one_page_goes_with_it(open_window: Open) -> None:
    driven, page = _at(open_window, "besoins_territoire")
    driven.saved(lambda: page.presenter.give("besoins_territoire", "n2"))
    window = driven.window
    window.go(ToPreferences())
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.strip.toast.words.text().startswith("Ici,")
    assert window.strip.toast.isVisible()
    window.go(ToHome())
    assert not window.strip.toast.isVisible()
    assert driven.current.answer("besoins_territoire").value == "n2"
    driven.close()


def test_what_else_may_be_said_stands_in_words_on_a_laptop(open_window: Open) -> None:
    driven, page = _at(open_window, "femmes_ca")
    _settle()
    assert page.footer.na.isVisible()
    assert page.footer.unknown.isVisible()
    assert not page.footer.more.isVisible()
    driven.close()


def test_the_largest_text_leaves_500_pixels_to_read(open_window: Open) -> None:
    driven, _page = _at(open_window, "femmes_ca")
    program = driven.program
    program.change_settings(program.settings._replace(text_size=200))
    window = driven.window
    window.resize(1366, 720)
    window.go(ToQuestion("femmes_ca"))
    _settle()
    assert window.page(AnsweringPage).columns.question_area.viewport().height() >= 500
    driven.close()
