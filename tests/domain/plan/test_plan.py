from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from cap_desktop.domain.plan.plan import (
    FORMAT,
    TOO_MANY,
    Action,
    Plan,
    action_problems,
    changed,
    french_decimal,
    has_too_many,
    merged_action,
    plan_problems,
)
from cap_desktop.domain.questionnaire.record_parsing import read_record
from cap_desktop.errors import ActionRejected
from cap_desktop.notices.errors import notice
from tests.builders import Tree, maturity, number, questionnaire, raw, theme, tree

OF = questionnaire(tree(theme("t", maturity("q_a"))))


def _plan(**fields: object) -> Tree:
    action: Tree = {
        "title": "Écrire le projet",
        "questions": ["q_a"],
        "themes": ["t"],
        "priority": 1,
        "owner": "Direction",
        "due": "2027-01-31",
        "state": "todo",
    }
    return {"format": FORMAT, "year": 2026, "actions": [action | fields]}


def _places(plan: Tree) -> list[tuple[str, str]]:
    reading = read_record(raw(plan), Plan, FORMAT)
    found = list(reading.problems)
    if reading.record is not None:
        found += plan_problems(reading.record, OF)
    return [(problem.code, problem.place) for problem in found]


def test_a_plan_is_tied_to_questions_and_themes_that_exist() -> None:
    assert _places(_plan()) == []
    assert _places(_plan(questions=["q_z"], themes=["q_a"])) == [
        ("E-REF", "actions[0]/questions/q_z"),
        ("E-REF", "actions[0]/themes/q_a"),
    ]


def test_a_misspelt_plan_is_refused_at_its_place() -> None:
    assert _places(_plan(state="fini")) == [("E-ENUM", "actions[0]/state")]
    assert _places(_plan(due="31/01/2027")) == [("E-FORMAT", "actions[0]/due")]
    assert _places(_plan(pilote="Direction")) == [("E-UNKNOWN-FIELD", "actions[0]/pilote")]
    assert _places(_plan() | {"format": "cap-plan/2"}) == [("E-FORMAT", "format")]


def test_an_old_file_without_the_new_fields_is_still_a_plan() -> None:
    reading = read_record(raw(_plan()), Plan, FORMAT)
    assert reading.record is not None
    (action,) = reading.record.actions
    assert (action.id, action.owner, action.progress, action.step) == ("", "Direction", 0, "plan")
    bare = {"title": "Agir", "priority": 2, "state": "todo"}
    assert _places({"format": FORMAT, "year": 2026, "actions": [bare]}) == []


def test_everything_an_action_names_must_exist() -> None:
    assert _places(_plan(id="a1", suggestion="s_z", indicator_question="q_a")) == [
        ("E-REF", "actions/a1/suggestion"),
        ("E-REF", "actions/a1/indicator_question"),
    ]
    assert _places(_plan(expected_level={"q_z": 1})) == [("E-REF", "actions[0]/expected_level/q_z")]
    assert _places(_plan(expected_level={"q_a": 5})) == [
        ("E-RANGE", "actions[0]/expected_level/q_a")
    ]
    twice = _plan(id="a1")
    twice["actions"] *= 2
    assert _places(twice) == [("E-ID-DUPLICATE", "actions/a1")]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"progress": 30}, ("E-ENUM", "actions[0]/progress")),
        ({"step": "faire"}, ("E-ENUM", "actions[0]/step")),
        ({"title": " \n"}, ("E-TEXT-EMPTY", "actions[0]/title")),
        ({"milestones": [{"title": "Essai"}]}, ("E-MISSING", "actions[0]/milestones[0]/day")),
        (
            {"reviews": [{"day": "2027-02-30", "comment": "Vu"}]},
            ("E-FORMAT", "actions[0]/reviews[0]/day"),
        ),
        ({"finding": "a\u0007b"}, ("E-TEXT-CONTROL", "actions[0]/finding")),
        ({"expected_level": {"q_a": -1}}, ("E-RANGE", "actions[0]/expected_level/q_a")),
    ],
)
def test_a_field_that_cannot_be_is_refused_at_its_place(
    fields: Tree, found: tuple[str, str]
) -> None:
    assert _places(_plan(**fields)) == [found]


def test_the_figures_of_an_indicator_are_written_in_french() -> None:
    of = questionnaire(tree(theme("t", maturity("q_a"), number("ind"))))
    action = _action(indicator_question="ind", start_value="1 250,5", target_value="beaucoup")
    (problem,) = action_problems(action, of)
    assert (problem.code, problem.place) == ("E-DECIMAL", "target_value")
    assert french_decimal("1 250,5") == Fraction(2501, 2)
    assert list(action_problems(changed(action, indicator_question=None), of)) == []


def _action(**fields: Any) -> Action:
    return changed(Action(id="a", title="Agir", priority=2, state="todo"), **fields)


def test_a_change_that_cannot_be_is_said_in_french_without_a_place() -> None:
    with pytest.raises(ActionRejected) as caught:
        _action(title=" ")
    assert notice(caught.value) == (
        "Cette action n’a pas été enregistrée\u00a0: Le titre de l’action est vide."
    )


def test_what_is_left_blank_is_nothing_and_a_tab_is_a_space() -> None:
    action = _action(goal=" \n ", finding="a\tb", due=date(2027, 1, 31))
    assert (action.goal, action.finding, action.due) == (None, "a b", date(2027, 1, 31))


def test_late_is_computed_and_only_for_what_is_still_to_do() -> None:
    day = date(2027, 1, 31)
    assert _action(due=day).is_late(date(2027, 2, 1))
    assert not _action(due=day).is_late(day)
    assert not _action(due=day, state="done").is_late(date(2027, 2, 1))
    assert not _action().is_late(date(2027, 2, 1))


def test_more_than_twelve_open_actions_are_too_many() -> None:
    assert not has_too_many([_action()] * TOO_MANY)
    assert has_too_many([_action()] * (TOO_MANY + 1))
    assert not has_too_many([_action(state="done")] * (TOO_MANY + 1))


def test_two_hands_may_change_one_action() -> None:
    before = _action(owner="Direction")
    kept = _action(owner="Équipe", goal="Tenir")
    after = changed(before, progress=50)
    assert merged_action(before, after, kept) == changed(kept, progress=50)
