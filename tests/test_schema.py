"""The published JSON Schema is that of the models, and says yes and no as the reader does."""

import json
from pathlib import Path

import jsonschema
import pytest

from cap_desktop.domain.questionnaire.canonical import canonical_bytes, schema_bytes
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from tests.builders import maturity, questionnaire, theme, tree
from tests.cases import Tree, applied, invalid_cases

STORED = Path(__file__).resolve().parents[1] / "resources" / "schemas" / "cap-questionnaire-1.json"


def _validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(STORED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _canonical(made: Questionnaire) -> Tree:
    tree: Tree = json.loads(canonical_bytes(made))
    return tree


def test_the_stored_schema_is_current() -> None:
    assert STORED.read_bytes() == schema_bytes()


def test_the_schema_accepts_the_canonical_form() -> None:
    base = questionnaire(invalid_cases()["base"])
    assert list(_validator().iter_errors(_canonical(base))) == []
    small = questionnaire(tree(theme("t", maturity("q", weight="1.5"))))
    assert list(_validator().iter_errors(_canonical(small))) == []


@pytest.mark.parametrize("code", ["E-UNKNOWN-FIELD", "E-MISSING", "E-ENUM", "E-DECIMAL"])
def test_the_schema_refuses_what_has_another_shape(code: str) -> None:
    cases = invalid_cases()
    base = _canonical(questionnaire(cases["base"]))
    chosen = [case for case in cases["cases"] if case["code"] == code]
    assert chosen
    for case in chosen:
        assert not _validator().is_valid(applied(base, case["ops"]))


def test_a_number_in_place_of_a_decimal_text_is_not_canonical() -> None:
    made = _canonical(questionnaire(tree(theme("t", maturity("q", weight=2)))))
    made["parts"][0]["axes"][0]["themes"][0]["questions"][0]["weight"] = 2
    assert not _validator().is_valid(made)
