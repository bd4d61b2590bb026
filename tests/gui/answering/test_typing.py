"""Fast hands: the last thing done is what is kept, and never in another structure."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cap_desktop.errors import NotSaved
from cap_desktop.gui.answering.answer_fields import FigureField, LevelField, TextField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.session.destinations import ToHome, ToQuestion, ToResults
from tests.gui.driving import Driven

LEVEL, FIGURE, RATIO, TEXT, REASONED = (
    "projet_ecrit",
    "etp_realises",
    "personnes_par_encadrant",
    "priorites_projet",
    "participation_ag",
)


def _figure(driven: Driven, question: str) -> FigureField:
    driven.window.go(ToQuestion(question))
    field = driven.window.page(AnsweringPage).field
    assert isinstance(field, FigureField)
    return field


def test_a_level_taken_back_before_it_is_saved_is_the_one_that_is_kept(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    page = demonstrated.window.page(AnsweringPage)
    demonstrated.window.go(ToQuestion(LEVEL))
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_1))
    QTest.keyClick(page, Qt.Key.Key_3)
    QTest.keyClick(page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: demonstrated.window.session.unsaved == 0)
    assert demonstrated.current.answer(LEVEL).value == "n1"


def test_a_level_that_waits_for_the_disk_stays_chosen(
    demonstrated: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, session = demonstrated.window.page(AnsweringPage), demonstrated.window.session
    demonstrated.window.go(ToQuestion(LEVEL))
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_1))

    def full(*_args: object, **_kinds: object) -> None:
        raise NotSaved(demonstrated.program.folder.database, "full")

    with monkeypatch.context() as patch:
        patch.setattr(session._services.get().answering, "record_answer", full)
        with qtbot.waitSignal(session.not_saved):
            QTest.keyClick(page, Qt.Key.Key_4)
    assert isinstance(page.field, LevelField)
    assert page.field.group.checkedId() == 4
    assert demonstrated.current.answer(LEVEL).value == "n1"
    page.go_next()
    page.go_back()
    assert isinstance(page.field, LevelField)
    assert page.field.group.checkedId() == 4
    demonstrated.saved(session.try_again)
    assert demonstrated.current.answer(LEVEL).value == "n4"


def test_a_figure_typed_as_another_structure_opens_is_never_said_of_it(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    session = demonstrated.window.session
    first = demonstrated.current.assessment.id
    other = session.standing.others[0].assessment if session.standing else ""
    field = _figure(demonstrated, FIGURE)
    with qtbot.waitSignal(session.opened):
        session.opener.open(other)
        field.lines[0].setText("888")
    qtbot.waitUntil(lambda: not session.unsaved and not demonstrated.lane.is_busy)
    assert demonstrated.current.assessment.id == other
    assert demonstrated.current.answer(FIGURE).value != 888
    with qtbot.waitSignal(session.opened):
        session.opener.open(first)
    assert demonstrated.current.answer(FIGURE).value == 888
    assert _figure(demonstrated, FIGURE).lines[0].text() == "888"


def test_enter_keeps_a_figure_and_goes_on(demonstrated: Driven) -> None:
    field = _figure(demonstrated, FIGURE)
    field.lines[0].setFocus()
    field.lines[0].setText("777")
    demonstrated.saved(lambda: QTest.keyClick(field.lines[0], Qt.Key.Key_Return))
    assert demonstrated.current.answer(FIGURE).value == 777
    entry = demonstrated.window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.id != FIGURE


def test_enter_stays_on_a_figure_that_cannot_be_kept(demonstrated: Driven) -> None:
    field = _figure(demonstrated, FIGURE)
    field.lines[0].setFocus()
    field.lines[0].setText("beaucoup")
    QTest.keyClick(field.lines[0], Qt.Key.Key_Return)
    assert demonstrated.window.page(AnsweringPage).field is field
    assert field.fault.isVisibleTo(field)


def test_half_a_ratio_says_what_is_missing(demonstrated: Driven) -> None:
    field = _figure(demonstrated, RATIO)
    one, other = field.lines
    other.clear()
    one.setFocus()
    one.setText("12")
    QTest.keyClick(one, Qt.Key.Key_Return)
    assert other.hasFocus()
    assert field.missing.isHidden()
    demonstrated.window.page(AnsweringPage).comment.edit.setFocus()
    assert field.missing.text() == "Il manque le second nombre pour calculer."
    assert field.missing.isVisibleTo(field)
    assert field.fault.isHidden()
    other.setFocus()
    other.setText("2")
    demonstrated.saved(lambda: QTest.keyClick(other, Qt.Key.Key_Return))


def test_a_text_that_is_too_long_says_so_in_place_and_is_kept_once_it_is_shorter(
    demonstrated: Driven,
) -> None:
    demonstrated.window.go(ToQuestion(TEXT))
    field = demonstrated.window.page(AnsweringPage).field
    assert isinstance(field, TextField)
    before = demonstrated.current.answer(TEXT)
    field.edit.setPlainText("x" * 3001)
    demonstrated.saved(field.flush)
    assert "Raccourcissez" in field.fault.text()
    assert field.fault.isVisibleTo(field)
    assert demonstrated.current.answer(TEXT) == before
    assert demonstrated.current.typed(TEXT) == ("x" * 3001,)
    demonstrated.window.page(AnsweringPage).go_next()
    demonstrated.window.page(AnsweringPage).go_back()
    field = demonstrated.window.page(AnsweringPage).field
    assert isinstance(field, TextField)
    assert len(field.edit.toPlainText()) == 3001
    demonstrated.saved(lambda: field.edit.setPlainText("x" * 3000))
    assert field.fault.isHidden()
    assert demonstrated.current.answer(TEXT).value == "x" * 3000


def test_a_reason_that_ends_with_a_space_is_saved_and_shown_as_any_other(
    demonstrated: Driven,
) -> None:
    demonstrated.window.go(ToQuestion(REASONED))
    page = demonstrated.window.page(AnsweringPage)
    QTest.keyClick(page, Qt.Key.Key_N)
    demonstrated.idle()
    reason = page.pane.na_reason.field
    demonstrated.saved(lambda: reason.edit.setPlainText("Pas de vente "))
    demonstrated.idle()
    assert demonstrated.current.answer(REASONED).na
    assert reason.unsaved() is None
    demonstrated.saved(page.pane.na_reason.take_back.click)
    assert reason.edit.toPlainText() == ""


def test_looking_at_every_question_changes_nothing(demonstrated: Driven) -> None:
    session = demonstrated.window.session
    noted = "La devise\u00a0: «\u00a0tenir\u00a0»\nEt e\u0301te\u0301"
    demonstrated.saved(lambda: AnsweringPresenter(session).comment(LEVEL, noted))
    demonstrated.window.go(ToResults())
    before = session.undo_stack.count()
    kept = dict(demonstrated.current.kept)
    for entry in demonstrated.current.questionnaire.outline.questions:
        demonstrated.window.go(ToQuestion(entry.id))
    demonstrated.window.go(ToHome())
    demonstrated.idle()
    assert session.undo_stack.count() == before
    assert demonstrated.current.kept == kept
    demonstrated.saved(session.seal)
    for entry in demonstrated.current.questionnaire.outline.questions:
        demonstrated.window.go(ToQuestion(entry.id))
    demonstrated.window.go(ToHome())
    demonstrated.idle()
    assert not demonstrated.window.banner.isVisible()
