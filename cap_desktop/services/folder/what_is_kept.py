"""What is kept where, and who can read it: each place with its files, its bytes, its oldest."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.paths import DataFolder, Whereabouts, copy_name, is_put_aside, is_upgrade_copy
from cap_desktop.preferences import load
from cap_desktop.services.folder.erasing import PastErasure, past_erasures
from cap_desktop.services.folder.erasure_order import waiting_order
from cap_desktop.services.folder.moving import size_of
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import LENT

PlaceKind = Literal[
    "database",
    "evidence",
    "copies",
    "second",
    "opened",
    "aside",
    "preferences",
    "check_up",
    "incidents",
]
RETENTION = 6
"""Years after which erasing is proposed: two cycles of agreement, in plain years."""
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """A place where something is kept; ``oldest`` is the day its oldest file was written.

    ``others_read`` is true where the system lets somebody else read it, None where it does not
    say: a key, a folder that is away, Windows.
    """

    kind: PlaceKind
    path: Path
    files: int
    size: int
    oldest: date | None
    others_read: bool | None
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class ErasableYear:
    """A year that can be erased; it is ``old`` where keeping it should be thought about."""

    year: int
    is_sealed: bool
    is_old: bool


@dataclass(frozen=True, slots=True)
class ErasableStructure:
    """A structure that can be erased with its years, newest first."""

    id: str
    name: str
    years: tuple[ErasableYear, ...]


@dataclass(frozen=True, slots=True)
class KeptData:
    """What the page « Vos données » shows."""

    folder: Path
    places: tuple[KeptPlace, ...]
    structures: tuple[ErasableStructure, ...]
    erasures: tuple[PastErasure, ...]
    is_unfinished: bool
    waiting: Erasure | None
    """What is written down to be erased, and waits until a person has seen it."""
    can_move: bool
    former: Path | None
    former_size: int
    can_remove_former: bool


def kept_data(
    where: Whereabouts, database: Database, today: date, *, can_remove_former: bool
) -> KeptData:
    """Look at all places; nothing is opened but the database. Raises ``NotSaved``."""
    folder = where.folder
    return KeptData(
        folder.path,
        tuple(_places(folder)),
        _structures(database, today.year),
        past_erasures(folder),
        folder.erasing.exists(),
        waiting_order(where),
        where.home is not None and where.former is None,
        where.former,
        0 if where.former is None else size_of(where.former),
        can_remove_former and where.former is not None,
    )


def _structures(database: Database, this_year: int) -> tuple[ErasableStructure, ...]:
    with database.begin() as tx:
        return tuple(
            ErasableStructure(
                known.id,
                known.name,
                tuple(
                    ErasableYear(item.year, item.is_sealed, this_year - item.year > RETENTION)
                    for item in tx.assessments.of(known.id)
                ),
            )
            for known in tx.structures.all()
        )


def _places(folder: DataFolder) -> Iterator[KeptPlace]:
    yield _place("database", folder.database, [folder.database])
    lent = folder.evidence / LENT
    evidence = [path for path in _under(folder.evidence) if not path.is_relative_to(lent)]
    yield _place("evidence", folder.evidence, evidence)
    copies = [
        path for path in _under(folder.copies) if not is_put_aside(path) and path != folder.drill
    ]
    upgrades = [path for path in _inside(folder.path) if is_upgrade_copy(path)]
    yield _place("copies", folder.copies, [*copies, *upgrades])
    second = load(folder.preferences).second_folder
    if second:
        there = Path(second)
        named = [path for path in _inside(there) if copy_name(path) is not None]
        yield _place("second", there, named, is_there=there.is_dir())
    opened = list(_under(lent))
    if opened:
        yield _place("opened", lent, opened)
    aside = [p for p in (*_inside(folder.path), *_inside(folder.copies)) if is_put_aside(p)]
    if aside:
        yield _place("aside", folder.path, aside)
    yield _place("preferences", folder.preferences, [folder.preferences])
    if folder.check_up.is_file():
        yield _place("check_up", folder.check_up, [folder.check_up])
    if folder.incidents.is_file():
        yield _place("incidents", folder.incidents, [folder.incidents])


def _place(
    kind: PlaceKind, path: Path, files: Iterable[Path], *, is_there: bool = True
) -> KeptPlace:
    found = [status for file in files if (status := _status(file)) is not None]
    oldest = min((status.st_mtime for status in found), default=None)
    return KeptPlace(
        kind,
        path,
        len(found),
        sum(status.st_size for status in found),
        None if oldest is None else datetime.fromtimestamp(oldest, UTC).date(),
        _others_read(path, found) if is_there else None,
        is_there,
    )


def _others_read(path: Path, found: list[os.stat_result]) -> bool | None:
    if os.name == "nt":
        return None
    own = _status(path if path.is_dir() else path.parent)
    is_closed = own is not None and not own.st_mode & _OTHERS
    return not is_closed and any(status.st_mode & _OTHERS for status in found)


def _status(path: Path) -> os.stat_result | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode) else None


def _under(folder: Path) -> Iterator[Path]:
    for inside, _folders, names in os.walk(folder):
        yield from (Path(inside, name) for name in names)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
