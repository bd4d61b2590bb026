"""The standing kept for the next start: which assessment opens, and what its first page says."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from cap_desktop.domain.scoring.standing import Standing, read_standing, standing_text
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digested import digested


class KeptStanding:
    """One row, replaced in the transaction of every change, so that it is never older."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, standing: Standing) -> None:
        """Show this standing at the next start."""
        self._connection.execute(delete(tables.standing))
        self._connection.execute(
            insert(tables.standing).values(
                digested(
                    "standing", assessment_id=standing.assessment, text=standing_text(standing)
                )
            )
        )

    def kept(self) -> Standing | None:
        """The standing that was kept; None before the first one, or after another version's."""
        row = self._connection.execute(select(tables.standing.c.text)).one_or_none()
        return None if row is None else read_standing(row.text)

    def assessment(self) -> str | None:
        """The assessment that was open last, None before the first one."""
        row = self._connection.execute(select(tables.standing.c.assessment_id)).one_or_none()
        return None if row is None else str(row.assessment_id)
