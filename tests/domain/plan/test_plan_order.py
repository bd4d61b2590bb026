from datetime import date
from typing import Any

from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.plan.plan_order import ActionFilter, ActionOrder, in_order, owners

TODAY = date(2027, 1, 15)


def _action(name: str, priority: int = 2, **fields: Any) -> Action:
    return Action(
        id=name, title=name, priority=priority, state=fields.pop("state", "todo"), **fields
    )


ACTIONS = (
    _action("a", 3, owner="équipe", themes=("t2",), due=date(2027, 3, 1)),
    _action("b", 1, owner="Direction", themes=("t1", "t2")),
    _action("c", 1, owner="", due=date(2027, 1, 1), themes=("t2",), state="doing"),
    _action("d", 1, owner="Équipe", due=date(2026, 12, 1), state="done"),
)


def _names(order: ActionOrder) -> str:
    return "".join(action.id for action in in_order(ACTIONS, order, ("t1", "t2")))


def test_actions_are_sorted_and_equal_ones_keep_the_given_order() -> None:
    assert _names("given") == "abcd"
    assert _names("priority") == "dcba"
    assert _names("due") == "dcab"
    assert _names("owner") == "badc"
    assert _names("theme") == "bacd"


def _kept(wanted: ActionFilter) -> str:
    return "".join(action.id for action in ACTIONS if wanted.keeps(action, TODAY))


def test_filters_add_up_and_an_empty_one_keeps_everything() -> None:
    assert _kept(ActionFilter()) == "abcd"
    assert _kept(ActionFilter(states=frozenset({"todo", "doing"}))) == "abc"
    assert _kept(ActionFilter(theme="t2")) == "abc"
    assert _kept(ActionFilter(late_only=True)) == "c"
    assert _kept(ActionFilter(owner="equipe")) == "ad"
    assert _kept(ActionFilter(theme="t2", owner="Equipe")) == "a"


def test_an_owner_is_listed_once_however_it_is_written() -> None:
    assert owners(ACTIONS) == ("Direction", "équipe")


def test_owners_stand_as_in_a_french_list_and_joined_letters_are_two() -> None:
    names = ("Zoé", "Œuvres sociales", "Olivier", "Ægidius", "Bruno", "Oeuvres sociales")
    actions = [Action(title="t", priority=2, state="todo", owner=name) for name in names]
    assert owners(actions) == ("Ægidius", "Bruno", "Œuvres sociales", "Olivier", "Zoé")
