"""What a JSON reader would let pass in silence."""

import pytest

from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from tests.builders import maturity, raw, theme, tree


def _codes(data: bytes) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in read_questionnaire(data).problems]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe{\x00}\x00",
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"null",
        b"{'a': 1}",
        b'{"a": 1,}',
    ],
)
def test_what_is_not_json_is_one_problem(data: bytes) -> None:
    assert _codes(data) == [("E-JSON", "")]


@pytest.mark.parametrize("data", [b"{}", b"[]", b"3", b'"texte"', b'{"format": "cap-answers/1"}'])
def test_another_format_is_named(data: bytes) -> None:
    assert read_questionnaire(data).questionnaire is None
    codes = {code for code, _place in _codes(data)}
    assert codes <= {"E-FORMAT", "E-MISSING"}
    assert codes


def test_a_key_written_twice_is_found_at_its_place() -> None:
    data = raw(tree(theme("t", maturity("q"))))
    twice = data.replace(b'"weight": "1"', b"").replace(
        b'"kind": "maturity"', b'"kind": "maturity", "kind": "yesno"'
    )
    place = "parts/partie/axes/axe/themes/t/questions/q/kind"
    assert ("E-JSON", place) in _codes(twice)


def test_too_deep_a_value_is_refused() -> None:
    value = tree(theme("t", maturity("q")))
    deep: object = "x"
    for _ in range(40):
        deep = [deep]
    value["description"] = deep
    assert {code for code, _place in _codes(raw(value))} >= {"E-JSON"}


def test_notes_of_the_author_are_set_aside_and_listed() -> None:
    value = tree(theme("t", maturity("q", _note="à revoir")))
    reading = read_questionnaire(raw(value))
    assert reading.problems == ()
    assert reading.notes == ("parts/partie/axes/axe/themes/t/questions/q/_note",)


@pytest.mark.parametrize(
    ("test", "code", "place"),
    [
        ({"profile": "structure_type", "op": "in", "value": "ai"}, "E-FORMAT", "/value"),
        ({"profile": "structure_type", "op": "lt", "value": ["ai"]}, "E-COND-OP", "/op"),
        ({"profile": 3, "op": "in", "value": ["ai"]}, "E-FORMAT", "/profile"),
        ({"q": "q_a", "op": "is", "value": ["n1"]}, "E-COND-OP", "/op"),
        ({"q": ["q_a"], "op": "in", "value": ["n1"]}, "E-FORMAT", "/q"),
        ({"q": "q_a", "op": "in", "value": {"a": 1}}, "E-COND-VALUE", "/value"),
        ({"op": "in", "value": ["n1"]}, "E-MISSING", ""),
        (
            {"q": "q_a", "profile": "structure_type", "op": "in", "value": ["ai"]},
            "E-UNKNOWN-FIELD",
            "/q",
        ),
    ],
)
def test_a_malformed_test_is_named_at_its_place(test: object, code: str, place: str) -> None:
    condition = {"id": "c", "label": "Si", "any": [{"all": [test]}]}
    asked = theme("t", maturity("q_a"), maturity("q_b", show_if="c"))
    value = tree(asked, conditions=[condition])
    assert _codes(raw(value)) == [(code, f"conditions/c/any[0]/all[0]{place}")]
