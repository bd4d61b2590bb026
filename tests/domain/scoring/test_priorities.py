from fractions import Fraction

from cap_desktop.domain.exact import published
from cap_desktop.domain.scoring.priorities import first_by_part, part_of
from tests.builders import Tree, maturity, results, theme, tree


def _suggestion(name: str, test: Tree, *targets: str, **fields: object) -> Tree:
    trigger = {"any": [{"all": [test]}]}
    return {"id": name, "title": name, "trigger": trigger, "targets": list(targets), **fields}


def _low(question: str) -> Tree:
    return {"score": question, "op": "lt", "value": "50"}


def test_a_priority_needs_a_raised_suggestion_and_a_gap() -> None:
    of = tree(
        theme("t", maturity("q_a"), maturity("q_b"), maturity("q_c")),
        suggestions=[
            _suggestion("s_a", _low("q_a"), "q_a"),
            _suggestion("s_b", _low("q_b"), "q_b"),
        ],
    )
    advice = results(of, {"q_a": "n0", "q_b": "n3", "q_c": "n0"}).advice
    assert advice.raised == ("s_a",)
    assert [item.target for item in advice.priorities] == ["q_a"]


def test_a_trigger_on_a_missing_score_waits_to_be_completed() -> None:
    of = tree(theme("t", maturity("q_a")), suggestions=[_suggestion("s_a", _low("t"), "t")])
    advice = results(of, {}).advice
    assert (advice.raised, advice.to_complete) == ((), ("s_a",))


def test_a_band_can_raise_a_suggestion_about_a_theme() -> None:
    test = {"band": "t", "op": "in", "value": ["bas"]}
    of = tree(theme("t", maturity("q_a")), suggestions=[_suggestion("s_t", test, "t", effort=1)])
    (found,) = results(of, {"q_a": "n1"}).advice.priorities
    assert (found.target, found.is_theme) == ("t", True)
    assert published(found.value, 1) == "50.0"


def test_the_structure_may_choose_its_own_importance() -> None:
    of = tree(theme("t", maturity("q_a")), suggestions=[_suggestion("s", _low("q_a"), "q_a")])
    usual = results(of, {"q_a": "n0"}).advice.priorities[0]
    own = results(of, {"q_a": "n0"}, importance={"q_a": 3}).advice.priorities[0]
    assert published(usual.value, 1) == "40.0"
    assert published(own.value, 1) == "60.0"
    assert own.factors.importance == 3


def _part(name: str, *themes: Tree) -> Tree:
    axis = {"id": f"axe_{name}", "title": "Axe", "themes": list(themes)}
    return {"id": name, "title": name, "axes": [axis]}


def _two_parts() -> Tree:
    first = [maturity(f"q_{letter}") for letter in "abcde"]
    second = [maturity("q_x"), maturity("q_y", weight="2"), maturity("q_z")]
    names = [question["id"] for question in (*first, *second)]
    parts = [
        _part("un", theme("t", *first)),
        _part("deux", theme("u", *second), theme("v", maturity("q_v"), weight="3")),
    ]
    return tree(
        suggestions=[
            *(_suggestion(f"s_{name}", _low(name), name) for name in (*names, "q_v")),
            *(_suggestion(f"s_{name}", _low(name), name) for name in ("t", "u", "v")),
        ]
    ) | {"parts": parts}


def test_a_weight_is_read_beside_the_largest_of_its_part() -> None:
    of = _two_parts()
    names = [*(f"q_{letter}" for letter in "abcdexyzv")]
    found = results(of, dict.fromkeys(names, "n0")).advice.priorities
    shares = {item.target: item.factors.weight for item in found}
    assert [shares[f"q_{letter}"] for letter in "abcde"] == [1] * 5
    assert (shares["q_v"], shares["q_y"], shares["q_x"]) == (1, Fraction(1, 6), Fraction(1, 12))
    assert (shares["t"], shares["u"], shares["v"]) == (1, Fraction(1, 3), 1)


def test_priorities_go_by_part_and_are_shown_three_of_the_first_and_two_of_the_second() -> None:
    of = _two_parts()
    names = [*(f"q_{letter}" for letter in "abcdexyzv")]
    found = results(of, dict.fromkeys(names, "n0"))
    listed, outline = found.advice.priorities, found.questionnaire.outline
    parts = [part_of(outline, item.target) for item in listed]
    assert parts == ["un"] * 6 + ["deux"] * 6
    for part in ("un", "deux"):
        values = [item.value for item in listed if part_of(outline, item.target) == part]
        assert values == sorted(values, reverse=True)
    shown = first_by_part(outline, listed)
    assert [part_of(outline, item.target) for item in shown] == ["un"] * 3 + ["deux"] * 2


def test_equal_priorities_put_critical_questions_first_then_document_order() -> None:
    critical = {"critical": {"fail_below": "10", "cap": "90", "scope": "theme"}}
    of = tree(
        theme("t", maturity("q_a"), maturity("q_b"), maturity("q_c", **critical)),
        suggestions=[_suggestion("s", _low("q_a"), "q_c", "q_b", "q_a")],
    )
    found = results(of, {"q_a": "n0", "q_b": "n0", "q_c": "n0"}).advice.priorities
    assert [item.target for item in found] == ["q_c", "q_a", "q_b"]
