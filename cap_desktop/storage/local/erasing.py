"""Taking a year, a structure or everything out of a database, so that none of its bytes is left.

By the standard library alone, and by the names of columns: a copy may be of any former schema.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.durable import sync_file
from cap_desktop.errors import DatabaseDamaged, NotSaved
from cap_desktop.storage.file.connect import DURABLE, Mode, connect
from cap_desktop.storage.file.copying import copy_database, forget
from cap_desktop.storage.file.database_file import cause_of, looked_again, read_surely
from cap_desktop.storage.local.damage import columns_of, text_of

STAYING = ("questionnaires", "journal", "alembic_version")
"""Tables that hold nothing of what a structure said."""
OF_YEARS = "assessment_id IN (SELECT id FROM assessments WHERE {named})"
RENAMED = "structure renamed"
"""Lines of the journal that tell a name; the others tell ids."""

Line = tuple[str, str]
"""A moment and what was done, as the journal tells it."""


class HeldYear(NamedTuple):
    """A year that is held, and whether it is sealed."""

    structure: str
    year: int
    is_sealed: bool


class Held(NamedTuple):
    """How much of what is to be erased a database holds."""

    years: tuple[HeldYear, ...]
    answers: int
    actions: int
    evidence: int


def held_in(path: Path, erasure: Erasure, mode: Mode = "rest") -> Held:
    """Count what would go; raises ``DatabaseDamaged`` or ``NotOpened``."""
    return read_surely(path, lambda: _held(path, erasure, mode))


def is_touched(path: Path, erasure: Erasure, mode: Mode = "rest") -> bool:
    """True where anything would go; raises ``DatabaseDamaged`` or ``NotOpened``."""

    def read() -> bool:
        with closing(_opened(path, mode)) as file:
            return any(_count(file, table, where) for table, where in _rows(file, erasure))

    return read_surely(path, read)


def evidence_staying(path: Path, erasure: Erasure, mode: Mode = "rest") -> set[str]:
    """The digests of the evidence that a database names for what is not erased."""

    def read() -> set[str]:
        with closing(_opened(path, mode)) as file:
            where = dict(_rows(file, erasure))["evidence"]
            return {
                str(row[0])
                for row in file.execute(f"SELECT sha256 FROM evidence WHERE NOT ({where})")
            }

    return read_surely(path, read)


def tells(path: Path, line: Line) -> bool:
    """True where the journal has a line: the database was rewritten already."""

    def read() -> bool:
        with closing(_opened(path, "look")) as file:
            found = file.execute("SELECT 1 FROM journal WHERE at = ? AND what = ?", line)
            return found.fetchone() is not None

    return read_surely(path, read)


def erased_lines(path: Path, whats: tuple[str, ...]) -> tuple[Line, ...]:
    """When and what was erased, the last first."""

    def read() -> tuple[Line, ...]:
        marks = ", ".join("?" for _what in whats)
        with closing(_opened(path, "look")) as file:
            found = file.execute(
                f"SELECT at, what FROM journal WHERE what IN ({marks}) ORDER BY number DESC", whats
            )
            return tuple((str(at), str(what)) for at, what in found)

    return read_surely(path, read)


def write_without(source: Path, draft: Path, erasure: Erasure, line: Line | None = None) -> None:
    """Write a database again under the name of a draft, without what is erased.

    It is whole, checked and on the disk when this returns; what it is written from is only
    read. ``line`` is added to its journal. Raises ``DatabaseDamaged``, ``DatabaseTooNew``,
    ``NotOpened``, ``NotSaved`` or ``OSError``; no draft is left then.
    """
    copy_database(source, draft)
    try:
        with closing(_opened(draft, "write")) as file:
            file.execute("BEGIN IMMEDIATE")
            _erase(file, erasure)
            if line is not None:
                file.execute("INSERT INTO journal (at, what, about) VALUES (?, ?, '')", line)
            file.execute("COMMIT")
            # What was erased is zeros by now; this leaves not even its place.
            file.execute("VACUUM")
        _require_whole(draft, source, erasure)
        sync_file(draft)
        found = source.stat()
        os.utime(draft, ns=(found.st_atime_ns, found.st_mtime_ns))
    except sqlite3.Error as error:
        forget(draft)
        raise NotSaved(source, looked_again(source, cause_of(error) or "failed")) from error
    except BaseException:
        forget(draft)
        raise


def _opened(path: Path, mode: Mode) -> sqlite3.Connection:
    file = connect(path, mode, pragmas=DURABLE if mode == "write" else {})
    file.text_factory = text_of
    return file


def _require_whole(draft: Path, source: Path, erasure: Erasure) -> None:
    with closing(_opened(draft, "rest")) as file:
        (verdict,) = file.execute("PRAGMA integrity_check(1)").fetchone()
        broken = file.execute("PRAGMA foreign_key_check").fetchone()
    if verdict != "ok" or broken is not None or is_touched(draft, erasure):
        raise DatabaseDamaged(source)


def _held(path: Path, erasure: Erasure, mode: Mode) -> Held:
    with closing(_opened(path, mode)) as file:
        where = dict(_rows(file, erasure))
        years = tuple(
            HeldYear(structure, year, state == "sealed")
            for structure, year, state in file.execute(
                "SELECT structure_id, year, state FROM assessments"
                f" WHERE {where['assessments']} ORDER BY structure_id, year"
            )
        )
        actions = f"({where['actions']}) AND NOT removed" if "actions" in where else ""
        return Held(
            years,
            _count(file, "answers", where["answers"]),
            _count(file, "actions", actions) if actions else 0,
            _count(file, "evidence", where["evidence"]),
        )


def _count(file: sqlite3.Connection, table: str, where: str) -> int:
    (number,) = file.execute(f'SELECT count(*) FROM "{table}" WHERE {where}').fetchone()
    return int(number)


def _rows(file: sqlite3.Connection, erasure: Erasure) -> Iterator[tuple[str, str]]:
    """Each table that holds something of it, and which of its rows; children first."""
    tables = [
        str(row[0]) for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    structure = f"structure_id = {_quoted(erasure.structure)}"
    named = f"{structure} AND year = {erasure.year}" if erasure.year else structure
    last = []
    for table in tables:
        columns = columns_of(file, table)
        if table in STAYING or table.startswith("sqlite_"):
            continue
        if erasure.kind == "everything":
            found = "1"
        elif "assessment_id" in columns:
            found = OF_YEARS.format(named=named)
        elif "structure_id" in columns:
            found = named
        elif table == "structures" and erasure.kind == "structure":
            found = f"id = {_quoted(erasure.structure)}"
        else:
            continue
        if table in ("assessments", "structures"):
            last.append((table, found))
        else:
            yield table, found
    yield from sorted(last)  # what others hang on


def _erase(file: sqlite3.Connection, erasure: Erasure) -> None:
    for table, where in list(_rows(file, erasure)):
        file.execute(f'DELETE FROM "{table}" WHERE {where}')
    tables = {str(row[0]) for row in file.execute("SELECT name FROM sqlite_master")}
    if "standing" in tables:
        # It tells all years in one text, and is made again when one is opened.
        file.execute("DELETE FROM standing")
    if "set_aside" in tables:
        _erase_aside(file)
    if erasure.kind != "year":
        file.execute("UPDATE journal SET about = '' WHERE what = ?", (RENAMED,))


def _erase_aside(file: sqlite3.Connection) -> None:
    """Of the rows that were damaged, those stay that surely belong to something that does."""
    assessments = {row[0] for row in file.execute("SELECT id FROM assessments")}
    structures = {row[0] for row in file.execute("SELECT id FROM structures")}
    years = set(file.execute("SELECT structure_id, year FROM assessments"))
    for number, kind, content in file.execute(
        "SELECT number, kind, content FROM set_aside"
    ).fetchall():
        if not _stays(kind, content, assessments, structures, years):
            file.execute("DELETE FROM set_aside WHERE number = ?", (number,))


def _stays(
    kind: str,
    content: str,
    assessments: set[str],
    structures: set[str],
    years: set[tuple[str, int]],
) -> bool:
    try:
        row = json.loads(content)
        if kind == "structure":
            return row["id"] in structures
        if kind in ("assessment", "results"):
            return row["id"] in assessments
        if "assessment_id" in row:
            return row["assessment_id"] in assessments
        return (row["structure_id"], row["year"]) in years
    except (KeyError, TypeError, ValueError, RecursionError):
        return False


def _quoted(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
