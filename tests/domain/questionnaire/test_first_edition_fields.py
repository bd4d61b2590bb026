"""Fields of the questionnaire that the first edition brought: what is refused, what scores."""

import pytest

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.answers.answer_writing import answer_tree
from cap_desktop.domain.questionnaire.canonical import canonical_bytes, scoring_digest
from cap_desktop.domain.questionnaire.differences import differences, minimum_bump
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.versions import Bump
from cap_desktop.domain.scoring.response_parsing import read_responses
from tests.builders import (
    Tree,
    after,
    answers,
    computed,
    maturity,
    number,
    questionnaire,
    raw,
    sheet,
    theme,
    tree,
)

START = "parts/partie/axes/axe/themes/t/questions/"
REASONS = [{"id": "r1", "title": "Aucun marché"}, {"id": "r2", "title": "Par choix écrit"}]
CHOSEN = {"allowed": True, "reason_required": True, "reasons": REASONS}


def _problems(*questions: Tree) -> list[tuple[str, str]]:
    reading = read_questionnaire(raw(tree(theme("t", *questions))))
    return [(item.code, item.place.removeprefix(START)) for item in reading.problems]


def _answered(of: Tree, given: Tree) -> list[tuple[str, str]]:
    reading = read_answers(raw(answers(of, given)), questionnaire(of))
    return [(item.code, item.place) for item in reading.problems]


@pytest.mark.parametrize(
    ("question", "code", "place"),
    [
        (maturity("q", na={"reasons": REASONS}), "E-NA", "q/na"),
        (
            maturity("q", na={"allowed": True, "reasons": [REASONS[0], REASONS[0]]}),
            "E-ID-DUPLICATE",
            "q/na/reasons/r1",
        ),
        (
            maturity("q", na={"allowed": True, "reasons": [{"id": "r1"}]}),
            "E-MISSING",
            "q/na/reasons/r1/title",
        ),
        (maturity("q", about="qq"), "E-REF", "q/about"),
        (number("q", whole="oui"), "E-FORMAT", "q/whole"),
    ],
)
def test_a_new_field_is_refused_by_name_and_place(question: Tree, code: str, place: str) -> None:
    assert _problems(question, maturity("autre")) == [(code, place)]


def test_whole_is_not_of_a_computed_figure() -> None:
    half = computed("moitie", ["tout"], [], whole=True)
    found = _problems(number("tout"), half, maturity("q"))
    assert found == [("E-UNKNOWN-FIELD", "moitie/whole")]


# --- Answers ----------------------------------------------------------------------------

OF = tree(
    theme(
        "t",
        maturity("q", na=CHOSEN),
        number("gens", whole=True),
        number("part", input="ratio", whole=True) | {"unit": "%"},
    )
)


def test_a_reason_of_the_list_is_read_and_written_as_it_was() -> None:
    given = {"na": True, "reason_id": "r1", "reason": "Depuis 2024"}
    answer = sheet(OF, {"q": given}).of("q")
    assert (answer.reason_id, answer.reason) == ("r1", "Depuis 2024")
    assert answer_tree(answer) == given


def test_without_a_reason_of_the_list_it_stands_all_the_same() -> None:
    assert _answered(OF, {"q": {"na": True}}) == []


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        ({"q": {"na": True, "reason_id": "r9"}}, "E-REF", "answers/q/reason_id"),
        ({"gens": "62.5"}, "E-RANGE", "answers/gens/value"),
        ({"part": {"num": "1.5", "den": "3"}}, "E-RANGE", "answers/part/value/num"),
        ({"part": {"num": "1", "den": "3.5"}}, "E-RANGE", "answers/part/value/den"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(given: Tree, code: str, place: str) -> None:
    assert _answered(OF, given) == [(code, place)]


def test_people_and_their_quotient_are_read() -> None:
    assert _answered(OF, {"gens": "62", "part": {"num": "1", "den": "3"}}) == []


def test_one_person_may_always_say_unknown() -> None:
    question = maturity("q", unknown_allowed=False)
    assert _answered(tree(theme("t", question)), {"q": {"unknown": True}}) == [
        ("E-NA", "answers/q/unknown")
    ]
    said = [{"role": "staff", "answer": {"unknown": True}}]
    reading = read_responses(raw({"question": question, "responses": said}))
    assert reading.problems == ()


# --- What decides the scores --------------------------------------------------------------


def _digest(*questions: Tree, **settings: object) -> str:
    of = tree(theme("t", *questions))
    of["settings"] |= settings
    return scoring_digest(questionnaire(of))


def test_only_what_decides_enters_the_scoring_digest() -> None:
    plain = _digest(maturity("q", na=CHOSEN), number("gens"))
    other = CHOSEN | {"reasons": [{"id": "r1", "title": "Autrement dit"}, REASONS[1]]}
    assert _digest(maturity("q", na=other), number("gens")) == plain
    assert _digest(maturity("q", na=CHOSEN, about="gens"), number("gens")) == plain
    fewer = CHOSEN | {"reasons": REASONS[:1]}
    assert _digest(maturity("q", na=fewer), number("gens")) != plain
    assert _digest(maturity("q", na=CHOSEN), number("gens", whole=True)) != plain
    assert _digest(maturity("q", na=CHOSEN), number("gens"), band_coverage="80") != plain


def test_the_new_fields_come_back_as_they_were_written() -> None:
    made = questionnaire(OF)
    again = read_questionnaire(canonical_bytes(made)).questionnaire
    assert again is not None
    assert canonical_bytes(again) == canonical_bytes(made)


def test_a_change_of_a_new_field_is_told_and_asks_for_a_minor() -> None:
    old = tree(theme("t", maturity("q"), number("gens")))
    new = after(old, theme("t", maturity("q"), number("gens", whole=True)), version="1.1.0")
    pair = questionnaire(old), questionnaire(new)
    assert minimum_bump(*pair) is Bump.MINOR
    told = [(change.kind, change.id, change.field) for change in differences(*pair)]
    assert ("scale", "gens", "whole") in told
