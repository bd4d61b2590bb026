"""What another profile would change is counted without touching a single answer."""

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.scoring.profile_effect import ProfileEffect, effect_of
from tests.builders import computed, maturity, number, questionnaire, theme, tree


def _gate(kind: str) -> dict[str, object]:
    test = {"profile": "structure_type", "op": "in", "value": [kind]}
    return {"id": f"c_{kind}", "label": kind, "any": [{"all": [test]}]}


OF = tree(
    theme(
        "t",
        maturity("tous"),
        maturity("ai_un", show_if="c_ai"),
        number("ai_deux", show_if="c_ai"),
        computed("ai_part", ["ai_deux"], ["ai_deux"], show_if="c_ai"),
        maturity("etti_un", show_if="c_etti"),
    ),
    conditions=[_gate("ai"), _gate("etti")],
)
AI, ETTI = {"structure_type": ("ai",)}, {"structure_type": ("etti",)}


def test_what_appears_and_disappears_is_counted_without_computed_figures() -> None:
    sheet = AnswerSheet(AI, {"ai_un": Answer("n2"), "tous": Answer("n1")})
    assert effect_of(questionnaire(OF), sheet, ETTI) == ProfileEffect(1, 2, 1)


def test_the_same_profile_changes_nothing() -> None:
    sheet = AnswerSheet(AI, {"ai_un": Answer("n2")})
    assert effect_of(questionnaire(OF), sheet, AI) == ProfileEffect(0, 0, 0)


def test_a_comment_alone_is_an_answer_that_is_set_aside() -> None:
    sheet = AnswerSheet(AI, {"ai_un": Answer(comment="À revoir")})
    assert effect_of(questionnaire(OF), sheet, ETTI).set_aside == 1


def test_a_second_type_only_adds() -> None:
    both = {"structure_type": ("ai", "etti")}
    assert effect_of(questionnaire(OF), AnswerSheet(AI), both) == ProfileEffect(1, 0, 0)
