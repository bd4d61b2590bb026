"""The assessment that was open last, read by the standard library alone, as `start` reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.scoring.standing import Standing
from cap_desktop.storage.local.rows import IdentityRow
from cap_desktop.storage.local.start import looked, standing_of

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


def start_rows(path: Path) -> StartRows | None:
    """All that an open assessment is made of; None where there is nothing sure to show."""
    return looked(path, _rows)


def _rows(file: sqlite3.Connection) -> StartRows | None:
    file.execute("BEGIN")
    standing = standing_of(file)
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
