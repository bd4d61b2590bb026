"""Under the coverage that a band needs, a score stands without a level."""

import pytest

from tests.builders import Tree, maturity, results, theme, tree

FIVE = tuple(maturity(f"q_{letter}") for letter in "abcde")


def _of(**fields: object) -> Tree:
    of = tree(theme("t", *FIVE), suggestions=[_raised_by_band()])
    of["settings"] |= fields
    return of


def _raised_by_band() -> Tree:
    trigger = {"any": [{"all": [{"band": "t", "op": "in", "value": ["bas", "haut"]}]}]}
    return {"id": "s", "title": "Agir", "trigger": trigger, "targets": ["t"]}


FOUR = dict.fromkeys(("q_a", "q_b", "q_c", "q_d"), "n2")
THREE = dict.fromkeys(("q_a", "q_b", "q_c"), "n2")


def test_without_a_setting_every_published_score_has_a_band() -> None:
    found = results(_of(), THREE)
    assert found.bands["t"] is not None


@pytest.mark.parametrize(("given", "has_band"), [(FOUR, True), (THREE, False)])
def test_a_band_needs_its_coverage_and_the_score_does_not(given: Tree, has_band: bool) -> None:
    found = results(_of(band_coverage="80"), given)
    node = found.nodes["t"]
    assert (node.reason, node.score) == ("ok", 50)
    assert (found.band_of(node) is not None) is has_band


def test_a_test_on_a_band_that_is_not_there_is_unknown() -> None:
    advice = results(_of(band_coverage="80"), THREE).advice
    assert (advice.raised, advice.to_complete) == ((), ("s",))
    assert results(_of(band_coverage="80"), FOUR).advice.raised == ("s",)
