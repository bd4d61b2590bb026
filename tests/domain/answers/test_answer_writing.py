"""The canonical file of answers: what is read back is what was written."""

import json

import pytest

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.answers.answer_writing import sheet_bytes
from cap_desktop.services.files.demonstrations import demonstrations

FOUND = [year for shown in demonstrations() for year in shown.years]


@pytest.mark.parametrize("year", FOUND)
def test_a_sheet_is_read_back_as_it_was(year: object) -> None:
    questionnaire, sheet = year.questionnaire, year.sheet  # type: ignore[attr-defined]
    reading = read_answers(sheet_bytes(sheet, questionnaire), questionnaire)
    assert reading.problems == ()
    assert reading.sheet is not None
    assert dict(reading.sheet.answers) == dict(sheet.answers)
    for name, values in sheet.profile.items():
        assert set(reading.sheet.profile[name]) == set(values)


def test_the_order_in_which_answers_came_changes_nothing() -> None:
    questionnaire, sheet = FOUND[0].questionnaire, FOUND[0].sheet
    turned = AnswerSheet(
        dict(reversed(list(sheet.profile.items()))),
        {**dict(reversed(list(sheet.answers.items()))), "projet_ecrit": sheet.of("projet_ecrit")},
    )
    assert sheet_bytes(turned, questionnaire) == sheet_bytes(sheet, questionnaire)


def test_an_empty_answer_is_left_out() -> None:
    questionnaire = FOUND[0].questionnaire
    name = next(iter(questionnaire.outline.by_id))
    bare = sheet_bytes(AnswerSheet(), questionnaire)
    assert sheet_bytes(AnswerSheet({}, {name: Answer()}), questionnaire) == bare
    assert json.loads(bare)["answers"] == {}
    own = sheet_bytes(AnswerSheet({}, {}, {name: 3}), questionnaire)
    assert json.loads(own)["importance"] == {name: 3}
