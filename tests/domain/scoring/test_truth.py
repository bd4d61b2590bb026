import itertools

import pytest

from cap_desktop.domain.scoring.truth import Truth, every, some
from tests.builders import Tree, maturity, number, results, theme, tree, yesno

VALUES: tuple[Truth, ...] = (True, False, None)


@pytest.mark.parametrize(("one", "other"), list(itertools.product(VALUES, VALUES)))
def test_and_and_or_follow_kleene(one: Truth, other: Truth) -> None:
    pair = (one, other)
    assert every(pair) is (False if False in pair else None if None in pair else True)
    assert some(pair) is (True if True in pair else None if None in pair else False)


def _gated(*tests: Tree) -> Tree:
    condition = {"id": "c_porte", "label": "Si", "any": [{"all": list(tests)}]}
    asked = [
        yesno("existe", na={"allowed": True}),
        number("effectif", na={"allowed": True}),
        maturity("niveau"),
    ]
    return tree(theme("t", *asked, maturity("q", show_if="c_porte")), conditions=[condition])


EXISTS: Tree = {"q": "existe", "op": "in", "value": ["yes"]}


@pytest.mark.parametrize(
    ("test", "given", "state"),
    [
        (EXISTS, {"existe": "yes"}, "unanswered"),
        (EXISTS, {"existe": "no"}, "excluded"),
        (EXISTS, {}, "undetermined"),
        (EXISTS, {"existe": {"unknown": True}}, "undetermined"),
        (EXISTS, {"existe": {"na": True}}, "excluded"),
        (EXISTS | {"negate": True}, {"existe": {"na": True}}, "unanswered"),
        (EXISTS | {"negate": True}, {}, "undetermined"),
        ({"q": "existe", "op": "is_na"}, {"existe": {"na": True}}, "unanswered"),
        ({"q": "existe", "op": "is_na"}, {"existe": "yes"}, "excluded"),
        ({"q": "existe", "op": "answered"}, {"existe": "no"}, "unanswered"),
        ({"q": "existe", "op": "answered"}, {}, "undetermined"),
        ({"q": "effectif", "op": "gte", "value": "11"}, {"effectif": "11"}, "unanswered"),
        ({"q": "effectif", "op": "gt", "value": "11"}, {"effectif": "11"}, "excluded"),
        ({"q": "effectif", "op": "lt", "value": "11"}, {"effectif": "10.999999"}, "unanswered"),
        ({"q": "niveau", "op": "lte", "value": "n1"}, {"niveau": "n1"}, "unanswered"),
        ({"q": "niveau", "op": "lte", "value": "n1"}, {"niveau": "n2"}, "excluded"),
    ],
)
def test_a_gate_opens_closes_or_waits(test: Tree, given: Tree, state: str) -> None:
    assert results(_gated(test), given).questions["q"].state == state


def test_a_missing_profile_value_waits() -> None:
    of = _gated({"profile": "structure_type", "op": "in", "value": ["ai"]})
    assert results(of, {}).questions["q"].state == "undetermined"
    assert results(of, {}, {"structure_type": ["aci"]}).questions["q"].state == "excluded"
    both = {"structure_type": ["aci", "ai"]}
    assert results(of, {}, both).questions["q"].state == "unanswered"


def test_a_closed_theme_closes_its_questions_and_what_depends_on_them() -> None:
    closed = {
        "id": "c_ai",
        "label": "AI",
        "any": [{"all": [{"profile": "structure_type", "op": "in", "value": ["ai"]}]}],
    }
    follows = {"id": "c_suite", "label": "Suite", "any": [{"all": [EXISTS]}]}
    of = tree(
        theme("t_un", yesno("existe"), show_if="c_ai"),
        theme("t_deux", maturity("suite", show_if="c_suite"), maturity("autre")),
        conditions=[closed, follows],
    )
    states = results(of, {"existe": "yes"}, {"structure_type": ["aci"]}).questions
    assert states["existe"].state == "excluded"
    assert states["suite"].state == "excluded"
