from cap_desktop.domain.exact import published
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


def test_equal_priorities_put_critical_questions_first_then_document_order() -> None:
    critical = {"critical": {"fail_below": "10", "cap": "90", "scope": "theme"}}
    of = tree(
        theme("t", maturity("q_a"), maturity("q_b"), maturity("q_c", **critical)),
        suggestions=[_suggestion("s", _low("q_a"), "q_c", "q_b", "q_a")],
    )
    found = results(of, {"q_a": "n0", "q_b": "n0", "q_c": "n0"}).advice.priorities
    assert [item.target for item in found] == ["q_c", "q_a", "q_b"]
