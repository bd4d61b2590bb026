"""Evidence: which files were given for which question; the copies lie in a folder beside."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digested import checked, digested


class KeptEvidence:
    """Rows to evidence files and back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, assessment: str) -> tuple[EvidenceFile, ...]:
        """The evidence of an assessment, by question, then in the order it was added."""
        table = tables.evidence
        rows = self._connection.execute(
            select(table)
            .where(table.c.assessment_id == assessment)
            .order_by(table.c.question, table.c.added_at, table.c.name)
        )
        found = (checked("evidence", row) for row in rows)
        return tuple(EvidenceFile(row.question, row.name, row.sha256, row.size) for row in found)

    def add(self, assessment: str, file: EvidenceFile, at: str) -> None:
        """Keep the name of a copied file; the same name for the same question is replaced."""
        key = {"assessment_id": assessment, "question": file.question, "name": file.name}
        row = digested("evidence", **key, sha256=file.sha256, size=file.size, added_at=at)
        values = {name: value for name, value in row.items() if name not in key}
        self._connection.execute(
            insert(tables.evidence)
            .values(row)
            .on_conflict_do_update(index_elements=[*key], set_=values)
        )

    def remove(self, assessment: str, question: str, name: str) -> None:
        """Forget a file; its copy stays for the history."""
        table = tables.evidence
        self._connection.execute(
            delete(table).where(
                table.c.assessment_id == assessment,
                table.c.question == question,
                table.c.name == name,
            )
        )
