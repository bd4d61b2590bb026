"""How a figure is read beside its target, its reference, its alarm."""

from fractions import Fraction
from typing import cast

import pytest

from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.scoring.indicators import Indicator
from cap_desktop.words.indicators import mark_words, reading, reference_words
from tests.builders import Tree, maturity, number, questionnaire, results, theme, tree

SOURCE = {"label": "Essai", "source": "Proposition CAP 2026", "year": 2026}


def _read(value: str, role: str, sense: str, own: str | None = None) -> str:
    references = [{"value": "30", "role": role, **SOURCE}]
    asked = number("q", scored=False, sense=sense, references=references, own_target=True)
    answer: Tree = {"value": value, **({"target": own} if own else {})}
    found = results(tree(theme("t", asked, maturity("m"))), {"q": answer})
    (item,) = found.indicators
    question = cast("MeasuredQuestion", found.questions["q"].entry.question)
    return reading(item, question, found.sheet.of("q").target).words


@pytest.mark.parametrize(
    ("value", "role", "sense", "own", "said"),
    [
        ("18", "threshold", "lower", None, "Sous le seuil"),
        ("32", "threshold", "lower", None, "Proche du seuil"),
        ("60", "threshold", "lower", None, "Au-dessus du seuil"),
        ("18", "threshold", "higher", None, "Sous le seuil"),
        ("36", "benchmark", "higher", None, "Au-dessus du repère"),
        ("28", "benchmark", "higher", None, "Proche du repère"),
        ("12", "benchmark", "higher", None, "Sous le repère"),
        ("36", "benchmark", "higher", "35", "Cible atteinte"),
        ("20", "benchmark", "higher", "35", "Sous la cible"),
    ],
)
def test_a_figure_is_read_by_the_side_it_stands_on(
    value: str, role: str, sense: str, own: str | None, said: str
) -> None:
    assert _read(value, role, sense, own) == said


def test_a_few_people_are_no_rate_and_no_reference_is_no_reading() -> None:
    asked = number("q", scored=False)
    found = results(tree(theme("t", asked, maturity("m"))), {"q": "3"})
    question = cast("MeasuredQuestion", found.questions["q"].entry.question)
    (item,) = found.indicators
    assert reading(item, question, None).words == "Sans repère"
    small = Indicator("q", Fraction(3), None, (), None, is_small=True, is_quotient=True)
    assert reading(small, question, None).words == "Effectif faible"


def test_a_year_that_the_source_says_is_not_said_twice() -> None:
    references = [{"value": "30", "role": "threshold", **SOURCE}]
    asked = number("q", scored=False, references=references, unit="jours")
    made = questionnaire(tree(theme("t", asked, maturity("m"))))
    (found,) = cast("MeasuredQuestion", made.outline.by_id["q"].question).references
    assert mark_words(found, "jours") == "Seuil 30\u00a0jours · Proposition CAP 2026"
    assert reference_words(found, "jours").endswith("Essai (Proposition CAP 2026)")
