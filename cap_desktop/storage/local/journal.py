"""The journal: what was done to the data, for a person who asks later."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from cap_desktop.storage.local import tables


class Journal:
    """Lines are added, never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, at: str, what: str, about: str) -> None:
        """Write one line."""
        self._connection.execute(insert(tables.journal).values(at=at, what=what, about=about))

    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """When, what, about what; oldest first."""
        table = tables.journal
        rows = self._connection.execute(select(table).order_by(table.c.number))
        return tuple((row.at, row.what, row.about) for row in rows)
