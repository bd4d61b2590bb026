"""What is typed and is no answer yet: kept, shown again, and counted for nothing."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cap_desktop.domain.answers.answer_sheet import Answer, Quotient
from cap_desktop.errors import AssessmentSealed
from cap_desktop.gui.answering.answer_fields import FigureField
from cap_desktop.gui.presentation.answer_words import state_words
from tests.gui.driving import Driven

SHARE, FIGURE, LEVEL = "participation_ag", "residents_qpv", "projet_ecrit"
MISSING = "Il manque le total pour calculer le taux."


def _figures(driven: Driven, question: str = SHARE) -> FigureField:
    driven.window.show_answering(question)
    field = driven.window.answering.field
    assert isinstance(field, FigureField)
    return field


def _texts(field: FigureField) -> list[str]:
    return [line.text() for line in field._lines]


def _type_half(driven: Driven) -> Answer:
    """Change the first figure and empty the second; the answer before stays."""
    field = _figures(driven)
    before = driven.current.answer(SHARE)
    assert before.value == Quotient(Fraction(57), Fraction(103))
    field._lines[0].setText("61")
    field._lines[1].clear()
    return before


def test_half_a_ratio_is_found_again_after_another_question(demonstrated: Driven) -> None:
    before = _type_half(demonstrated)
    results = demonstrated.current.results
    demonstrated.saved(lambda: demonstrated.window.show_answering(LEVEL))
    field = _figures(demonstrated)
    assert _texts(field) == ["61", ""]
    assert field.missing.text() == MISSING
    assert field.missing.isVisibleTo(field)
    assert "reste 57 sur 103" in field.kept.text()
    assert field.result.figure.text() == "–"
    assert demonstrated.current.answer(SHARE) == before
    assert demonstrated.current.results == results


def test_half_a_ratio_is_found_again_after_closing(
    demonstrated: Driven, open_window: Callable[[], Driven]
) -> None:
    before = _type_half(demonstrated)
    demonstrated.close()
    again = open_window()
    assert again.current.answer(SHARE) == before
    field = _figures(again)
    assert _texts(field) == ["61", ""]
    assert field.missing.isVisibleTo(field)


def test_a_refused_figure_is_found_again_after_closing(
    demonstrated: Driven, open_window: Callable[[], Driven]
) -> None:
    _figures(demonstrated, FIGURE)._lines[0].setText("-3")
    demonstrated.close()
    again = open_window()
    field = _figures(again, FIGURE)
    assert _texts(field) == ["-3"]
    assert field.fault.text() == "Écrivez un nombre de 0 au moins."


def test_half_a_ratio_waits_in_its_own_year(demonstrated: Driven, qtbot: QtBot) -> None:
    session = demonstrated.window.session
    newest, older = session.years[0].id, session.years[1].id
    _type_half(demonstrated)
    with qtbot.waitSignal(session.opened):
        session.open_assessment(older)
    assert _texts(_figures(demonstrated)) != ["61", ""]
    assert demonstrated.current.unfinished == {}
    with qtbot.waitSignal(session.opened):
        session.open_assessment(newest)
    assert _texts(_figures(demonstrated)) == ["61", ""]


def test_leaving_the_field_is_enough(demonstrated: Driven, qtbot: QtBot) -> None:
    _type_half(demonstrated)
    field = demonstrated.window.answering.field
    assert isinstance(field, FigureField)
    field._lines[0].setFocus()
    qtbot.waitUntil(field._lines[0].hasFocus)
    field._lines[1].setFocus()
    assert demonstrated.window.session.unsaved == 0
    demonstrated.saved(demonstrated.window.answering.comment.edit.setFocus)
    assert demonstrated.current.typed(SHARE) == ("61", "")


def test_a_refused_figure_is_never_written_in_the_next_question(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    field = _figures(demonstrated, FIGURE)
    field._lines[0].setFocus()
    qtbot.waitUntil(field._lines[0].hasFocus)
    field._lines[0].setText("beaucoup")
    demonstrated.saved(demonstrated.window.answering.go_next)
    assert demonstrated.current.unfinished == {(FIGURE, "value"): ("beaucoup",)}


def test_what_is_finished_becomes_the_answer_and_nothing_else_stays(
    demonstrated: Driven,
) -> None:
    _type_half(demonstrated)
    demonstrated.saved(lambda: demonstrated.window.show_answering(LEVEL))
    field = _figures(demonstrated)
    field._lines[1].setText("122")
    demonstrated.saved(field.flush)
    assert demonstrated.current.answer(SHARE).value == Quotient(Fraction(61), Fraction(122))
    assert demonstrated.current.unfinished == {}
    assert field.missing.isHidden()
    assert field.kept.isHidden()
    assert field.result.figure.text() == "50\u00a0%"


def test_a_result_is_shown_for_saved_figures_only(demonstrated: Driven) -> None:
    field = _figures(demonstrated)
    assert field.result.figure.text() == "55,3\u00a0%"
    field._lines[0].setFocus()
    QTest.keyClicks(field._lines[0], "1")
    assert field.result.figure.text() == "–"
    QTest.keyClick(field._lines[0], Qt.Key.Key_Backspace)
    assert field.result.figure.text() == "55,3\u00a0%"


def test_what_stays_saved_is_said_anew_after_an_undo(demonstrated: Driven) -> None:
    field = _figures(demonstrated, FIGURE)
    field._lines[0].setText("4")
    demonstrated.saved(field.flush)
    field._lines[0].setText("beaucoup")
    demonstrated.saved(field.flush)
    assert field.kept.text().endswith("reste 4\u00a0personnes.")
    demonstrated.saved(demonstrated.window.session.undo_stack.undo)
    assert field.kept.text().endswith("reste 0\u00a0personne.")
    assert _texts(field) == ["beaucoup"]


def test_typing_the_saved_figures_again_leaves_nothing_unfinished(demonstrated: Driven) -> None:
    _type_half(demonstrated)
    demonstrated.saved(lambda: demonstrated.window.show_answering(LEVEL))
    field = _figures(demonstrated)
    for line, text in zip(field._lines, ("57", "103"), strict=True):
        line.setText(text)
    demonstrated.saved(field.flush)
    assert demonstrated.current.unfinished == {}


def test_a_figure_refused_twice_around_a_good_one_is_kept(demonstrated: Driven) -> None:
    field = _figures(demonstrated, FIGURE)
    for text in ("-3", "4", "-3"):
        field._lines[0].setText(text)
        field.flush()
    demonstrated.qtbot.waitUntil(lambda: demonstrated.window.session.unsaved == 0)
    assert demonstrated.current.answer(FIGURE).value == 4
    assert demonstrated.current.typed(FIGURE) == ("-3",)


def test_the_answer_is_taken_back_with_what_is_half_typed(demonstrated: Driven) -> None:
    _type_half(demonstrated)
    demonstrated.saved(lambda: demonstrated.window.show_answering(LEVEL))
    field = _figures(demonstrated)
    page = demonstrated.window.answering
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_Delete))
    assert _texts(field) == ["", ""]
    assert demonstrated.current.answer(SHARE).value is None
    assert demonstrated.current.unfinished == {}


def test_lists_say_that_a_question_is_to_be_finished(demonstrated: Driven) -> None:
    page = demonstrated.window.answering
    _figures(demonstrated)
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_Delete))
    _figures(demonstrated)._lines[0].setText("61")
    demonstrated.saved(page.go_next)
    entry = demonstrated.current.questionnaire.outline.by_id[SHARE]
    assert state_words(demonstrated.current, entry) == "À terminer"
    while page.entry is not None:
        page.go_next()
    said = [item.text() for item in page.summary.findChildren(QLabel)]
    assert "À terminer" in said
    assert "1 à terminer" in said


def test_a_new_look_shows_what_is_half_typed(demonstrated: Driven) -> None:
    _type_half(demonstrated)
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings.with_text_size(120))
    field = demonstrated.window.answering.field
    assert isinstance(field, FigureField)
    assert _texts(field) == ["61", ""]


def test_a_target_that_is_no_figure_is_found_again_after_closing(
    demonstrated: Driven, open_window: Callable[[], Driven]
) -> None:
    _figures(demonstrated)
    target = demonstrated.window.answering.pane.target
    assert target is not None
    target.line.setText("soixante")
    demonstrated.close()
    again = open_window()
    _figures(again)
    target = again.window.answering.pane.target
    assert target is not None
    assert target.line.text() == "soixante"
    assert target.fault.isVisibleTo(target)


def test_a_sealed_year_keeps_what_was_unfinished(demonstrated: Driven) -> None:
    _type_half(demonstrated)
    demonstrated.saved(lambda: demonstrated.window.show_answering(LEVEL))
    session = demonstrated.window.session
    demonstrated.saved(session.seal)
    assert _texts(_figures(demonstrated)) == ["61", ""]
    year = demonstrated.current.assessment.id
    with pytest.raises(AssessmentSealed):
        session._lane.run(
            lambda: session._services.get().answering.leave_unfinished(
                year, SHARE, "value", ("6", "")
            )
        )
