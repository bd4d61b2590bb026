"""What is typed and is no answer yet, kept beside the answers."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, insert, select

from cap_desktop.domain.answers.assessment import Typed, Unfinished
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digested import digested
from cap_desktop.storage.local.rows import unfinished_of


class KeptUnfinished:
    """Rows to typed texts and back; no history: nothing was said yet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, assessment: str) -> Unfinished:
        """What is unfinished in an assessment."""
        table = tables.unfinished
        rows = self._connection.execute(
            select(table.c.question, table.c.part, table.c.typed).where(
                table.c.assessment_id == assessment
            )
        )
        return unfinished_of((row.question, row.part, row.typed) for row in rows)

    def put(self, assessment: str, question: str, part: str, typed: Typed) -> None:
        """Keep what is typed in the place of what was; nothing typed keeps nothing."""
        table = tables.unfinished
        self._connection.execute(
            delete(table).where(
                table.c.assessment_id == assessment,
                table.c.question == question,
                table.c.part == part,
            )
        )
        if typed:
            # In ASCII: what was pasted may hold half a character, which SQLite would refuse.
            self._connection.execute(
                insert(table).values(
                    digested(
                        "unfinished",
                        assessment_id=assessment,
                        question=question,
                        part=part,
                        typed=json.dumps(typed),
                    )
                )
            )
