from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.assessment import KeptAnswer
from cap_desktop.domain.exact import HUNDRED
from cap_desktop.domain.plan.ideas import action_from, ideas_of
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.fields import TEXT_LIMIT
from tests.builders import Tree, maturity, results, theme, tree, yesno


def _suggestion(name: str, question: str, *targets: str, **fields: object) -> Tree:
    test = {"q": question, "op": "answered"}
    trigger = {"any": [{"all": [test]}]}
    return {"id": name, "title": f"Agir {name}", "trigger": trigger, "targets": list(targets)} | (
        fields
    )


OF = tree(
    theme("t", maturity("q_a"), maturity("q_b", importance=3)),
    theme("u", maturity("q_c"), yesno("q_d", scored=False)),
    suggestions=[
        _suggestion("s_none", "q_d", "q_d"),
        _suggestion("s_c", "q_c", "q_c", "q_a", resources=[{"title": "Offre du réseau"}]),
        _suggestion("s_b", "q_b", "q_b", effort=1),
    ],
)
GIVEN = {"q_a": "n2", "q_b": "n1", "q_c": "n1", "q_d": "no"}


def test_ideas_come_by_published_priority_and_the_others_last() -> None:
    found = results(OF, GIVEN)
    ideas = ideas_of(found, ())
    assert [idea.id for idea in ideas] == ["s_b", "s_c", "s_none"]
    first = ideas[0]
    assert first.value == found.advice.priorities[0].value
    assert (first.target, first.score, first.aim) == ("q_b", 25, HUNDRED)
    assert first.factors is not None
    assert (first.factors.gap, first.factors.importance, first.factors.effort) == (75, 3, 1)
    assert ideas[2].factors is None
    assert ideas[2].value == 0


def test_an_idea_names_the_weakest_theme_first() -> None:
    (idea,) = [idea for idea in ideas_of(results(OF, GIVEN), ()) if idea.id == "s_c"]
    assert idea.questions == ("q_c", "q_a")
    assert idea.themes == ("u", "t")


def test_what_is_in_the_plan_or_hidden_is_not_proposed() -> None:
    found = results(OF, GIVEN)
    taken = Action(id="a", title="Agir", priority=1, state="done", suggestion="s_b")
    assert [idea.id for idea in ideas_of(found, [taken], {"s_none"})] == ["s_c"]


def test_an_action_is_filled_from_an_idea_and_from_what_was_said() -> None:
    found = results(OF, GIVEN)
    kept = {
        name: KeptAnswer(name, Answer(value="n1", comment=comment), False, "", "")
        for name, comment in (("q_c", " Rien d’écrit. "), ("q_a", ""), ("q_b", "Autre"))
    }
    idea = next(idea for idea in ideas_of(found, ()) if idea.id == "s_c")
    action = action_from(idea, found, kept)
    assert action == Action(
        title="Agir s_c",
        themes=("t", "u"),
        questions=("q_c", "q_a"),
        suggestion="s_c",
        finding="Rien d’écrit.",
        priority=2,
        network_offer="Offre du réseau",
        state="todo",
    )
    important = next(idea for idea in ideas_of(found, ()) if idea.id == "s_b")
    assert action_from(important, found, {}).priority == 1


def test_an_idea_says_which_open_actions_are_already_about_its_questions() -> None:
    open_one = Action(id="a", title="Agir", priority=1, state="doing", questions=("q_a",))
    closed = Action(id="b", title="Agir", priority=1, state="done", questions=("q_b",))
    found = {idea.id: idea.worked_on for idea in ideas_of(results(OF, GIVEN), [open_one, closed])}
    assert found == {"s_c": ("a",), "s_b": (), "s_none": ()}


def test_long_comments_are_cut_where_they_are_copied_and_a_sign_says_so() -> None:
    found = results(OF, GIVEN)
    kept = {
        name: KeptAnswer(name, Answer(value="n1", comment=f"{name} " * 3000), False, "", "")
        for name in ("q_c", "q_a")
    }
    idea = next(idea for idea in ideas_of(found, ()) if idea.id == "s_c")
    finding = action_from(idea, found, kept).finding
    assert finding is not None
    assert len(finding) <= TEXT_LIMIT
    assert finding.startswith("q_c q_c")
    assert finding.endswith("\u00a0…")
