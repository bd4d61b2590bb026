from fractions import Fraction

from cap_desktop.domain.comparison.comparison import Comparison, chain, compare
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.exact import published
from tests.builders import Tree, after, maturity, questionnaire, results, theme, tree

OLD = tree(theme("t", maturity("q_a"), maturity("q_b"), maturity("q_c")))


def _retired(*names: str) -> list[Tree]:
    return [
        {"id": name, "kind": "question", "last_version": "1.0.0", "reason": "Revue"}
        for name in names
    ]


def _lineage(relation: str, before: list[str], now: list[str], **fields: object) -> Tree:
    return {"relation": relation, "from": before, "to": now, **fields}


def _compared(old: Tree, given: Tree, new: Tree, now: Tree, *via: Tree) -> Comparison:
    versions = [questionnaire(item) for item in (old, *via, new)]
    path = succession(versions)
    assert path is not None
    return compare(results(old, given), results(new, now), path)


def test_an_unanswered_side_makes_the_unit_incomplete_and_na_makes_it_not_applicable() -> None:
    old = tree(theme("t", *(maturity(f"q_{name}", na={"allowed": True}) for name in "abc")))
    given = {"q_a": "n2", "q_b": {"na": True}, "q_c": "n2"}
    now = {"q_a": "n3", "q_b": "n4"}
    movement = _compared(old, given, old, now).parts["partie"]
    assert [(unit.is_usable, unit.why) for unit in movement.units] == [
        (True, None),
        (False, "not_applicable"),
        (False, "incomplete"),
    ]
    assert movement.delta_common == 25


def test_a_replaced_question_is_not_compared_unless_the_author_says_so() -> None:
    new = after(
        OLD,
        theme("t", maturity("q_a"), maturity("q_b"), maturity("q_neuf")),
        lineage=[_lineage("replaced", ["q_c"], ["q_neuf"])],
        retired=_retired("q_c"),
    )
    given = {"q_a": "n2", "q_b": "n2", "q_c": "n2"}
    now = {"q_a": "n2", "q_b": "n2", "q_neuf": "n4"}
    movement = _compared(OLD, given, new, now).parts["partie"]
    assert movement.delta_common == 0
    assert published(movement.base_share, 1) == "66.7"
    new["lineage"][0]["comparable"] = "yes"
    assert len(_compared(OLD, given, new, now).parts["partie"].units) == 3


def test_merged_questions_use_the_weights_the_author_gives() -> None:
    weights = {"q_a": "3", "q_b": "1"}
    new = after(
        OLD,
        theme("t", maturity("q_fusion"), maturity("q_c")),
        lineage=[_lineage("merged", ["q_a", "q_b"], ["q_fusion"], from_weights=weights)],
        retired=_retired("q_a", "q_b"),
    )
    given = {"q_a": "n4", "q_b": "n0", "q_c": "n0"}
    movement = _compared(OLD, given, new, {"q_fusion": "n4", "q_c": "n0"}).parts["partie"]
    assert movement.units[0].old == 75


def test_too_small_a_common_base_is_not_comparable() -> None:
    new = after(
        OLD,
        theme("t", maturity("q_a"), maturity("q_d"), maturity("q_e")),
        lineage=[_lineage("dropped", ["q_b", "q_c"], [])],
        retired=_retired("q_b", "q_c"),
    )
    given = {"q_a": "n2", "q_b": "n2", "q_c": "n2"}
    movement = _compared(OLD, given, new, {"q_a": "n4", "q_d": "n0", "q_e": "n0"}).parts["partie"]
    assert not movement.comparable
    assert published(movement.base_share, 1) == "33.3"
    assert {link.relation for link in movement.others} == {"dropped", "new"}


def test_longer_jumps_compose_the_versions_between() -> None:
    middle = after(
        OLD,
        theme("t", maturity("q_a"), maturity("q_b"), maturity("q_un"), maturity("q_deux")),
        lineage=[_lineage("split", ["q_c"], ["q_un", "q_deux"])],
        retired=_retired("q_c"),
    )
    new = after(
        middle,
        theme("t", maturity("q_a"), maturity("q_fusion"), maturity("q_deux")),
        version="3.0.0",
        lineage=[_lineage("merged", ["q_b", "q_un"], ["q_fusion"])],
        retired=[*_retired("q_c"), *_retired("q_b", "q_un")],
    )
    given = {"q_a": "n0", "q_b": "n2", "q_c": "n2"}
    now = {"q_a": "n0", "q_fusion": "n3", "q_deux": "n3"}
    movement = _compared(OLD, given, new, now, middle).parts["partie"]
    composed = movement.units[1]
    assert composed.link.from_ == ("q_b", "q_c")
    assert composed.link.to == ("q_fusion", "q_deux")
    assert (composed.old, composed.new) == (50, 75)
    assert succession([questionnaire(OLD), questionnaire(new)]) is None


def test_the_frozen_old_score_is_the_one_of_its_own_version() -> None:
    new = after(OLD, theme("t", maturity("q_a", weight="3"), maturity("q_b"), maturity("q_c")))
    given = {"q_a": "n4", "q_b": "n0", "q_c": "n0"}
    movement = _compared(OLD, given, new, given).parts["partie"]
    assert movement.full_old == Fraction(100, 3)
    assert movement.full_new == 60
    assert movement.delta_common == 0
    assert movement.scope_effect == 60 - Fraction(100, 3)


def test_a_chain_restarts_where_two_years_cannot_be_compared() -> None:
    links = chain([Fraction(1), None, Fraction(-3)])
    assert [(link.cumulative, link.restarts) for link in links] == [
        (1, False),
        (0, True),
        (-3, False),
    ]


def test_each_theme_has_its_movement_and_its_own_common_base() -> None:
    old = tree(theme("t", maturity("q_a"), maturity("q_b")), theme("u", maturity("q_c")))
    compared = _compared(
        old, {"q_a": "n0", "q_b": "n1", "q_c": "n2"}, old, {"q_a": "n4", "q_c": "n1"}
    )
    assert compared.themes["t"].delta_common == 100
    assert compared.themes["t"].base_share == 50
    assert not compared.themes["t"].comparable
    assert compared.themes["u"].delta_common == -25
    assert compared.themes["u"].base_share == 100
    assert compared.themes["u"].comparable
