import json
from fractions import Fraction

import pytest

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.comparison.comparison import chain, compare
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.scoring.dispersion import spread
from cap_desktop.domain.scoring.response_parsing import read_responses
from cap_desktop.domain.scoring.scoring import Results, score
from cap_desktop.exchange.results_file import (
    chain_tree,
    comparison_tree,
    results_tree,
    spread_tree,
)
from tests.cases import Tree, applied, invalid_cases, missing, scoring_cases

SCORING = scoring_cases()
INVALID = invalid_cases()


@pytest.mark.parametrize("case", SCORING, ids=lambda case: case["id"])
def test_a_worked_case_gives_what_was_computed_by_hand(case: Tree) -> None:
    assert list(missing(case["expected"], _outcome(case))) == []


def _outcome(case: Tree) -> Tree:
    kind = case["kind"]
    if kind in ("score", "priority"):
        return results_tree(_scored(case["questionnaire"], case["answers"]))
    if kind == "compare":
        old = _scored(case["old"], case["old_answers"])
        new = _scored(case["new"], case["new_answers"])
        path = succession([old.questionnaire, new.questionnaire])
        assert path is not None
        return comparison_tree(compare(old, new, path))
    if kind == "chain":
        deltas = [None if delta is None else Fraction(delta) for delta in case["deltas"]]
        return chain_tree(chain(deltas), 1)
    assert kind == "dispersion"
    file = {"question": case["question"], "responses": case["responses"]}
    reading = read_responses(json.dumps(file).encode())
    assert reading.responses is not None
    measured = spread(reading.responses, reading.floors, reading.discuss_range, reading.decimals)
    return spread_tree(measured, reading.decimals)


def _scored(questionnaire: Tree, answers: Tree) -> Results:
    reading = read_questionnaire(json.dumps(questionnaire).encode())
    assert reading.problems == ()
    assert reading.questionnaire is not None
    answered = read_answers(json.dumps(answers).encode(), reading.questionnaire)
    assert answered.sheet is not None
    return score(reading.questionnaire, answered.sheet)


def test_the_base_of_the_invalid_cases_is_valid() -> None:
    assert read_questionnaire(json.dumps(INVALID["base"]).encode()).problems == ()


@pytest.mark.parametrize("case", INVALID["cases"], ids=lambda case: case["id"])
def test_an_invalid_case_is_named_at_its_place_and_nothing_else_is(case: Tree) -> None:
    tree = applied(INVALID["base"], case["ops"])
    problems = read_questionnaire(json.dumps(tree).encode()).problems
    assert {(problem.code, problem.place) for problem in problems} == {
        (case["code"], case["place"])
    }
