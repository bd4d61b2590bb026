"""Assessments: one row a structure and a year."""

from __future__ import annotations

from sqlalchemy import Connection, Row, delete, insert, select, update

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.errors import NoLongerThere
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digested import digested


class KeptAssessments:
    """Rows to assessments and back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, structure: str) -> tuple[Assessment, ...]:
        """The assessments of a structure, newest year first."""
        table = tables.assessments
        rows = self._connection.execute(
            select(table).where(table.c.structure_id == structure).order_by(table.c.year.desc())
        )
        return tuple(_assessment(row) for row in rows)

    def get(self, assessment: str) -> Assessment:
        """One assessment; raises ``NoLongerThere`` where it is not there."""
        table = tables.assessments
        row = self._connection.execute(select(table).where(table.c.id == assessment)).one_or_none()
        if row is None:
            raise NoLongerThere("year")
        return _assessment(row)

    def add(self, assessment: Assessment) -> None:
        """Keep a new draft."""
        self._connection.execute(
            insert(tables.assessments).values(
                digested(
                    "assessment",
                    id=assessment.id,
                    structure_id=assessment.structure,
                    year=assessment.year,
                    questionnaire=assessment.questionnaire,
                    state=assessment.state,
                    created_at=assessment.created_at,
                    sealed_at=None,
                    engine=None,
                )
                | digested("results", id=assessment.id, results=None)
            )
        )

    def remove(self, assessment: Assessment) -> None:
        """Take an assessment away, with all that hangs on it."""
        table = tables.assessments
        self._connection.execute(delete(table).where(table.c.id == assessment.id))

    def set_state(self, assessment: Assessment) -> None:
        """Keep the state of an assessment, with what was frozen when it was sealed."""
        table = tables.assessments
        self._connection.execute(
            update(table)
            .where(table.c.id == assessment.id)
            .values(
                digested(
                    "assessment",
                    state=assessment.state,
                    sealed_at=assessment.sealed_at,
                    engine=assessment.engine,
                )
                | digested("results", id=assessment.id, results=assessment.results)
            )
        )


def _assessment(row: Row[tuple[object, ...]]) -> Assessment:
    return Assessment(
        id=row.id,
        structure=row.structure_id,
        year=row.year,
        questionnaire=row.questionnaire,
        state=row.state,
        created_at=row.created_at,
        sealed_at=row.sealed_at,
        engine=row.engine,
        results=row.results,
    )
