"""Structures and their profiles, year by year."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, literal_column, select, text, update

from cap_desktop.domain.answers.assessment import KnownStructure
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.scoring.standing import OtherStructure
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.other_structures import OTHERS
from cap_desktop.storage.local.rows import profile_of


class KeptStructures:
    """Rows to structures and back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[KnownStructure, ...]:
        """Every structure, the first made first."""
        table = tables.structures
        rows = self._connection.execute(
            select(table.c.id, table.c.name).order_by(literal_column("rowid"))
        )
        return tuple(KnownStructure(row.id, row.name) for row in rows)

    def get(self, structure: str) -> KnownStructure:
        """One structure; raises ``KeyError`` where it is not there."""
        table = tables.structures
        name = self._connection.scalar(select(table.c.name).where(table.c.id == structure))
        if name is None:
            raise KeyError(structure)
        return KnownStructure(structure, name)

    def others(self, structure: str) -> tuple[OtherStructure, ...]:
        """The other structures that have an assessment, each with its newest one."""
        rows = self._connection.execute(text(OTHERS), {"structure": structure})
        return tuple(OtherStructure(row.name, row.id) for row in rows)

    def add(self, structure: KnownStructure, at: str) -> None:
        """Keep a new structure."""
        self._connection.execute(
            insert(tables.structures).values(id=structure.id, name=structure.name, created_at=at)
        )

    def rename(self, structure: str, name: str) -> None:
        """Give a structure another name, for all its years."""
        table = tables.structures
        self._connection.execute(update(table).where(table.c.id == structure).values(name=name))

    def profile(self, structure: str, year: int) -> Profile:
        """The profile of a year, else that of the year before it, else an empty one."""
        table = tables.profiles
        rows = self._connection.execute(
            select(table.c.year, table.c.field, table.c.option)
            .where(table.c.structure_id == structure, table.c.year <= year)
            .order_by(table.c.year.desc(), table.c.field, table.c.option)
        ).all()
        return profile_of((row.year, row.field, row.option) for row in rows)

    def set_profile(self, structure: str, year: int, profile: Profile) -> None:
        """Replace the profile of a year."""
        table = tables.profiles
        self._connection.execute(
            delete(table).where(table.c.structure_id == structure, table.c.year == year)
        )
        rows = [
            {"structure_id": structure, "year": year, "field": field, "option": option}
            for field, options in profile.items()
            for option in options
        ]
        if rows:
            self._connection.execute(insert(table), rows)
