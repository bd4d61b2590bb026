"""Structures: what they are known by, put away and brought back; each call is one transaction."""

from __future__ import annotations

from cap_desktop.domain.answers.identity import Identity
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.kept_texts import require_identity
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.services.local.opened_years import OpenedYears
from cap_desktop.storage.local.database import Database


class Structures:
    """The use cases of the structures of one database; a structure is named by its assessments."""

    def __init__(self, database: Database, years: OpenedYears, clock: Clock) -> None:
        self._database, self._opened_years, self._clock = database, years, clock

    def change_identity(self, assessment: str, identity: Identity) -> OpenAssessment:
        """Replace what the structure is known by, for all its years, closed ones too.

        Raises ``AnswerRejected``.
        """
        require_identity(identity)
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            tx.structures.set_identity(found.structure, identity)
            return self._opened_years.kept(tx, found)

    def archive(self, assessment: str, instead: str) -> OpenAssessment:
        """Put the structure of an assessment away, with all its data; open another one."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            tx.structures.archive(found.structure, self._now())
            tx.journal.add(self._now(), "structure archived", found.structure)
            return self._opened_years.kept(tx, tx.assessments.get(instead))

    def bring_back(self, assessment: str) -> OpenAssessment:
        """Open a structure that was put away, as it was."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            tx.structures.archive(found.structure, None)
            tx.journal.add(self._now(), "structure brought back", found.structure)
            return self._opened_years.kept(tx, found)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")
