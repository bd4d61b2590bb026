"""How long a workbook of 150 answers takes: written, previewed; and the slowest of mutated ones."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import InputError
from cap_desktop.exchange.answer_workbook.writing import Asked, answer_workbook
from cap_desktop.services.files.filled_workbooks import from_workbook, previewed
from cap_desktop.services.files.questionnaires import load
from tests.exchange.mutated_workbooks import mutations, open_document, shared
from tests.exchange.random_answers import random_sheet

CURRENT = Path(__file__).resolve().parents[1] / "questionnaires" / "cap-2026.1.0.json"
MOMENT = datetime(2026, 12, 1, tzinfo=UTC)
ANSWERS = 150
MUTATED = 60


def _filled() -> tuple[Questionnaire, AnswerSheet]:
    """The edition of now with as many answers as a whole year has."""
    of, rng = load(CURRENT).questionnaire, random.Random(2026)
    while len((found := random_sheet(of, rng)).answers) < ANSWERS:
        pass
    return of, found


def test_a_workbook_is_written(benchmark: BenchmarkFixture) -> None:
    of, given = _filled()
    assert benchmark(answer_workbook, Asked(of, given), MOMENT)


def test_a_workbook_is_previewed(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    of, given = _filled()
    path = tmp_path / "filled.xlsx"
    path.write_bytes(answer_workbook(Asked(of, given), MOMENT))
    assert benchmark(previewed, path, given, of).changes_nothing


def test_the_slowest_of_mutated_workbooks(tmp_path: Path) -> None:
    of, given = _filled()
    seed = answer_workbook(Asked(of, given), MOMENT)
    path, slowest = tmp_path / "filled", 0.0
    for data in mutations([seed, shared(seed), open_document(seed)], MUTATED):
        path.write_bytes(data)
        start = time.perf_counter()
        with suppress(InputError):
            from_workbook(CURRENT, path, tmp_path / "answers.json")
        slowest = max(slowest, time.perf_counter() - start)
    print(f"\nthe slowest of {MUTATED} mutated workbooks: {slowest:.2f} s")
