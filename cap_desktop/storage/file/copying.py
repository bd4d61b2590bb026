"""Copying a whole database out of a file that is left as it was found.

By the standard library alone: SQLite's backup, then a full check of the copy.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.durable import rename, sync_file, sync_folder
from cap_desktop.errors import DatabaseDamaged, NotOpened
from cap_desktop.private import make_file
from cap_desktop.storage.file.connect import BESIDE, connect, has_journal, require_plain
from cap_desktop.storage.file.database_file import read_surely, schema_of

LEFT = ("-journal", "-wal")
"""What SQLite needs to mend a database that was cut short."""

WORK = ".arrivee-"


@dataclass(frozen=True, slots=True)
class CopiedRows:
    """What a database holds: how many assessments and answers, and which evidence."""

    assessments: int
    answers: int
    evidence: tuple[EvidenceFile, ...]


def copy_database(source: Path, draft: Path) -> CopiedRows:
    """Copy a database under the name of a draft, on the disk and checked when this returns.

    What it is copied from is only read. Raises ``DatabaseDamaged``, ``DatabaseTooNew``,
    ``NotOpened`` or ``OSError``; no draft is left then.
    """
    source = source.resolve()
    try:
        rows = read_surely(source, lambda: _copied(source, draft))
        sync_file(draft)
    except BaseException:
        forget(draft)
        raise
    return rows


def _copied(source: Path, draft: Path) -> CopiedRows:
    draft.unlink(missing_ok=True)
    require_plain(source)
    with _at_rest(source, draft.parent) as found:
        schema_of(found)
        with closing(connect(found, "rest")) as one, closing(connect(draft, "make")) as other:
            one.backup(other)
    with closing(connect(draft, "rest")) as copy:
        (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise DatabaseDamaged(source)
        return _rows(copy)


def rows_of(path: Path) -> CopiedRows:
    """What a database that nobody has open holds; its folder is only read.

    Raises ``DatabaseDamaged``, ``DatabaseTooNew`` or ``NotOpened``.
    """

    def read() -> CopiedRows:
        real = path.resolve()
        require_plain(real)
        if has_journal(real) or _writes_when_read(real):
            raise NotOpened(path, "failed")  # SQLite would write beside it
        schema_of(path, "rest")
        with closing(connect(path, "rest")) as file:
            return _rows(file)

    return read_surely(path, read)


def forget(draft: Path) -> None:
    """Delete a draft and what lies beside it; what the system refuses hides no first reason."""
    for end in ("", *BESIDE):
        with suppress(OSError):
            draft.with_name(draft.name + end).unlink()


@contextmanager
def _at_rest(source: Path, beside: Path) -> Iterator[Path]:
    """The database as SQLite may open it without writing where it is.

    One that was cut short would be mended in its place: it is mended in a copy.
    """
    for forgotten in beside.glob(f"{WORK}*"):  # by a kill
        shutil.rmtree(forgotten, ignore_errors=True)
    left = [path for end in LEFT if _holds(path := source.with_name(source.name + end))]
    if not left and not _writes_when_read(source):
        yield source
        return
    with TemporaryDirectory(prefix=WORK, dir=beside, ignore_cleanup_errors=True) as folder:
        for path in (source, *left):
            shutil.copyfile(path, Path(folder) / path.name)
        yield Path(folder) / source.name


def _writes_when_read(source: Path) -> bool:
    """True in the mode (WAL) where even a reader makes files beside; ours is never in it."""
    with source.open("rb") as stream:
        return stream.read(20)[18:19] == b"\x02"


def _holds(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _rows(file: sqlite3.Connection) -> CopiedRows:
    (assessments,) = file.execute("SELECT count(*) FROM assessments").fetchone()
    (answers,) = file.execute("SELECT count(*) FROM answers").fetchone()
    evidence = file.execute("SELECT question, name, sha256, size FROM evidence ORDER BY name")
    return CopiedRows(assessments, answers, tuple(EvidenceFile(*row) for row in evidence))


def put_in_place(draft: Path, target: Path) -> None:
    """Let a draft take the place of a database, at once or not at all.

    A link to the database goes on leading to it: the draft lies beside what it leads to.
    """
    target = target.resolve()
    for end in BESIDE:
        # It belongs to what is replaced: SQLite would undo pages of the new one with it.
        target.with_name(target.name + end).unlink(missing_ok=True)
    rename(draft, target)


def keep_aside(path: Path, name: str) -> Path:
    """Keep a damaged database under another name, which nothing has yet; it stays in place too.

    What SQLite left beside it goes with it.
    """
    path = path.resolve()
    aside, number = path.with_name(f"{name}{path.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{name}-{number}{path.suffix}")
    _copy_or_link(path, aside)
    for end in LEFT:
        beside = path.with_name(path.name + end)
        if os.path.lexists(beside):
            beside.replace(aside.with_name(aside.name + end))
    sync_folder(path.parent)
    return aside


def _copy_or_link(path: Path, aside: Path) -> None:
    """A second name for the same bytes; a copy where the disk gives no second name."""
    try:
        aside.hardlink_to(path)
    except OSError:
        make_file(aside)
        shutil.copyfile(path, aside)
        sync_file(aside)
