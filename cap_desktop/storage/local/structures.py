"""Structures and their profiles, year by year."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, literal_column, select, text, update

from cap_desktop.domain.answers.assessment import KnownStructure
from cap_desktop.domain.answers.identity import Identity
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.scoring.standing import OtherStructure
from cap_desktop.errors import NoLongerThere
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digested import digested
from cap_desktop.storage.local.other_structures import OTHERS
from cap_desktop.storage.local.rows import identity_of, identity_row, profile_of

OWN = tables.structures.c
IDENTITY = [getattr(OWN, name) for name in Identity._fields]


class KeptStructures:
    """Rows to structures and back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[KnownStructure, ...]:
        """Every structure, the first made first."""
        rows = self._connection.execute(
            select(OWN.id, OWN.name, *IDENTITY).order_by(literal_column("rowid"))
        )
        return tuple(_structure(*row) for row in rows)

    def get(self, structure: str) -> KnownStructure:
        """One structure; raises ``NoLongerThere`` where it is not there."""
        row = self._connection.execute(
            select(OWN.id, OWN.name, *IDENTITY).where(OWN.id == structure)
        ).one_or_none()
        if row is None:
            raise NoLongerThere("structure")
        return _structure(*row)

    def others(self, structure: str) -> tuple[OtherStructure, ...]:
        """The other structures that have an assessment, each with its newest one."""
        rows = self._connection.execute(text(OTHERS), {"structure": structure})
        return tuple(OtherStructure(name, newest, bool(old)) for name, newest, old in rows)

    def add(self, structure: KnownStructure, at: str) -> None:
        """Keep a new structure."""
        self._connection.execute(
            insert(tables.structures).values(
                digested(
                    "structure",
                    id=structure.id,
                    name=structure.name,
                    created_at=at,
                    archived_at=None,
                    **_columns(structure.identity),
                )
            )
        )

    def rename(self, structure: str, name: str) -> None:
        """Give a structure another name, for all its years."""
        self._set(structure, name=name)

    def set_identity(self, structure: str, identity: Identity) -> None:
        """Replace what a structure is known by."""
        self._set(structure, **_columns(identity))

    def archive(self, structure: str, at: str | None) -> None:
        """Put a structure away at a moment, or bring it back with None."""
        self._set(structure, archived_at=at)

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
            digested("profile", structure_id=structure, year=year, field=field, option=option)
            for field, options in profile.items()
            for option in options
        ]
        if rows:
            self._connection.execute(insert(table), rows)

    def _set(self, structure: str, **values: str | None) -> None:
        self._connection.execute(
            update(tables.structures)
            .where(OWN.id == structure)
            .values(digested("structure", **values))
        )


def _columns(identity: Identity) -> dict[str, str | None]:
    return dict(zip(Identity._fields, identity_row(identity), strict=True))


def _structure(structure: str, name: str, *identity: str | None) -> KnownStructure:
    siret, region, department, agreement, since, until = identity
    return KnownStructure(
        structure, name, identity_of((siret, region, department, agreement, since, until))
    )
