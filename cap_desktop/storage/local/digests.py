"""The digest of a row: what tells that a row is what was written, and where it was written.

By the standard library alone: a start looks at it too. SQLite calls the same function by the
name of `FUNCTION` where a row is changed in part, or many at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from json.encoder import encode_basestring_ascii as _quoted
from typing import NamedTuple

from cap_desktop.domain.digest import hex_digest

FUNCTION = "row_digest"
LENGTH = 32
"""As many hexadecimal signs as leave nothing to chance; no forger is meant."""


class DamagedRowError(Exception):
    """What is read is not what was written; a transaction tells it as a damaged database."""


class DigestedRows(NamedTuple):
    """Rows of one kind: the columns that their digest is taken of, and those that name a row."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    column: str = "digest"
    """Where the digest stands."""


KINDS: Mapping[str, DigestedRows] = {
    "structure": DigestedRows(
        "structures",
        (
            *("id", "name", "created_at", "siret", "region", "department"),
            *("agreement", "agreement_from", "agreement_until", "archived_at"),
        ),
        ("id",),
    ),
    "assessment": DigestedRows(
        "assessments",
        (
            *("id", "structure_id", "year", "questionnaire", "state", "created_at"),
            *("sealed_at", "engine"),
        ),
        ("id",),
    ),
    "results": DigestedRows("assessments", ("id", "results"), ("id",), "results_digest"),
    "profile": DigestedRows(
        "profiles",
        ("structure_id", "year", "field", "option"),
        ("structure_id", "year", "field", "option"),
    ),
    "answer": DigestedRows(
        "answers",
        ("assessment_id", "question", "record", "discuss", "updated_at", "updated_by"),
        ("assessment_id", "question"),
    ),
    "history": DigestedRows(
        "history", ("assessment_id", "question", "at", "by", "before", "after"), ("number",)
    ),
    "evidence": DigestedRows(
        "evidence",
        ("assessment_id", "question", "name", "sha256", "size", "added_at"),
        ("assessment_id", "question", "name"),
    ),
    "unfinished": DigestedRows(
        "unfinished",
        ("assessment_id", "question", "part", "typed"),
        ("assessment_id", "question", "part"),
    ),
    "action": DigestedRows(
        "actions",
        ("structure_id", "year", "id", "rank", "record", "removed"),
        ("structure_id", "year", "id"),
    ),
    "action history": DigestedRows(
        "action_history",
        ("structure_id", "year", "action", "at", "by", "before", "after"),
        ("number",),
    ),
    "hidden idea": DigestedRows(
        "hidden_ideas",
        ("structure_id", "year", "suggestion"),
        ("structure_id", "year", "suggestion"),
    ),
    "standing": DigestedRows("standing", ("assessment_id", "text"), ("assessment_id",)),
}
"""Every row that carries a digest, parents before what hangs on them."""


def row_digest(kind: str, *values: object) -> str:
    """The digest of a row from its kind and its columns, in the order of `KINDS`.

    It holds what the row says and what it is about: a row that moved elsewhere does not match.
    """
    # A text alone begins with a quotation mark, and none ends inside itself. Every answer of a
    # year is looked at when it opens: the encoder of JSON takes three times longer.
    cells = [_quoted(value) if isinstance(value, str) else repr(value) for value in values]
    return hex_digest(f"{kind}:{','.join(cells)}")[:LENGTH]
