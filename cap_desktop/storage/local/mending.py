"""Damage is met: what can be proven is mended, the rest is set aside, and the data open.

A row is mended where one of its columns, put back to a value known from elsewhere, makes it match
its digest again: it is then what was written. Any other one is kept aside as it was found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from itertools import chain
from pathlib import Path

from cap_desktop import paths
from cap_desktop.errors import DatabaseDamaged, NotSaved
from cap_desktop.paths import DataFolder, copy_name
from cap_desktop.storage.file.connect import DURABLE, connect
from cap_desktop.storage.file.database_file import cause_of, is_readable
from cap_desktop.storage.local.contents import content_matches
from cap_desktop.storage.local.damage import (
    Cell,
    Content,
    Damage,
    DamagedRow,
    bindable,
    content_text,
    look_for_damage,
    row_at,
    row_of,
    row_of_digest,
    text_of,
)
from cap_desktop.storage.local.digests import KINDS, row_digest

HELD = ("assessment",)
"""What other rows hang on, and without which they mean nothing: mended or not opened."""
TOLD_BY = {
    "question": (("history", "question"),),
    "assessment_id": (("assessments", "id"),),
    "structure_id": (("structures", "id"),),
}
"""Other tables that hold the same names."""
DAYS = ("agreement_from", "agreement_until")
MENDED, EMPTY = "mended", "empty"
"""What became of a row that is set aside: it is back as it was written, or its place is empty."""


def meet_damage(path: Path) -> None:
    """Look at a database of today's schema, and mend it so that it opens.

    Raises ``DatabaseDamaged`` where only a copy can help, ``NotOpened`` or ``NotSaved``.
    """
    damage = look_for_damage(path)
    if not damage:
        return
    contents = {name: content_named(path, name) for name in damage.questionnaires}
    copies = copies_beside(path)
    try:
        try:
            _mend_all(path, damage, contents, copies)
        except sqlite3.Error as error:
            if cause_of(error) != "damaged":
                raise
            # SQLite says so where one read fails: nothing was written, and it is tried again.
            _mend_all(path, damage, contents, copies)
    except sqlite3.Error as error:
        cause = cause_of(error)
        if cause == "damaged" and not is_readable(path):
            cause = "failed"
        if cause in (None, "damaged"):
            raise DatabaseDamaged(path) from error
        raise NotSaved(path, cause or "failed") from error
    if look_for_damage(path):
        raise DatabaseDamaged(path)


def _mend_all(
    path: Path, damage: Damage, contents: dict[str, bytes | None], copies: list[Path]
) -> None:
    """Mend it in one transaction; raises ``sqlite3.Error``, and nothing was written."""
    with closing(connect(path, "write", pragmas=DURABLE)) as file:
        file.text_factory = text_of
        file.execute("BEGIN IMMEDIATE")
        _mend(file, path, damage, contents, copies)
        file.execute("COMMIT")


def _mend(
    file: sqlite3.Connection,
    path: Path,
    damage: Damage,
    contents: dict[str, bytes | None],
    copies: list[Path],
) -> None:
    # What hangs on a row is checked once all of it is mended.
    file.execute("PRAGMA defer_foreign_keys = 1")
    if damage.indexes:
        # They only repeat the tables.
        file.execute("REINDEX")
    for row in damage.rows:
        _meet(file, path, row, copies)
    used = {str(row[0]) for row in file.execute("SELECT questionnaire FROM assessments")}
    for reference in damage.questionnaires:
        _put_content(file, path, reference, contents[reference], is_used=reference in used)
    # What it says was counted with what is damaged; which year opens is still known.
    digest = "row_digest('standing', assessment_id, '')"
    file.create_function("row_digest", -1, row_digest, deterministic=True)
    file.execute(f"UPDATE standing SET text = '', digest = {digest}")


# --- Rows -----------------------------------------------------------------------------------


def _meet(file: sqlite3.Connection, path: Path, found: DamagedRow, copies: list[Path]) -> None:
    rows = KINDS[found.kind]
    # Read again: another row of the same line may have been mended since.
    row = row_at(file, found.kind, found.rowid)
    if row is None:
        return
    mended = _mended(file, row, copies)
    if mended is not None:
        _keep_aside(file, row.kind, mended, MENDED)
        _write(file, row, mended)
    elif row.kind in HELD:
        raise DatabaseDamaged(path)
    elif row.kind == "results":
        _keep_aside(file, row.kind, row.content, EMPTY)
        _write(file, row, row.content | {"results": None})
    elif row.kind == "structure":
        _keep_aside(file, row.kind, row.content, EMPTY)
        _write(file, row, _legible(row.content))
    else:
        if row.kind != "standing":
            _keep_aside(file, row.kind, row.content, EMPTY)
        file.execute(f"DELETE FROM {rows.table} WHERE rowid = ?", (row.rowid,))


def _mended(file: sqlite3.Connection, row: DamagedRow, copies: list[Path]) -> Content | None:
    """The row as it was written, where that can be proven; None where it cannot."""
    for name in KINDS[row.kind].key:
        for value in _names(file, row, name):
            tried = row.content | {name: value}
            if row_digest(row.kind, *tried.values()) == row.digest:
                return tried
    for copy in copies:
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(connect(copy, "rest")) as other:
            other.text_factory = text_of
            same = row_of_digest(other, row.kind, row.digest)
            if same is not None:
                return same
            if row_of(other, row.kind, row.content) == row.content:
                # It is the digest that was damaged.
                return row.content
    return None


def _names(file: sqlite3.Connection, row: DamagedRow, column: str) -> Iterator[Cell]:
    """What a column that names a row may have said: what the other rows say."""
    if column not in row.content:
        return
    places = [(KINDS[row.kind].table, column), *TOLD_BY.get(column, ())]
    for table, name in places:
        yield from (
            value for (value,) in file.execute(f'SELECT DISTINCT "{name}" FROM {table} NOT INDEXED')
        )


def _legible(content: Content) -> Content:
    """What can be shown of a structure: its texts as they are, and no day that is none."""
    shown: Content = {
        name: value if value is None else _text(value) for name, value in content.items()
    }
    return shown | {name: None for name in DAYS if not _is_day(shown[name])}


def _text(value: Cell) -> str:
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")
    return data.decode("utf-8", "replace")


def _is_day(value: Cell) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _write(file: sqlite3.Connection, row: DamagedRow, content: Content) -> None:
    rows = KINDS[row.kind]
    columns = ", ".join(f'"{name}" = ?' for name in (*content, rows.column))
    digest = row_digest(row.kind, *content.values())
    file.execute(
        f"UPDATE {rows.table} SET {columns} WHERE rowid = ?",
        (*content.values(), digest, row.rowid),
    )


def _keep_aside(file: sqlite3.Connection, kind: str, content: Content, state: str) -> None:
    file.execute(
        "INSERT INTO set_aside (kind, content, state) VALUES (?, ?, ?)",
        (kind, content_text(content), state),
    )


# --- Questionnaires -------------------------------------------------------------------------


def _put_content(
    file: sqlite3.Connection, path: Path, reference: str, content: bytes | None, *, is_used: bool
) -> None:
    """Put the very bytes of a reference in the place of damaged ones."""
    if content is None and is_used:
        raise DatabaseDamaged(path)
    if content is None:
        # Its name was what was damaged, or nobody used it: nothing hangs on it.
        file.execute(
            "DELETE FROM questionnaires WHERE reference = CAST(? AS TEXT)", (bindable(reference),)
        )
        return
    name, version = _name_and_version(reference)
    # Another one of this name and version is the same one, damaged.
    file.execute(
        "DELETE FROM questionnaires WHERE reference <> ? AND id = ? AND version = ?",
        (reference, name, version),
    )
    done = file.execute(
        "UPDATE questionnaires SET content = ? WHERE reference = ?", (content, reference)
    )
    if not done.rowcount:
        file.execute(
            "INSERT INTO questionnaires (reference, id, version, content, origin, installed_at)"
            " VALUES (?, ?, ?, ?, '', '')",
            (reference, name, version, content),
        )


def _name_and_version(reference: str) -> tuple[str, str]:
    name, _at, rest = reference.partition("@")
    return name, rest.partition("#")[0]


def content_named(path: Path, reference: str) -> bytes | None:
    """The very bytes of a reference: the program's own, else those of a copy, else any here."""
    name, version = _name_and_version(reference)
    program, files = _of_program(f"{name}-{version}.json"), _of_files([*copies_beside(path), path])
    for content in chain(program, files):
        if content_matches(reference, content):
            return content
    return None


def _of_program(name: str) -> Iterator[bytes]:
    for file in paths.shipped_questionnaires():
        if file.name == name:
            yield file.read_bytes()


def _of_files(files: list[Path]) -> Iterator[bytes]:
    for path in files:
        try:
            with closing(connect(path, "rest")) as file:
                for (content,) in file.execute("SELECT content FROM questionnaires"):
                    yield bytes(content)
        except (sqlite3.Error, TypeError, UnicodeDecodeError):
            continue


# --- Copies ---------------------------------------------------------------------------------


def copies_beside(path: Path) -> list[Path]:
    """The dated copies of a database, the newest first."""
    folder = DataFolder(path.parent).copies
    try:
        found = [(name, copy) for copy in folder.iterdir() if (name := copy_name(copy))]
    except OSError:
        return []
    return [copy for _name, copy in sorted(found, reverse=True) if copy.is_file()]


def row_in_copies(path: Path, kind: str, content: Content) -> tuple[Path, Content] | None:
    """The newest copy that has a row of the same name, and that row; None where none has."""
    return next(rows_in_copies(path, kind, content), None)


def rows_in_copies(path: Path, kind: str, content: Content) -> Iterator[tuple[Path, Content]]:
    """Every copy that has a row of the same name, the newest first, and that row."""
    for copy in copies_beside(path):
        try:
            with closing(connect(copy, "rest")) as file:
                file.text_factory = text_of
                found = row_of(file, kind, content)
        except (sqlite3.Error, UnicodeDecodeError):
            continue
        if found is not None and found != content:
            yield copy, found
