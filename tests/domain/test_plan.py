from cap_desktop.domain.plan import FORMAT, Plan, plan_problems
from cap_desktop.domain.record_reading import read_record
from tests.builders import Tree, maturity, questionnaire, raw, theme, tree

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
