"""The short version keeps what still makes sense: an action as far as it is about what is kept."""

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.short_version import short_version
from tests.builders import Tree, maturity, questionnaire, theme, tree

KEPT = maturity("gardee", tags=["court"])
LEFT = maturity("laissee")


def low(name: str) -> Tree:
    return {"score": name, "op": "lt", "value": "50"}


def short_with(*groups: list[Tree], targets: list[str]) -> Questionnaire:
    action = {
        "id": "act",
        "title": "Agir",
        "targets": targets,
        "trigger": {"any": [{"all": tests} for tests in groups]},
    }
    whole = questionnaire(tree(theme("t", KEPT), theme("u", LEFT), suggestions=[action]))
    return short_version(whole, "court")


def test_an_action_about_two_questions_stays_for_the_one_that_is_kept() -> None:
    short = short_with([low("gardee")], [low("laissee")], targets=["gardee", "laissee"])
    (action,) = short.suggestions
    assert action.targets == ("gardee",)
    assert len(action.trigger.any) == 1


def test_an_action_that_asks_for_two_answers_goes_with_one_of_them() -> None:
    assert short_with([low("gardee"), low("laissee")], targets=["gardee"]).suggestions == ()
    band: Tree = {"band": "u", "op": "in", "value": ["bas"]}
    assert short_with([low("gardee"), band], targets=["gardee"]).suggestions == ()


def test_an_action_about_what_is_left_out_goes() -> None:
    assert short_with([low("gardee")], targets=["laissee"]).suggestions == ()
