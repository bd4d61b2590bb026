import pytest

from cap_desktop.domain.answers.answer_parsing import read_answers
from tests.builders import (
    Tree,
    answers,
    computed,
    maturity,
    number,
    questionnaire,
    raw,
    theme,
    tree,
    yesno,
)

OF = tree(
    theme(
        "t",
        maturity("niveau", na={"allowed": True, "reason_required": True}),
        yesno("rgpd", unknown_allowed=False),
        number("effectif", min="0", max="500"),
        number("part", input="ratio", min="0", max="100") | {"unit": "%"},
        computed("double", ["effectif"], []),
        {"id": "mot", "kind": "text", "title": "Un mot ?", "max_length": 5},
        {"id": "jour", "kind": "date", "title": "Quel jour ?"},
        {
            "id": "choix",
            "kind": "multiple",
            "title": "Lesquels ?",
            "mode": "share",
            "options": [
                {"id": "un", "title": "Un"},
                {"id": "deux", "title": "Deux"},
                {"id": "aucune", "title": "Aucune", "exclusive": True},
            ],
        },
    )
)


def _found(given: Tree, profile: Tree | None = None, **fields: object) -> list[tuple[str, str]]:
    reading = read_answers(raw(answers(OF, given, profile) | fields), questionnaire(OF))
    return [(problem.code, problem.place) for problem in reading.problems]


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        ({"nivau": "n1"}, "E-REF", "answers/nivau"),
        ({"niveau": "n9"}, "E-REF", "answers/niveau/value"),
        ({"niveau": 3}, "E-FORMAT", "answers/niveau/value"),
        ({"niveau": {"na": True}}, "E-NA", "answers/niveau/reason"),
        ({"niveau": {"na": True, "reason": "x", "value": "n1"}}, "E-FORMAT", "answers/niveau"),
        ({"niveau": {"value": "n1", "provisional": True}}, "E-KIND", "answers/niveau/provisional"),
        ({"niveau": {"valeur": "n1"}}, "E-UNKNOWN-FIELD", "answers/niveau/valeur"),
        ({"niveau": {"value": "n1", "target": "50"}}, "E-UNKNOWN-FIELD", "answers/niveau/target"),
        ({"rgpd": {"na": True}}, "E-NA", "answers/rgpd/na"),
        ({"rgpd": {"unknown": True}}, "E-NA", "answers/rgpd/unknown"),
        ({"effectif": "1e2"}, "E-DECIMAL", "answers/effectif/value"),
        ({"effectif": "12,5"}, "E-DECIMAL", "answers/effectif/value"),
        ({"effectif": 12.5}, "E-DECIMAL", "answers/effectif/value"),
        ({"effectif": "501"}, "E-RANGE", "answers/effectif/value"),
        ({"part": "50"}, "E-FORMAT", "answers/part/value"),
        ({"part": {"num": "3", "den": "2"}}, "E-RANGE", "answers/part/value"),
        ({"part": {"num": "x", "den": "2"}}, "E-DECIMAL", "answers/part/value/num"),
        ({"part": {"num": "1", "den": "-2"}}, "E-RANGE", "answers/part/value"),
        ({"double": "4"}, "E-UNKNOWN-FIELD", "answers/double/value"),
        ({"mot": "trop long"}, "E-LIMIT", "answers/mot/value"),
        ({"mot": "a\u0007"}, "E-TEXT-CONTROL", "answers/mot/value"),
        ({"jour": "2026-02-30"}, "E-FORMAT", "answers/jour/value"),
        ({"choix": "un"}, "E-FORMAT", "answers/choix/value"),
        ({"choix": ["trois"]}, "E-REF", "answers/choix/value/trois"),
        ({"choix": ["un", "aucune"]}, "E-OPTION-EXCLUSIVE", "answers/choix/value"),
        ({"choix": ["un", "un"]}, "E-ID-DUPLICATE", "answers/choix/value"),
    ],
)
def test_an_impossible_answer_is_refused_by_name_and_place(
    given: Tree, code: str, place: str
) -> None:
    assert _found(given) == [(code, place)]


def test_every_problem_is_reported_at_once() -> None:
    given = {"niveau": "n9", "effectif": "-1", "inconnue": "x"}
    assert len(_found(given, {"structure_type": ["sci"], "taille": ["grand"]})) == 5


def test_answers_for_another_version_are_refused() -> None:
    other = {"id": "essai", "version": "9.0.0"}
    assert _found({}, questionnaire=other) == [("E-VERSION", "questionnaire/version")]
    assert _found({}, format="cap-answers/2") == [("E-FORMAT", "format")]


def test_what_is_accepted_is_kept_exactly() -> None:
    given: Tree = {
        "effectif": 12,
        "part": {"num": "1", "den": "0"},
        "mot": "é\u0301",
        "jour": "2026-02-28",
        "choix": [],
        "niveau": {"na": True, "reason": "Pas de chantier", "comment": "  "},
    }
    reading = read_answers(raw(answers(OF, given)), questionnaire(OF))
    assert reading.problems == ()
    assert reading.sheet is not None
    sheet = reading.sheet
    assert sheet.of("effectif").value == 12
    assert sheet.of("choix").value is None
    assert str(sheet.of("jour").value) == "2026-02-28"
    assert sheet.of("niveau").reason == "Pas de chantier"
    assert sheet.of("rgpd").value is None
