"""The fields that the released questionnaire does not use yet."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer
from cap_desktop.domain.questionnaire.questions import DateQuestion, MultipleQuestion
from cap_desktop.gui.answering.answer_fields import AnswerField, DayField, SeveralField, field_for
from cap_desktop.gui.look.look import Look
from cap_desktop.words.days import day_words
from cap_desktop.words.typed_days import read_day


def _several(qtbot: QtBot) -> tuple[SeveralField, list[Any]]:
    question = MultipleQuestion.model_validate(
        {
            "id": "canaux",
            "kind": "multiple",
            "title": "Par quels canaux\u00a0?",
            "mode": "share",
            "options": (
                {"id": "presse", "title": "La presse"},
                {"id": "mairie", "title": "La mairie"},
                {"id": "aucun", "title": "Aucune de ces réponses", "exclusive": True},
            ),
        }
    )
    field = field_for(Look(), question)
    assert isinstance(field, SeveralField)
    qtbot.addWidget(field)
    field.show_answer(NO_ANSWER)
    return field, _heard(field)


def _heard(field: AnswerField) -> list[Any]:
    heard: list[Any] = []
    field.answered.connect(heard.append)
    return heard


def test_digits_tick_several_options(qtbot: QtBot) -> None:
    field, heard = _several(qtbot)
    assert field.choose(1)
    assert field.choose(2)
    assert not field.choose(0)
    assert not field.choose(4)
    assert heard == [("presse",), ("presse", "mairie")]


def test_none_of_these_takes_the_others_off_and_back(qtbot: QtBot) -> None:
    field, heard = _several(qtbot)
    for digit in (1, 3, 2):
        field.choose(digit)
    assert heard == [("presse",), ("aucun",), ("mairie",)]


def test_no_option_at_all_is_no_answer(qtbot: QtBot) -> None:
    field, heard = _several(qtbot)
    field.choose(1)
    field.choose(1)
    assert heard[-1] is None


def test_each_option_is_a_named_box(qtbot: QtBot) -> None:
    field, _heard_values = _several(qtbot)
    names = [box.accessibleName() for box in field.findChildren(QAbstractButton)]
    assert names == ["La presse", "La mairie", "Aucune de ces réponses"]


def _day(qtbot: QtBot) -> DayField:
    question = DateQuestion.model_validate({"id": "vote", "kind": "date", "title": "Quand\u00a0?"})
    field = field_for(Look(), question)
    assert isinstance(field, DayField)
    qtbot.addWidget(field)
    return field


def test_a_day_is_answered_as_a_day(qtbot: QtBot) -> None:
    field = _day(qtbot)
    field.show_answer(Answer(value=date(2025, 3, 1)))
    assert field.line.text() == "01/03/2025"
    heard = _heard(field)
    field.line.setText("04/12/2026")
    field.flush()
    assert heard == [date(2026, 12, 4)]


def test_what_is_no_day_stays_with_its_sentence(qtbot: QtBot) -> None:
    field = _day(qtbot)
    field.show_answer(NO_ANSWER)
    heard = _heard(field)
    field.line.setText("31/02/2026")
    field.flush()
    field.show_answer(NO_ANSWER)
    assert heard == []
    assert field.line.text() == "31/02/2026"
    assert field.fault.text() == "Écrivez un jour, par exemple 04/12/2026."


@pytest.mark.parametrize("text", ["", "demain", "4/12", "32/1/2026"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None


def test_the_first_of_a_month_is_the_first() -> None:
    assert day_words("2026-03-01", with_year=True) == "1er\u00a0mars\u00a02026"
    assert day_words("2026-12-04") == "4\u00a0décembre"
