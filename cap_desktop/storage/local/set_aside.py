"""Rows that did not match their digest: what they said, and whether their place is still empty."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, insert, select, text, update

from cap_desktop.storage.local import tables
from cap_desktop.storage.local.damage import Content, bindable, content_of
from cap_desktop.storage.local.digested import digested
from cap_desktop.storage.local.digests import KINDS

CHANGED = ("results", "structure")
"""Kinds that are a part of a row, or a row that others hang on: it stayed in its place."""


class AsideRow(NamedTuple):
    """A row that was set aside, as it was found; ``state`` is `mended` or `empty`."""

    number: int
    kind: str
    content: Content
    state: str


class KeptAside:
    """What was set aside is never deleted: it is only told no more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def told(self) -> tuple[AsideRow, ...]:
        """What is still to be told, the first met first; a place that was filled since is not."""
        table = tables.set_aside
        rows = self._connection.execute(
            select(table).where(table.c.state.in_(("mended", "empty"))).order_by(table.c.number)
        )
        found = [AsideRow(r.number, r.kind, content_of(r.content), r.state) for r in rows]
        return tuple(row for row in found if row.state == "mended" or not self._is_filled(row))

    def settle(self, number: int) -> None:
        """Tell of it no more."""
        table = tables.set_aside
        self._connection.execute(
            update(table).where(table.c.number == number).values(state="settled")
        )

    def put_back(self, kind: str, content: Content) -> None:
        """Keep a row of a copy in the empty place; what was counted without it is forgotten."""
        table = tables.metadata.tables[KINDS[kind].table]
        values = digested(kind, **content)
        if kind in CHANGED:
            self._connection.execute(
                update(table).where(table.c.id == content["id"]).values(values)
            )
        else:
            self._connection.execute(insert(table).values(values))
        self._connection.execute(update(tables.standing).values(digested("standing", text="")))

    def _is_filled(self, row: AsideRow) -> bool:
        rows = KINDS[row.kind]
        if row.kind == "structure":
            return False
        if row.kind == "results":
            named = "id = :id AND (results IS NOT NULL OR state <> 'sealed')"
        elif all(name in row.content for name in rows.key):
            named = " AND ".join(f'"{name}" = :{name}' for name in rows.key)
        else:
            return False
        found = self._connection.execute(
            text(f"SELECT 1 FROM {rows.table} WHERE {named}"),
            {name: bindable(row.content[name]) for name in rows.key},
        )
        return found.first() is not None
