"""Installed questionnaires: their exact bytes, under `id@version#digest`."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from cap_desktop.storage.local import tables
from cap_desktop.storage.local.contents import content_matches
from cap_desktop.storage.local.digests import DamagedRowError


class KeptQuestionnaires:
    """Rows to bytes and back; a version once kept is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def references(self) -> tuple[str, ...]:
        """What is installed, in the order of installing."""
        table = tables.questionnaires
        rows = self._connection.execute(
            select(table.c.reference).order_by(table.c.installed_at, table.c.reference)
        )
        return tuple(row.reference for row in rows)

    def content(self, reference: str) -> bytes:
        """The bytes of a version; raises ``KeyError`` where it is not installed.

        Raises ``DamagedRowError`` where they are not those that the reference names.
        """
        table = tables.questionnaires
        row = self._connection.execute(
            select(table.c.content).where(table.c.reference == reference)
        ).one_or_none()
        if row is None:
            raise KeyError(reference)
        if not content_matches(reference, row.content):
            raise DamagedRowError(reference)
        return bytes(row.content)

    def add(self, reference: str, content: bytes, origin: str, at: str) -> None:
        """Install a version under its full reference."""
        name, _at, rest = reference.partition("@")
        version, _hash, _digest = rest.partition("#")
        self._connection.execute(
            insert(tables.questionnaires).values(
                reference=reference,
                id=name,
                version=version,
                content=content,
                origin=origin,
                installed_at=at,
            )
        )
