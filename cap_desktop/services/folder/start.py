"""The assessment that was open last, as a start shows it before the database is opened."""

from __future__ import annotations

from pathlib import Path

from cap_desktop.domain.answers.assessment import (
    EvidenceFile,
    KeptAnswer,
    KnownStructure,
    sheet_of,
)
from cap_desktop.domain.questionnaire.installed import read_installed
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.services.local.year_results import results_of
from cap_desktop.storage.local.rows import answer_of, identity_of, profile_of, unfinished_of
from cap_desktop.storage.local.start_rows import start_rows


def open_at_start(path: Path) -> OpenAssessment | None:
    """The same value that ``Assessments.open`` gives; None where there is nothing sure to show."""
    rows = start_rows(path)
    if rows is None:
        return None
    questionnaire = read_installed(rows.content)
    profile = profile_of(rows.profile)
    kept = {
        question: KeptAnswer(
            question, answer_of(record, question, questionnaire), bool(discuss), at, by
        )
        for question, record, discuss, at, by in rows.answers
    }
    results = results_of(rows.assessment, questionnaire, sheet_of(profile, kept))
    return OpenAssessment(
        KnownStructure(rows.standing.structure, rows.standing.name, identity_of(rows.identity)),
        rows.assessment,
        questionnaire,
        profile,
        kept,
        tuple(EvidenceFile(*row) for row in rows.evidence),
        unfinished_of(rows.unfinished),
        results.shown,
        rows.standing,
        results.recount,
    )
