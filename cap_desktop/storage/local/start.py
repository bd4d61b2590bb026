"""What a start shows, by the standard library alone, before SQLAlchemy is imported.

Nothing is refused and nothing is mended here: where anything is not as it should be, there is
nothing to show yet, and opening the database says why a moment later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cap_desktop.domain.scoring.standing import OtherStructure, Standing, read_standing
from cap_desktop.storage.file.connect import connect, has_journal
from cap_desktop.storage.file.database_file import APPLICATION_ID, SCHEMA
from cap_desktop.storage.local.other_structures import OTHERS

if TYPE_CHECKING:
    from cap_desktop.domain.answers.assessment import Assessment
    from cap_desktop.storage.local.rows import IdentityRow

Found = TypeVar("Found")

PATIENCE = 0.1
"""Seconds for a lock of another program: the window waits, and this is only a first look."""

# The columns of an assessment are in the order of the fields of its value.
ASSESSMENT = """
SELECT a.id, a.structure_id, a.year, a.questionnaire, a.state, a.created_at, a.sealed_at,
       a.engine, a.results, q.content
FROM assessments a JOIN questionnaires q ON q.reference = a.questionnaire WHERE a.id = ?
"""
IDENTITY = """
SELECT siret, region, department, agreement, agreement_from, agreement_until FROM structures
WHERE id = ?
"""
PROFILE = """
SELECT year, field, option FROM profiles WHERE structure_id = ? AND year <= ?
ORDER BY year DESC, field, option
"""
ANSWERS = """
SELECT question, record, discuss, updated_at, updated_by FROM answers WHERE assessment_id = ?
"""
UNFINISHED = """
SELECT question, part, typed FROM unfinished WHERE assessment_id = ?
"""
EVIDENCE = """
SELECT question, name, sha256, size FROM evidence WHERE assessment_id = ?
ORDER BY question, added_at, name
"""


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


def first_look(path: Path) -> Standing | None:
    """The standing that was kept for this start; None where there is nothing sure to show."""
    return _looked(path, _standing)


def start_rows(path: Path) -> StartRows | None:
    """All that an open assessment is made of; None where there is nothing sure to show."""
    return _looked(path, _rows)


def _looked(path: Path, read: Callable[[sqlite3.Connection], Found | None]) -> Found | None:
    try:
        if not path.is_file() or has_journal(path):
            return None
        with closing(connect(path, "rest", timeout=PATIENCE)) as file:
            (application,) = file.execute("PRAGMA application_id").fetchone()
            (schema,) = file.execute("PRAGMA user_version").fetchone()
            is_ours = application == APPLICATION_ID and schema == SCHEMA
            return read(file) if is_ours else None
    except (sqlite3.Error, OSError):
        return None


def _standing(file: sqlite3.Connection) -> Standing | None:
    row = file.execute("SELECT text FROM standing").fetchone()
    standing = None if row is None else read_standing(row[0])
    if standing is None or standing.assessment != standing.years[0].assessment:
        # A former version kept the year that was looked at last: it begins on the newest.
        return None
    others = file.execute(OTHERS, {"structure": standing.structure})
    found = tuple(OtherStructure(name, newest, bool(old)) for name, newest, old in others)
    return standing._replace(others=found)


def _rows(file: sqlite3.Connection) -> StartRows | None:
    from cap_desktop.domain.answers.assessment import Assessment

    file.execute("BEGIN")
    standing = _standing(file)
    if standing is None:
        return None
    *assessment, content = file.execute(ASSESSMENT, (standing.assessment,)).fetchone()
    found = Assessment(*assessment)
    return StartRows(
        standing,
        found,
        content,
        file.execute(IDENTITY, (found.structure,)).fetchone(),
        tuple(file.execute(PROFILE, (found.structure, found.year))),
        tuple(file.execute(ANSWERS, (standing.assessment,))),
        tuple(file.execute(EVIDENCE, (standing.assessment,))),
        tuple(file.execute(UNFINISHED, (standing.assessment,))),
    )
