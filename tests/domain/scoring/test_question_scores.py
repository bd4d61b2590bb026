from fractions import Fraction

import pytest

from tests.builders import Tree, computed, maturity, number, results, scored_number, theme, tree


def _one(question: Tree, answer: object, profile: Tree | None = None) -> tuple[str, object]:
    resolved = results(tree(theme("t", question)), {question["id"]: answer}, profile).questions
    return resolved[question["id"]].state, resolved[question["id"]].score


def _multiple(mode: str) -> Tree:
    options = [
        {"id": "a", "title": "A", "score": "70"},
        {"id": "b", "title": "B", "score": "50"},
        {"id": "aucune", "title": "Aucune", "score": "0", "exclusive": True},
    ]
    return {"id": "q", "kind": "multiple", "title": "Q ?", "mode": mode, "options": options}


@pytest.mark.parametrize(
    ("mode", "chosen", "score"),
    [
        ("sum", ["a", "b"], 100),
        ("sum", ["b"], 50),
        ("max", ["a", "b"], 70),
        ("share", ["b"], 50),
        ("share", ["aucune"], 0),
    ],
)
def test_a_multiple_choice_sums_shares_or_takes_the_best(
    mode: str, chosen: list[str], score: int
) -> None:
    assert _one(_multiple(mode), chosen) == ("answered", score)


def test_an_empty_list_is_no_answer() -> None:
    assert _one(_multiple("sum"), []) == ("unanswered", None)


@pytest.mark.parametrize(
    ("value", "score"), [("-5", 0), ("0", 0), ("10", 30), ("15", Fraction(140, 3)), ("40", 80)]
)
def test_breakpoints_are_flat_outside_and_straight_between(value: str, score: object) -> None:
    question = scored_number("q") | {"breakpoints": [["0", "0"], ["10", "30"], ["25", "80"]]}
    assert _one(question, value) == ("answered", score)


def test_the_first_variant_that_fits_the_profile_is_used() -> None:
    variants = [
        {"profile": "structure_type", "in": ["ai"], "breakpoints": [["0", "0"], ["50", "100"]]},
        {"profile": "structure_type", "in": ["aci"], "breakpoints": [["0", "100"], ["50", "0"]]},
    ]
    question = scored_number("q", variants=variants)
    assert _one(question, "25", {"structure_type": ["etti"]}) == ("answered", 25)
    assert _one(question, "25", {"structure_type": ["aci", "ai"]}) == ("answered", 50)


def test_a_ratio_is_a_percentage_unless_it_says_its_factor() -> None:
    percent = scored_number("q", input="ratio") | {"unit": "%"}
    assert _one(percent, {"num": "1", "den": "3"}) == ("answered", Fraction(100, 3))
    plain = scored_number("q", input="ratio", factor="10")
    assert _one(plain, {"num": "1", "den": "3"}) == ("answered", Fraction(10, 3))


@pytest.mark.parametrize(("choice", "state"), [("unknown", "unanswered"), ("na", "na")])
def test_a_zero_denominator_is_what_the_question_says(choice: str, state: str) -> None:
    question = scored_number("q", input="ratio", zero_denominator=choice)
    assert _one(question, {"num": "4", "den": "0"}) == (state, None)


def test_missing_evidence_caps_the_score() -> None:
    question = maturity("q", evidence={"policy": "expected", "cap_without": "50"})
    assert _one(question, "n4") == ("answered", 50)
    assert _one(question, {"value": "n4", "evidence": ["cr.pdf"]}) == ("answered", 100)
    assert _one(question, "n1") == ("answered", 25)


def test_explicit_level_scores_replace_the_even_scale() -> None:
    question = maturity("q")
    for level, score in zip(question["levels"], ("0", "10", "20", "90", "90"), strict=True):
        level["score"] = score
    assert _one(question, "n3") == ("answered", 90)


def test_a_computed_figure_waits_for_every_source() -> None:
    of = tree(
        theme(
            "t", number("sorties"), number("durables"), computed("taux", ["durables"], ["sorties"])
        )
    )
    assert results(of, {"sorties": "8"}).questions["taux"].state == "unanswered"
    taux = results(of, {"sorties": "8", "durables": "3"}).questions["taux"]
    assert (taux.state, taux.measure, taux.base) == ("answered", Fraction(75, 2), 8)
    none = results(of, {"sorties": "0", "durables": "0"}).questions["taux"]
    assert none.state == "unanswered"
