"""The time that a group takes, counted on what it is asked."""

from cap_desktop.domain.scoring.statistics import asked_of
from tests.builders import Tree, computed, maturity, number, questionnaire, theme, tree, yesno

TEXT: Tree = {"id": "mot", "kind": "text", "title": "Un mot ?", "required": False}
GATE = {
    "id": "c_ai",
    "label": "AI",
    "any": [{"all": [{"profile": "structure_type", "op": "in", "value": ["ai"]}]}],
}
OF = tree(
    theme(
        "t",
        maturity("q_a"),
        maturity("q_b", show_if="c_ai"),
        number("gens"),
        number("part", input="ratio"),
        computed("taux", ["gens"], []),
        yesno("cse", scored=False, alert_on="no"),
        TEXT,
        maturity("dit", scored=False, audience=["staff"]),
    ),
    conditions=[GATE],
    roles=[{"id": "staff", "label": "Salariés"}],
)


def test_the_minutes_are_those_of_what_a_profile_is_asked() -> None:
    asked = asked_of(questionnaire(OF), {"structure_type": ("aci",)})
    assert asked.minutes == 5 + 4 + 2 * 4 + 5
    assert asked.minutes_at_most == asked.minutes + 10
    assert asked_of(questionnaire(OF), {"structure_type": ("ai",)}).minutes == asked.minutes + 5


def test_what_the_profile_does_not_decide_is_only_at_most() -> None:
    asked = asked_of(questionnaire(OF), {})
    assert (asked.minutes, asked.minutes_at_most) == (22, 37)
    assert asked.at_most.total == asked.surely.total + 1
