from fractions import Fraction

import pytest

from cap_desktop.domain.scoring.indicators import light, shown_value
from tests.builders import (
    Tree,
    computed,
    maturity,
    number,
    results,
    theme,
    tree,
    yesno,
)


@pytest.mark.parametrize(
    ("value", "sense", "expected"),
    [
        (60, "higher", "reached"),
        (54, "higher", "near"),
        (Fraction(539, 10), "higher", "gap"),
        (60, "lower", "reached"),
        (66, "lower", "near"),
        (67, "lower", "gap"),
        (60, None, None),
    ],
)
def test_a_light_follows_the_sense_of_the_indicator(
    value: Fraction, sense: str | None, expected: str | None
) -> None:
    assert light(Fraction(value), Fraction(60), sense) == expected


def _rate(**fields: object) -> Tree:
    reference = {"value": "60", "label": "Objectif", "source": "Circulaire", "year": 2008}
    local = {**reference, "value": "50", "profile": ["ai"]}
    rate = computed(
        "taux",
        ["durables"],
        ["sorties"],
        references=[reference, local],
        sense="higher",
        own_target=True,
        **fields,
    )
    return tree(theme("t", number("sorties"), number("durables"), rate, maturity("q")))


def test_an_indicator_is_read_beside_its_target_and_never_scored() -> None:
    given = {"sorties": "9", "durables": "5"}
    (sorties, durables, rate) = results(_rate(small_below="10"), given).indicators
    assert (sorties.light, durables.question) == (None, "durables")
    assert (shown_value(rate, 1), rate.target, rate.light) == ("55.6", 60, None)
    assert rate.is_small
    assert results(_rate(), given).indicators[-1].light == "near"


def test_a_typed_ratio_over_few_people_has_no_light_either() -> None:
    turnover = number(
        "rotation",
        input="ratio",
        unit="%",
        small_below="10",
        sense="lower",
        references=[{"value": "15", "label": "Repère", "source": "Essai", "year": 2026}],
    )
    of = tree(theme("t", turnover, maturity("q")))
    small = results(of, {"rotation": {"num": "1", "den": "3"}}).indicators[-1]
    assert (small.is_small, small.light) == (True, None)
    enough = results(of, {"rotation": {"num": "1", "den": "10"}}).indicators[-1]
    assert (enough.is_small, enough.light) == (False, "reached")


def test_the_reference_of_the_profile_comes_first_and_the_own_target_before_it() -> None:
    given: Tree = {"sorties": "9", "durables": "5"}
    ai = {"structure_type": ["ai"]}
    assert results(_rate(), given, ai).indicators[-1].target == 50
    own = given | {"taux": {"target": "40"}}
    assert results(_rate(), own, ai).indicators[-1].target == 40


def test_a_compliance_question_raises_an_alert_and_no_score() -> None:
    of = tree(theme("t", yesno("rgpd", scored=False, alert_on="no"), maturity("q")))
    assert results(of, {"rgpd": "no", "q": "n4"}).alerts == ("rgpd",)
    assert results(of, {"rgpd": "yes", "q": "n4"}).alerts == ()
    assert results(of, {"rgpd": {"unknown": True}}).alerts == ()
    assert results(of, {"rgpd": "no", "q": "n4"}).nodes["t"].score == 100


@pytest.mark.parametrize(
    ("op", "left", "right", "tolerance", "broken"),
    [
        ("lte", "11", "10", None, True),
        ("lte", "11", "10", "10", False),
        ("gte", "9", "10", None, True),
        ("gte", "9", "10", "10", False),
        ("eq", "9", "10", None, True),
        ("eq", "10", "10", None, False),
        ("eq", "9", "10", "10", False),
    ],
)
def test_figures_that_do_not_agree_are_named(
    op: str, left: str, right: str, tolerance: str | None, broken: bool
) -> None:
    check = {
        "id": "ctl",
        "left": ["femmes"],
        "op": op,
        "right": ["personnes"],
        "severity": "warning",
        "message": "Revoir les deux chiffres.",
    }
    check |= {"tolerance": tolerance} if tolerance else {}
    of = tree(theme("t", number("femmes"), number("personnes"), maturity("q")), checks=[check])
    found = results(of, {"femmes": left, "personnes": right}).checks
    assert [item.id for item in found] == (["ctl"] if broken else [])
    assert results(of, {"femmes": left}).checks == ()


def test_many_declared_na_are_pointed_out_without_touching_the_score() -> None:
    questions = [maturity(f"q_{letter}", na={"allowed": True}) for letter in "abcde"]
    of = tree(theme("t", *questions))
    two: Tree = {"q_a": {"na": True}, "q_b": {"na": True}, "q_c": "n4"}
    assert results(of, two).na_warnings == ()
    three = two | {"q_c": {"na": True}, "q_d": "n4"}
    assert results(of, three).na_warnings == ("t",)
    assert results(of, three).nodes["t"].estimate == 100


def test_progress_counts_what_is_asked_and_can_be_answered() -> None:
    of = tree(
        theme(
            "t",
            number("sorties"),
            computed("taux", ["sorties"], []),
            maturity("q_a", na={"allowed": True}),
            maturity("q_b", required=False),
            maturity("q_c"),
        )
    )
    found = results(of, {"sorties": "3", "q_a": {"na": True}, "q_b": "n1"}).progress
    assert (found.done, found.asked) == (2, 3)
