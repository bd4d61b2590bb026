"""Lists of compliance: each duty that is not ticked is an alert of its own."""

from fractions import Fraction

from cap_desktop.domain.plan.ideas import action_from, ideas_of
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.words.alerts import alert_words, unticked
from tests.builders import Tree, maturity, raw, results, theme, tree, yesno


def _list(name: str = "rgpd", **fields: object) -> Tree:
    return {
        "id": name,
        "kind": "multiple",
        "title": "Données personnelles",
        "mode": "share",
        "scored": False,
        "alert_on": "unchosen",
        "options": [
            {"id": "registre", "title": "Le registre est écrit"},
            {"id": "contact", "title": "Un contact est nommé"},
            {"id": "plafond", "title": "480 heures au plus", "profile": ["ai"]},
            {"id": "rien", "title": "Rien de tout cela", "exclusive": True},
        ],
        **fields,
    }


OF = tree(theme("t", yesno("cse", scored=False, alert_on="no"), _list(), maturity("q")))
AI, ACI = {"structure_type": ["ai"]}, {"structure_type": ["aci"]}


def test_each_offered_line_that_is_not_ticked_is_an_alert() -> None:
    given: Tree = {"cse": "no", "rgpd": ["contact"], "q": "n4"}
    assert results(OF, given, AI).alerts == ("cse", "rgpd/registre", "rgpd/plafond")
    assert results(OF, given, ACI).alerts == ("cse", "rgpd/registre")
    assert results(OF, {"rgpd": ["rien"]}, ACI).alerts == ("rgpd/registre", "rgpd/contact")


def test_a_list_without_an_answer_raises_nothing_and_never_counts() -> None:
    assert results(OF, {"q": "n4"}, AI).alerts == ()
    assert results(OF, {"rgpd": {"unknown": True}}, AI).alerts == ()
    assert results(OF, {"rgpd": ["rien"], "q": "n4"}, AI).nodes["t"].score == 100


def test_an_alert_is_called_by_its_duty() -> None:
    of = results(OF, {"cse": "no", "rgpd": ["contact"]}, ACI)
    said = [alert_words(of.questionnaire, alert) for alert in of.alerts]
    assert said == ["Question cse ?", "Pas coché\u00a0: Le registre est écrit"]


def test_a_line_that_another_profile_was_offered_is_no_answer() -> None:
    found = results(OF, {"rgpd": ["plafond"]}, ACI)
    assert found.questions["rgpd"].state == "unanswered"
    assert found.alerts == ()


def test_a_share_is_of_what_is_offered() -> None:
    scored = _list(scored=True)
    del scored["alert_on"]
    of = tree(theme("t", scored))
    both = {"rgpd": ["registre", "contact"]}
    assert results(of, both, ACI).questions["rgpd"].score == 100
    assert results(of, both, AI).questions["rgpd"].score == Fraction(200, 3)


def test_the_idea_of_an_alert_comes_first_and_names_the_missing_lines() -> None:
    low = {"any": [{"all": [{"score": "q", "op": "lt", "value": "50"}]}]}
    missing = {"q": "rgpd", "op": "includes_all", "value": ["registre", "contact"], "negate": True}
    suggestions = [
        {"id": "s_q", "title": "Agir", "trigger": low, "targets": ["q"]},
        {
            "id": "s_rgpd",
            "title": "Mettre en ordre",
            "trigger": {"any": [{"all": [missing]}]},
            "targets": ["rgpd"],
        },
    ]
    found = results(OF | {"suggestions": suggestions}, {"q": "n0", "rgpd": ["contact"]}, ACI)
    ideas = ideas_of(found, ())
    assert [idea.id for idea in ideas] == ["s_rgpd", "s_q"]
    assert ideas[0].alerts == ("rgpd/registre",)
    action = action_from(ideas[0], found, {}, unticked(ideas[0], found))
    assert (action.priority, action.finding) == (1, "Pas coché\u00a0: Le registre est écrit")


def _problems(question: Tree) -> list[tuple[str, str]]:
    reading = read_questionnaire(raw(tree(theme("t", question, maturity("q")))))
    start = "parts/partie/axes/axe/themes/t/questions/rgpd"
    return [(item.code, item.place.removeprefix(start)) for item in reading.problems]


def test_a_list_has_one_exclusive_line_offered_to_all_and_never_counts() -> None:
    assert _problems(_list()) == []
    assert _problems(_list(scored=True)) == [("E-SCORED-KIND", "/scored")]
    bare = _list()
    bare["options"] = bare["options"][:3]
    assert _problems(bare) == [("E-OPTION-EXCLUSIVE", "/options")]
    gated = _list()
    gated["options"][3]["profile"] = ["ai"]
    assert _problems(gated) == [("E-OPTION-EXCLUSIVE", "/options/rien/profile")]


def test_the_profile_of_a_line_is_one_of_the_questionnaire() -> None:
    wrong = _list()
    wrong["options"][2]["profile"] = ["aii"]
    assert _problems(wrong) == [("E-REF", "/options/plafond/profile/aii")]
