"""Conditions: an OR of ANDs of tests, named once and used by many nodes (format.md §2.6)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, PlainSerializer, PlainValidator, Tag, WithJsonSchema

from cap_desktop.domain.exact import format_decimal, parse_decimal
from cap_desktop.domain.questionnaire.fields import (
    Identifier,
    Record,
    Reference,
    TextValue,
    clean_text,
    refuse,
)

SUBJECTS = ("profile", "q", "score", "band")
"""What a test may look at; the subject's field name is also the tag of its model."""

Comparator = Literal["lt", "lte", "gt", "gte"]


def _one_or_many(value: object) -> str | tuple[str, ...]:
    if isinstance(value, str):
        # No id starts with a digit: what reads as a decimal is one, and has one writing.
        number = parse_decimal(value)
        return clean_text(value) if number is None else format_decimal(number)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        if not all(isinstance(item, str) for item in value):
            raise refuse("E-COND-VALUE", "text")
        return tuple(clean_text(item) for item in value)
    raise refuse("E-COND-VALUE", "text")


def _written(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)


TestValue = Annotated[
    str | tuple[str, ...],
    PlainValidator(_one_or_many),
    PlainSerializer(_written),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""An id or a decimal for a comparison, a list of ids for the others."""


class ProfileTest(Record):
    """True when the values of a profile field meet the list."""

    profile: Reference
    op: Literal["in"]
    value: tuple[TextValue, ...]
    negate: bool = False


class QuestionTest(Record):
    """A test on the answer to an earlier question; which operators fit depends on its kind."""

    q: Reference
    op: Literal["in", "includes_any", "includes_all", "lt", "lte", "gt", "gte", "answered", "is_na"]
    value: TestValue | None = None
    negate: bool = False


class ScoreTest(Record):
    """A test on a published score; only in the trigger of a suggestion."""

    score: Reference
    op: Comparator
    value: TestValue
    negate: bool = False


class BandTest(Record):
    """A test on the band of a node; only in the trigger of a suggestion."""

    band: Reference
    op: Literal["in"]
    value: tuple[TextValue, ...]
    negate: bool = False


def _subject(value: object) -> str | None:
    if isinstance(value, dict):
        return next((name for name in SUBJECTS if name in value), None)
    return next((name for name in SUBJECTS if hasattr(value, name)), None)


Test = Annotated[
    Annotated[ProfileTest, Tag("profile")]
    | Annotated[QuestionTest, Tag("q")]
    | Annotated[ScoreTest, Tag("score")]
    | Annotated[BandTest, Tag("band")],
    Discriminator(_subject),
]


class TestGroup(Record):
    """Tests that must all hold."""

    all: tuple[Test, ...]


class Trigger(Record):
    """A condition written where it is used: true when any of its groups holds."""

    any: tuple[TestGroup, ...]


class Condition(Record):
    """A named condition, used by ``show_if``."""

    id: Identifier
    label: TextValue
    any: tuple[TestGroup, ...]
