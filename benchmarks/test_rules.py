"""How long a check and a full score take, for the questionnaires the network may write.

The figures hold for the machine they were taken on; the README names it.
"""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.comparison.comparison import compare
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.scoring.scoring import score
from tests.builders import (
    Tree,
    answers,
    computed,
    maturity,
    number,
    questionnaire,
    raw,
    theme,
    tree,
    yesno,
)

SIZES = (120, 600)
PER_THEME = 8


def large(size: int) -> tuple[Tree, Tree]:
    """A questionnaire of `size` questions in the mix of the CAP, all answered."""
    questions = [_question(rank) for rank in range(size)]
    themes = [
        theme(
            f"theme_{_word(start)}",
            *questions[start : start + PER_THEME],
            weight="2" if start % 3 == 0 else "1",
        )
        for start in range(0, size, PER_THEME)
    ]
    gate = {"profile": "structure_type", "op": "in", "value": ["ai"]}
    of = tree(
        *themes,
        conditions=[{"id": "c_ai", "label": "AI", "any": [{"all": [gate]}]}],
        suggestions=[
            {
                "id": f"s_{_word(rank)}",
                "title": "Agir",
                "trigger": {"any": [{"all": [{"score": _name(rank), "op": "lt", "value": "75"}]}]},
                "targets": [_name(rank)],
            }
            for rank in range(0, size, 2)
            if rank % PER_THEME not in (4, 5, 6)
        ],
    )
    values: dict[str, Any] = {}
    for rank, question in enumerate(questions):
        if question["kind"] == "maturity":
            values[question["id"]] = f"n{rank * 7 % 5}"
        elif question["kind"] == "number":
            values[question["id"]] = str(rank % 40 + 1)
        elif question["kind"] == "yesno":
            values[question["id"]] = "yes"
    return of, answers(of, values, {"structure_type": ["ai", "aci"]})


def _word(rank: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(rank))


def _name(rank: int) -> str:
    return f"q_{_word(rank)}"


def _question(rank: int) -> Tree:
    place = rank % PER_THEME
    if place in (4, 5):
        return number(_name(rank))
    if place == 6:
        return computed(_name(rank), [_name(rank - 2)], [_name(rank - 1)])
    if place == 7:
        return yesno(_name(rank), scored=False, alert_on="no")
    return maturity(
        _name(rank),
        help="Regardez vos comptes rendus de réunion et ce que disent les personnes.",
        why="Un projet partagé aide à décider quand le temps manque.",
        evidence={"policy": "expected", "hint": "Compte rendu"},
        na={"allowed": True},
        **({"show_if": "c_ai"} if place == 3 else {}),
    )


@pytest.mark.parametrize("size", SIZES)
def test_check(benchmark: BenchmarkFixture, size: int) -> None:
    data = raw(large(size)[0])
    reading = benchmark(read_questionnaire, data)
    assert reading.problems == ()


@pytest.mark.parametrize("size", SIZES)
def test_score(benchmark: BenchmarkFixture, size: int) -> None:
    of, given = large(size)
    made = questionnaire(of)
    sheet = read_answers(raw(given), made).sheet
    assert sheet is not None
    results = benchmark(score, made, sheet)
    assert results.nodes["partie"].score is not None


@pytest.mark.parametrize("size", SIZES)
def test_read_answers(benchmark: BenchmarkFixture, size: int) -> None:
    of, given = large(size)
    made = questionnaire(of)
    reading = benchmark(read_answers, raw(given), made)
    assert reading.sheet is not None


@pytest.mark.parametrize("size", SIZES)
def test_compare(benchmark: BenchmarkFixture, size: int) -> None:
    of, given = large(size)
    made = questionnaire(of)
    sheet = read_answers(raw(given), made).sheet
    assert sheet is not None
    results, path = score(made, sheet), succession([made])
    assert path is not None
    work: Callable[..., Any] = compare
    assert benchmark(work, results, results, path).parts["partie"].delta_common == 0


@pytest.mark.parametrize("size", SIZES)
def test_check_with_a_fault_in_every_question(benchmark: BenchmarkFixture, size: int) -> None:
    """It must grow as the file does: read beside the size before it."""
    of = large(size)[0]
    for item in of["parts"][0]["axes"][0]["themes"]:
        for question in item["questions"]:
            question |= {"title": " ", "show_if": "c_absente"}
    reading = benchmark(read_questionnaire, raw(of))
    assert len(reading.problems) >= size
