"""The canonical bytes of a questionnaire, and the digests taken from it (format.md §2.1, §2.4)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire

SCHEMA_ID = "https://coorace.org/cap/schemas/cap-questionnaire-1.json"
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXTS = frozenset(
    [
        "title",
        "short_title",
        "description",
        "help",
        "why",
        "examples",
        "label",
        "note",
        "hint",
        "i18n",
        "crosswalk",
        "tags",
        "unit",
        "numerator_label",
        "denominator_label",
        "references",
        "audience",
        "about",
        "required",
        "unknown_allowed",
        "max_length",
        "own_target",
        "resources",
        "actions",
        "text",
        "color",
        "sense",
        "small_below",
    ]
)
"""Question and suggestion fields that change no state, no score and no suggestion raised."""


def canonical_bytes(questionnaire: Questionnaire) -> bytes:
    """UTF-8, LF, two spaces, model order, defaults omitted, one final line break."""
    return (json.dumps(as_tree(questionnaire), ensure_ascii=False, indent=2) + "\n").encode()


def as_tree(record: Record) -> dict[str, Any]:
    """A record as the JSON objects of its canonical form."""
    tree: dict[str, Any] = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return tree


def content_digest(questionnaire: Questionnaire) -> str:
    """Digest of the canonical bytes."""
    return digest_of(canonical_bytes(questionnaire))


def digest_of(data: bytes) -> str:
    """``sha256:`` and the hexadecimal digest of the bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def full_reference(questionnaire: Questionnaire) -> str:
    """``id@version#digest``: names these very bytes."""
    return f"{questionnaire.id}@{questionnaire.version}#{content_digest(questionnaire)}"


def scoring_digest(questionnaire: Questionnaire) -> str:
    """Digest of what decides states, scores and suggestions raised, texts left out (§2.4)."""
    projection = scoring_projection(questionnaire)
    return digest_of(json.dumps(projection, sort_keys=True, separators=(",", ":")).encode())


def scoring_projection(questionnaire: Questionnaire) -> dict[str, Any]:
    """What the scoring digest is taken of: two versions with the same one score alike."""
    tree = as_tree(questionnaire)
    return {
        "profile": [
            [field["id"], sorted(option["id"] for option in field["options"])]
            for field in tree["profile_fields"]
        ],
        "settings": _without_texts(tree["settings"]),
        "conditions": {
            condition["id"]: condition["any"] for condition in tree.get("conditions", [])
        },
        "parts": [_node(part) for part in tree["parts"]],
        "checks": [
            {key: item for key, item in check.items() if key not in ("message", "i18n")}
            for check in tree.get("checks", [])
        ],
        "suggestions": [_without_texts(item) for item in tree.get("suggestions", [])],
    }


def _node(node: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = _without_texts(node)
    for name in ("axes", "themes"):
        if name in node:
            kept[name] = [_node(child) for child in node[name]]
    if "questions" in node:
        kept["questions"] = [_question(question) for question in node["questions"]]
    return kept


def _question(question: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = _without_texts(question)
    # The unit decides the factor of a quotient, so the factor it implies is kept in its place.
    kept["percent"] = question.get("unit") == "%"
    return kept


def _without_texts(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, dict):
        return {key: _without_texts(item) for key, item in value.items() if key not in _TEXTS}
    if isinstance(value, list):
        return [_without_texts(item) for item in value]
    return value


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the canonical form, as published beside the questionnaires."""
    schema: dict[str, Any] = Questionnaire.model_json_schema(mode="validation", by_alias=True)
    return {"$schema": SCHEMA_DIALECT, "$id": SCHEMA_ID, **schema}


def schema_bytes() -> bytes:
    """The published schema, byte for byte."""
    return (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode()
