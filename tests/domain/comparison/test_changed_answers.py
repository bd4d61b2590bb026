"""Which answers changed between two years."""

from cap_desktop.domain.comparison.changed_answers import ChangedAnswer, changed_answers
from cap_desktop.domain.comparison.succession import succession
from tests.builders import Tree, after, maturity, number, questionnaire, results, theme, tree

OLD = tree(
    theme(
        "t",
        maturity("q_a", na={"allowed": True}),
        maturity("q_b"),
        number("combien"),
        {"id": "mot", "kind": "text", "title": "Un mot ?"},
    )
)


def _changed(given: Tree, now: Tree, new: Tree = OLD) -> dict[str, ChangedAnswer]:
    path = succession([questionnaire(OLD), questionnaire(new)])
    assert path is not None
    found = changed_answers(results(OLD, given), results(new, now), path)
    return {item.new.entry.id: item for item in found}


def test_only_what_differs_is_listed_with_its_points() -> None:
    given = {"q_a": "n1", "q_b": "n2", "combien": "4"}
    found = _changed(given, given | {"q_a": "n3", "combien": "5"})
    assert list(found) == ["q_a", "combien"]
    assert found["q_a"].movement == 50
    assert found["combien"].movement is None


def test_an_answer_given_or_taken_back_is_a_change() -> None:
    assert list(_changed({}, {"q_a": "n1"})) == ["q_a"]
    assert list(_changed({"q_a": "n1"}, {"q_a": {"na": True, "reason": "Sans objet"}})) == ["q_a"]


def test_free_texts_are_left_out() -> None:
    assert _changed({"mot": "Un"}, {"mot": "Deux"}) == {}


def test_a_question_that_cannot_be_compared_is_left_out() -> None:
    new = after(OLD, theme("t", maturity("q_a"), maturity("q_neuf")))
    assert list(_changed({"q_a": "n1", "q_b": "n2"}, {"q_a": "n2", "q_neuf": "n4"}, new)) == ["q_a"]
