"""The assessment that was open last, read by the standard library alone, as `start` reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.scoring.standing import Standing
from cap_desktop.storage.local.contents import content_matches
from cap_desktop.storage.local.digests import KINDS, row_digest
from cap_desktop.storage.local.rows import IdentityRow
from cap_desktop.storage.local.start import looked, standing_of

OF_YEAR = "assessment_id = ?"
PROFILE = "structure_id = ? AND year <= ? ORDER BY year DESC, field, option"


class StartRows(NamedTuple):
    """The assessment that was open last, and the rows about it as SQLite gives them."""

    standing: Standing
    assessment: Assessment
    content: bytes
    identity: IdentityRow
    profile: tuple[tuple[int, str, str], ...]
    answers: tuple[tuple[str, str, int, str, str], ...]
    evidence: tuple[tuple[str, str, str, int], ...]
    unfinished: tuple[tuple[str, str, str], ...]


def start_rows(path: Path) -> StartRows | None:
    """All that an open assessment is made of; None where there is nothing sure to show."""
    return looked(path, _rows)


def _rows(file: sqlite3.Connection) -> StartRows | None:
    file.execute("BEGIN")
    standing = standing_of(file)
    if standing is None:
        return None
    try:
        return _whole_rows(file, standing)
    except LookupError:
        return None


def _whole_rows(file: sqlite3.Connection, standing: Standing) -> StartRows:
    """Every row as it was written; raises ``LookupError`` where one misses or is damaged."""
    year = (standing.assessment,)
    assessment = _read(file, "assessment", "id = ?", year)[0]
    (_id, results) = _read(file, "results", "id = ?", year)[0]
    found = Assessment(*(*assessment, results))
    structure = _read(file, "structure", "id = ?", (found.structure,))[0]
    profile = _read(file, "profile", PROFILE, (found.structure, found.year))
    evidence = _read(file, "evidence", f"{OF_YEAR} ORDER BY question, added_at, name", year)
    return StartRows(
        standing,
        found,
        _content(file, found.questionnaire),
        structure[3:9],
        tuple(row[1:] for row in profile),
        tuple(row[1:] for row in _read(file, "answer", OF_YEAR, year)),
        tuple(row[1:5] for row in evidence),
        tuple(row[1:] for row in _read(file, "unfinished", OF_YEAR, year)),
    )


def _read(
    file: sqlite3.Connection, kind: str, where: str, values: tuple[object, ...]
) -> list[tuple[Any, ...]]:
    """Rows of a kind by the columns that their digest is taken of."""
    rows = KINDS[kind]
    columns = ", ".join(f'"{name}"' for name in rows.columns)
    found = file.execute(
        f"SELECT {rows.column}, {columns} FROM {rows.table} WHERE {where}", values
    ).fetchall()
    if any(row_digest(kind, *row[1:]) != row[0] for row in found):
        raise LookupError(kind)
    return [row[1:] for row in found]


def _content(file: sqlite3.Connection, reference: str) -> bytes:
    (content,) = file.execute(
        "SELECT content FROM questionnaires WHERE reference = ?", (reference,)
    ).fetchone() or (b"",)
    if not content_matches(reference, content):
        raise LookupError(reference)
    return bytes(content)
