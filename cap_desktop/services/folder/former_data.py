"""Data that come from another computer, or from a safety copy: checked, copied, put in place.

What they come from is only read. Until the last step nothing here has changed either: the
evidence lies beside under its digest, the database under the name of a draft.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from cap_desktop.durable import sync_folder
from cap_desktop.errors import (
    CopyNotRestored,
    DataAltered,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseTooNew,
    DataDamaged,
    DataDenied,
    DataMissing,
    DataTooNew,
    FileDenied,
    FileMissing,
    FileTooLarge,
    NoRoom,
    NotOpened,
    NotSaved,
    NotSettled,
    OutputDenied,
    StorageError,
)
from cap_desktop.paths import DAMAGED, DataFolder
from cap_desktop.private import make_folder
from cap_desktop.services.folder.safety_copies import copies_in
from cap_desktop.storage.file.copy_marks import mark_of, write_restored
from cap_desktop.storage.file.copying import (
    copy_database,
    forget,
    keep_aside,
    put_in_place,
    rows_of,
)
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.copy_state import contents_of, state_of
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

MARGIN = 16 * 1024 * 1024
"""Room left for the answers to come."""
NUMBERS = {
    "locked": errno.EBUSY,
    "full": errno.ENOSPC,
    "failed": errno.EIO,
    "read_only": errno.EROFS,
    "not_a_file": errno.ENODEV,
}
"""The system's number for what kept a database from being read or copied."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Former data that lie ready beside; ``missing`` names the evidence that is not with them."""

    draft: Path
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SafetyCopy:
    """The best copy of a day that opens, and how many answers it holds.

    One row or more is damaged where it is not whole.
    """

    day: date
    answers: int
    is_whole: bool = True


class HeldYear(NamedTuple):
    """A year that a copy holds."""

    structure: str
    year: int
    answers: int
    actions: int


def prepare(source: Path, folder: DataFolder) -> Arrival:
    """Check a folder that holds data of CAP, and copy them beside those of ``folder``.

    A folder of safety copies gives its newest one. Raises a ``FormerDataError``.
    """
    database, evidence = _found(source)
    with _told(source):
        _require_room(source, database, evidence, folder.path)
        make_folder(folder.path)
        draft = draft_of(folder)
        rows = copy_database(database, draft)
        brought: list[Path] = []
        try:
            if not rows.assessments:
                raise DataMissing(source)
            kept = EvidenceFolder(folder.evidence)
            kept.forget_drafts()
            _bring(evidence, kept, brought)
        except BaseException:
            # Beside no data, it would be told as what is left of some: the draft says otherwise.
            if folder.database.exists() or _are_gone(brought):
                forget(draft)
            raise
    names = dict.fromkeys(
        item.name for item in rows.evidence if not kept.path(item.sha256).exists()
    )
    return Arrival(draft, tuple(names))


def _are_gone(brought: list[Path]) -> bool:
    """Take away the copies that were brought, and no other; False where one of them stays."""
    for place in brought:
        with suppress(OSError):
            place.unlink()
        with suppress(OSError):
            place.parent.rmdir()
    return not any(place.exists() for place in brought)


def settle(arrival: Arrival, folder: DataFolder) -> None:
    """Let former data take the place of those of ``folder``, which nobody has open.

    Raises a ``FormerDataError``, or ``NotSettled`` where they are in place all the same.
    """
    with _told(folder.path):
        _settle(arrival.draft, folder.database)


def _settle(draft: Path, database: Path) -> None:
    """Put a draft in place; raises ``OSError``, or ``NotSettled`` once nothing can be undone."""
    try:
        put_in_place(draft, database)
    except OSError as error:
        if draft.exists():
            raise
        raise NotSettled(database, cause_of(error) or "failed") from error


def draft_of(folder: DataFolder) -> Path:
    """Where a database lies until it takes its place: beside the file, not beside a link to it."""
    place = folder.database.resolve()
    return place.with_name(f".{place.name}.arrivee")


def safety_copies(folder: DataFolder) -> tuple[SafetyCopy, ...]:
    """The copies that can be restored, the newest first, one a day.

    Those that are whole in every row; where none is, those that open.
    """
    found = tuple(copy for _path, copy in _by_day(folder))
    return tuple(copy for copy in found if copy.is_whole) or found


def _by_day(folder: DataFolder) -> Iterator[tuple[Path, SafetyCopy]]:
    """The newest copy of each day that is whole, else the newest that opens."""
    for day, names in groupby(copies_in(folder.copies), lambda name: name.day):
        found = []
        for name in names:
            path = folder.copies / name.file
            with suppress(StorageError, OSError):
                answers = rows_of(path).answers
                found.append((path, SafetyCopy(day, answers, state_of(path) == "whole")))
        yield from sorted(found, key=lambda pair: not pair[1].is_whole)[:1]


def years_of(folder: DataFolder, day: date) -> tuple[HeldYear, ...]:
    """What the copy of a day holds that would be restored."""
    best = {copy.day: path for path, copy in _by_day(folder)}
    return years_in(best.get(day, folder.copy_of(day)))


def years_in(copy: Path) -> tuple[HeldYear, ...]:
    """What a copy holds, year by year; nothing where it cannot be read now."""
    try:
        held = contents_of(copy)
    except StorageError:
        return ()
    answers, actions = held.answers_by_year(), held.actions_by_year()
    return tuple(
        HeldYear(name, year[1], answers[year], actions[year])
        for name, year in sorted((held.names.get(year[0], ""), year) for year in held.years)
    )


def restore(folder: DataFolder, day: date, today: date) -> Path | None:
    """Put the copy of a day in the place of a database that cannot be read, or that is gone.

    Return where the damaged one is kept: it is never deleted. Raises ``CopyNotRestored``, or
    ``NotSettled`` where it is in place all the same.
    """
    best = {copy.day: path for path, copy in _by_day(folder)}
    return restore_file(folder, best.get(day, folder.copy_of(day)), today)


def restore_file(folder: DataFolder, copy: Path, today: date) -> Path | None:
    """The same with any copy of the folder, as one that an upgrade made."""
    target, draft = folder.database, draft_of(folder)
    try:
        copy_database(copy, draft)
        write_restored(draft, _last_line(folder), today.isoformat(), copy.name)
        name = f"cap-{DAMAGED}-{today.isoformat()}"
        aside = keep_aside(target, name) if target.exists() else None
        _settle(draft, target)
    except (DatabaseAltered, DatabaseDamaged) as error:
        raise CopyNotRestored(copy, "damaged") from error
    except DatabaseTooNew as error:
        raise CopyNotRestored(copy, "too_new") from error
    except (NotOpened, NotSaved) as error:
        raise CopyNotRestored(copy, error.cause) from error
    except OSError as error:
        raise CopyNotRestored(copy, cause_of(error) or "failed") from error
    finally:
        forget(draft)
    return aside


def set_aside_whole(folder: DataFolder, today: date) -> Path | None:
    """Put a database that cannot be read under another name, where no copy of it is left.

    It is never deleted; None where none stands there. Raises ``NotSaved``.
    """
    target = folder.database
    if not target.exists():
        return None
    try:
        aside = keep_aside(target, f"cap-{DAMAGED}-{today.isoformat()}")
        target.unlink()
        sync_folder(folder.path)
    except OSError as error:
        raise NotSaved(target, cause_of(error) or "failed") from error
    return aside


def _last_line(folder: DataFolder) -> int:
    """The largest number of a line of the journal in all copies: the data cannot say it."""
    marks = (mark_of(folder.copies / name.file) for name in copies_in(folder.copies))
    return max((mark.age[0] for mark in marks if mark is not None), default=0)


def _found(source: Path) -> tuple[Path, Path]:
    """The database of a folder and its evidence: the data themselves, else the newest copy.

    Where the folder holds neither, the only folder inside it that holds data is meant: a key
    is often chosen for the folder that lies on it.
    """
    inside, data = _names(source), DataFolder(source)
    if data.database.name in inside:
        return data.database, data.evidence
    dated = [source / name.file for name in reversed(copies_in(source))]
    if dated:
        # A folder of copies lies in the folder of the data they were made from.
        beside = data if data.evidence.name in inside else DataFolder(source.parent)
        return _newest_whole(dated), beside.evidence
    if data.copies.name in inside and data.copies.is_dir():
        return _found(data.copies)
    within = [found for name in inside if (found := DataFolder(source / name)).database.is_file()]
    if len(within) != 1:
        raise DataMissing(source)
    return within[0].database, within[0].evidence


def _names(source: Path) -> list[str]:
    try:
        return sorted(path.name for path in source.iterdir())
    except OSError as error:
        raise DataDenied(source, error.errno or 0) from error


def _newest_whole(dated: list[Path]) -> Path:
    """The newest copy that is whole; where none is, the newest, for what is wrong with it."""
    for copy in reversed(dated):
        try:
            rows_of(copy)
        except (DatabaseAltered, DatabaseDamaged, NotOpened, OSError):
            continue
        except DatabaseTooNew:
            break
        return copy
    return dated[-1]


def _bring(evidence: Path, kept: EvidenceFolder, brought: list[Path]) -> None:
    """Copy every evidence file that still has its digest; the others are told as missing.

    One that cannot be read is tried again before it is. ``brought`` is told each copy that was
    not there, before it is made.
    """
    source = EvidenceFolder(evidence)
    for file in source.whole_files():
        place = kept.path(file.sha256)
        if not place.exists():
            brought.append(place)
        for _try in range(2):
            if not place.exists():
                with suppress(FileDenied, FileMissing, FileTooLarge):
                    kept.keep(file.question, source.path(file.sha256))


def _require_room(source: Path, database: Path, evidence: Path, folder: Path) -> None:
    known = folder if folder.exists() else folder.parent
    size = database.stat().st_size
    files = sum(path.stat().st_size for path in evidence.glob("*/*") if path.is_file())
    # Twice: a copy is kept before an upgrade.
    needed = 2 * size + files + MARGIN
    if shutil.disk_usage(known).free < needed:
        raise NoRoom(source, needed)


@contextmanager
def _told(source: Path) -> Iterator[None]:
    """Tell what goes wrong in the words of former data."""
    try:
        yield
    except DatabaseAltered as error:
        raise DataAltered(source) from error
    except DatabaseDamaged as error:
        raise DataDamaged(source) from error
    except DatabaseTooNew as error:
        raise DataTooNew(source) from error
    except NotOpened as error:
        raise _refused(source, NUMBERS.get(error.cause, errno.EACCES)) from error
    except OutputDenied as error:
        raise _refused(source, error.reason) from error
    except OSError as error:
        raise _refused(source, error.errno or 0) from error


def _refused(source: Path, reason: int) -> DataDenied | NoRoom:
    return NoRoom(source, 0) if reason == errno.ENOSPC else DataDenied(source, reason)
