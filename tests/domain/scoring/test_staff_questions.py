"""What only the employees in insertion are asked is in no count of the others."""

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.scoring.profile_effect import effect_of
from cap_desktop.domain.scoring.statistics import count_for, theme_counts
from cap_desktop.domain.scoring.trace import trace
from tests.builders import Tree, maturity, questionnaire, results, theme, tree

STAFF: Tree = {
    "id": "accueil_dit",
    "kind": "single",
    "title": "À votre arrivée, quelqu’un vous a expliqué le travail ?",
    "scored": False,
    "required": False,
    "audience": ["staff"],
    "about": "q",
    "options": [{"id": name, "title": name} for name in ("oui", "un_peu", "non")],
}
ROLES = [{"id": "staff", "label": "Salariés"}, {"id": "direction", "label": "Direction"}]


def _of(**fields: object) -> Tree:
    return tree(theme("t", maturity("q"), STAFF | fields), roles=ROLES)


def test_it_is_not_asked_and_not_counted() -> None:
    found = results(_of(required=True), {"q": "n2"})
    assert not found.questions["accueil_dit"].is_asked
    assert (found.progress.done, found.progress.asked) == (1, 1)
    assert [count.total for count in count_for(questionnaire(_of()), {})] == [1, 1]


def test_a_theme_of_theirs_alone_is_on_no_page_of_the_others() -> None:
    of = tree(
        theme("t", maturity("q")),
        theme("parole", STAFF, weight="0"),
        theme("u", maturity("q_u")),
        roles=ROLES,
    )
    found = results(of, {"q": "n2", "q_u": "n2", "accueil_dit": "non"})
    outline = found.questionnaire.outline
    assert [node.id for node in outline.themes()] == ["t", "u"]
    assert [outline.nodes[name].code for name in ("t", "parole", "u")] == ["A1", "", "A2"]
    assert found.nodes["parole"].reason == "no_weight"
    assert found.nodes["partie"].score == 50
    assert [line.name for line in trace(found, "axe").lines] == ["t", "u"]
    assert [line.name for line in trace(results(_of(), {"q": "n2"}), "t").lines] == ["q"]
    assert [item.id for item in theme_counts(questionnaire(of))] == ["t", "u"]


def test_asked_of_others_too_it_is_a_question_like_the_others() -> None:
    found = results(_of(required=True, audience=["staff", "direction"]), {"q": "n2"})
    assert found.questions["accueil_dit"].is_asked
    assert found.progress.asked == 2


def test_its_answer_is_kept_and_moves_nothing() -> None:
    found = results(_of(), {"q": "n2", "accueil_dit": "non"})
    assert found.questions["accueil_dit"].state == "answered"
    assert found.nodes["t"].score == 50
    of = questionnaire(_of())
    assert effect_of(of, AnswerSheet({}), {"structure_type": ("ai",)}).fewer == 0
