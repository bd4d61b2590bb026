"""The check-up of a folder of data: every row, every piece of evidence, every copy.

The folder is only read. What has to be opened is opened in a copy elsewhere, which is deleted.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, get_args

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.errors import DatabaseDamaged, DatabaseTooNew, DataMissing, NotOpened
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.damage import DamageService
from cap_desktop.services.folder.safety_copies import copies_in
from cap_desktop.storage.file.connect import BESIDE
from cap_desktop.storage.file.database_file import schema_of
from cap_desktop.storage.local.damage import Damage, look_for_damage
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.words.damaged import damaged_name
from cap_desktop.words.days import whole_day

Place = Literal["database", "evidence", "copies"]
PLACES: dict[str, Place] = {place: place for place in get_args(Place)}
Tell = Callable[[Place, int, int], None]
"""Hears how far it is: what is looked at, how much of it was, and how much there is."""
TRIES = 5
"""A program that has the data open may save while they are copied: then they are copied again."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written; ``name`` says it inside a sentence."""

    place: Place
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class CheckUp:
    """What was looked at, and what was found; nothing where all is whole."""

    answers: int
    evidence: int
    copies: int
    findings: tuple[Finding, ...]
    years: tuple[int, ...] = ()
    size: int = 0
    """Bytes of the database."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a database said of itself; no evidence is known of one that does not open."""

    answers: int
    evidence: tuple[tuple[int, EvidenceFile], ...]
    findings: tuple[Finding, ...]
    years: tuple[int, ...] = ()


def _nobody(_place: Place, _done: int, _total: int) -> None:
    """Nobody waits to be told."""


def check_up(folder: DataFolder, tell: Tell = _nobody) -> CheckUp:
    """Look at all that a folder holds.

    Raises ``DataMissing``, ``DatabaseTooNew`` or ``NotOpened`` where it cannot be read.
    """
    if not folder.database.is_file():
        raise DataMissing(folder.path)
    tell("database", 0, 1)
    with TemporaryDirectory(prefix="cap-") as work:
        looked = _look_at(folder.database, Path(work))
    copies = copies_in(folder.copies)
    damaged = []
    for rank, name in enumerate(copies):
        tell("copies", rank, len(copies))
        copy = folder.copies / name.file
        # One that was thinned or removed meanwhile is gone, and not damaged.
        if not _is_whole(copy) and copy.exists():
            damaged.append(name.day)
    files = EvidenceFolder(folder.evidence)
    findings = [
        *looked.findings,
        *_of_evidence(files, looked.evidence, tell),
        *(Finding("copies", "copy", damaged_name("copy", None, whole_day(day))) for day in damaged),
    ]
    return CheckUp(
        looked.answers,
        len(_kept(files)),
        len(copies),
        tuple(findings),
        looked.years,
        folder.database.stat().st_size,
    )


def _look_at(source: Path, work: Path) -> _Looked:
    """Open a copy of a database as the program would, and tell what it met."""
    path = _copied(source, work)
    try:
        schema_of(path)
        damage = look_for_damage(path)
        database = Database(path)
    except DatabaseDamaged:
        return _Looked(0, (), (_of_database(source),))
    except NotOpened as error:
        raise NotOpened(source, error.cause) from error
    except DatabaseTooNew as error:
        raise DatabaseTooNew(source) from error
    try:
        with database.begin() as tx:
            years = [year for one in tx.structures.all() for year in tx.assessments.of(one.id)]
            evidence = [(year.year, file) for year in years for file in tx.evidence.of(year.id)]
            answers = tx.answers.count()
        found = (*_of_rows(database), *_of_parts(source, damage))
        numbers = tuple(sorted({year.year for year in years}))
        return _Looked(answers, tuple(evidence), found, numbers)
    finally:
        database.close()


def _of_rows(database: Database) -> Iterator[Finding]:
    for item in DamageService(database).found():
        yield Finding("database", item.kind, item.name)


def _of_parts(source: Path, damage: Damage) -> Iterator[Finding]:
    """What is made again by itself, and is told all the same."""
    for reference in damage.questionnaires:
        name, _hash, _digest = reference.partition("#")
        yield Finding(
            "database", "questionnaire", damaged_name("questionnaire", None, _legible(name))
        )
    if any(row.kind == "standing" for row in damage.rows):
        yield Finding("database", "standing", damaged_name("standing", None, ""))
    if damage.indexes:
        yield _of_database(source)


def _of_database(source: Path) -> Finding:
    return Finding("database", "database", damaged_name("database", None, source.name))


def _of_evidence(
    files: EvidenceFolder, named: tuple[tuple[int, EvidenceFile], ...], tell: Tell
) -> Iterator[Finding]:
    """The files that answers name, then those that only lie there."""
    known = {file.sha256 for _year, file in named}
    tell("evidence", 0, len(named))
    for rank, (year, file) in enumerate(named, 1):
        tell("evidence", rank, len(named))
        if not files.is_whole(file):
            about = damaged_name("evidence file", year, file.name)
            yield Finding("evidence", "evidence file", about)
    for place in _kept(files):
        lying = EvidenceFile("", place.name, place.name, 0)
        if place.name not in known and (
            place != files.path(place.name) or not files.is_whole(lying)
        ):
            about = damaged_name("evidence file", None, _legible(place.name))
            yield Finding("evidence", "evidence file", about)


def _kept(files: EvidenceFolder) -> list[Path]:
    return sorted(files.folder.glob("??/*"))


def _is_whole(copy: Path) -> bool:
    with TemporaryDirectory(prefix="cap-") as work:
        try:
            path = _copied(copy, Path(work))
            schema_of(path)
            return not look_for_damage(path)
        except DatabaseTooNew:
            return True
        except (DatabaseDamaged, NotOpened):
            return False


def _copied(source: Path, work: Path) -> Path:
    """A database, and what a kill left beside it, where they may be written."""
    target = work / source.name
    try:
        for _try in range(TRIES):
            before = _seen(source)
            for end in ("", *BESIDE):
                beside = source.with_name(source.name + end)
                if end == "" or beside.is_file():
                    shutil.copyfile(beside, work / beside.name)
            if _seen(source) == before:
                return target
    except PermissionError as error:
        raise NotOpened(source, "denied") from error
    except OSError as error:
        raise NotOpened(source, "failed") from error
    raise NotOpened(source, "locked")


def _seen(source: Path) -> tuple[int, ...]:
    seen = [source.stat().st_size, source.stat().st_mtime_ns]
    journal = source.with_name(source.name + BESIDE[0])
    return (*seen, journal.stat().st_size if journal.is_file() else 0)


def _legible(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
