import json

from cap_desktop.domain.questionnaire.canonical import (
    canonical_bytes,
    content_digest,
    scoring_digest,
)
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from tests.builders import Tree, maturity, number, questionnaire, raw, theme, tree


def _of(**fields: object) -> Tree:
    return tree(theme("t", maturity("q", **fields), number("effectif")))


def test_defaults_are_left_out_and_decimals_are_written_once() -> None:
    spelled = _of(weight=2, required=True, importance=2, na={"allowed": False}, audience=[])
    written = json.loads(canonical_bytes(questionnaire(spelled)))
    question = written["parts"][0]["axes"][0]["themes"][0]["questions"][0]
    assert question.keys() == {"id", "kind", "title", "weight", "levels"}
    assert question["weight"] == "2"
    for text in ("2", "2.0", "2.000000"):
        assert canonical_bytes(questionnaire(_of(weight=text))) == canonical_bytes(
            questionnaire(spelled)
        )


def test_canonical_bytes_are_utf8_lines_with_a_final_break_and_composed_letters() -> None:
    data = canonical_bytes(questionnaire(_of(help="e\u0301crit\r\nici")))
    assert data.endswith(b"}\n")
    assert b"\r" not in data
    assert "écrit\\nici".encode() in data


def test_the_scoring_digest_ignores_texts_and_sees_rules() -> None:
    plain = scoring_digest(questionnaire(_of()))
    same: list[Tree] = [
        {"help": "Autre"},
        {"why": "Parce que"},
        {"tags": ["express"]},
        {"required": False},
    ]
    other: list[Tree] = [
        {"weight": "2"},
        {"target": "75"},
        {"importance": 3},
        {"na": {"allowed": True}},
    ]
    assert {scoring_digest(questionnaire(_of(**fields))) for fields in same} == {plain}
    digests = {scoring_digest(questionnaire(_of(**fields))) for fields in other}
    assert len(digests | {plain}) == len(other) + 1


def test_the_content_digest_is_that_of_the_file() -> None:
    import hashlib

    made = questionnaire(_of())
    data = canonical_bytes(made)
    assert content_digest(made) == "sha256:" + hashlib.sha256(data).hexdigest()
    assert read_questionnaire(data).questionnaire == made
    assert read_questionnaire(raw(_of())).questionnaire == made
