"""What is damaged inside a database that SQLite can open, row by row; nothing is written here.

By the standard library alone, so that a file that belongs to nobody can be looked at too.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cap_desktop.errors import DatabaseDamaged, NotOpened
from cap_desktop.storage.file.connect import Mode, connect
from cap_desktop.storage.file.database_file import cause_of, read_surely
from cap_desktop.storage.local.contents import content_matches
from cap_desktop.storage.local.digests import KINDS, row_digest

Cell = str | int | float | bytes | None
Content = dict[str, Cell]
"""A row by its columns; what is no UTF-8 in a text stands for itself (surrogates)."""

_INDEX_ONLY = re.compile(
    r"row \d+ missing from index \w+|wrong # of entries in index \w+|non-unique entry in index \w+"
)
_CODE = re.compile(r"error code=(\d+)")
_VERSIONS = (b"\x01\x01", b"\x02\x02")
"""The bytes of a header that say how a file is written; SQLite refuses to write any other."""
_PRIMARY = 0xFF
PROBLEMS = 100
DIGESTED_SINCE = 6


class DamagedRow(NamedTuple):
    """A row that is not what was written; `content` is what stands there."""

    kind: str
    rowid: int
    content: Content
    digest: Cell


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong in a database whose pages are whole.

    `questionnaires` are the references that are used, or installed, without their very bytes.
    """

    rows: tuple[DamagedRow, ...]
    questionnaires: tuple[str, ...]
    indexes: bool

    def __bool__(self) -> bool:
        return bool(self.rows or self.questionnaires or self.indexes)


def look_for_damage(path: Path, mode: Mode = "look") -> Damage:
    """Look at every page, row and reference of a database.

    One of a former schema has no digests: its rows are taken at their word.

    Raises ``DatabaseDamaged`` for what no row can be blamed for, ``NotOpened`` where it cannot
    be read now. Writes nothing.
    """
    return read_surely(path, lambda: _looked(path, mode))


def _looked(path: Path, mode: Mode) -> Damage:
    try:
        with path.open("rb") as stream:
            header = stream.read(20)
    except OSError as error:
        raise NotOpened(path, cause_of(error) or "failed") from error
    if header[18:] not in _VERSIONS:
        raise DatabaseDamaged(path)
    with closing(connect(path, mode)) as file:
        file.text_factory = text_of
        (schema,) = file.execute("PRAGMA user_version").fetchone()
        return _damage(file, path, KINDS if schema >= DIGESTED_SINCE else ())


def text_of(data: bytes) -> str:
    """A text as it stands there; one flipped bit is enough to make it no UTF-8."""
    return data.decode("utf-8", "surrogateescape")


def _damage(file: sqlite3.Connection, path: Path, kinds: Iterable[str]) -> Damage:
    file.execute("BEGIN")
    problems = [str(row[0]) for row in file.execute(f"PRAGMA integrity_check({PROBLEMS})")]
    if any(_is_unread(problem) for problem in problems):
        raise NotOpened(path, "failed")
    is_whole = problems == ["ok"]
    if not is_whole and not all(_INDEX_ONLY.fullmatch(problem) for problem in problems):
        raise DatabaseDamaged(path)
    rows = tuple(row for kind in kinds for row in _damaged_rows(file, kind))
    questionnaires = tuple(_damaged_questionnaires(file))
    blamed = {(KINDS[row.kind].table, row.rowid) for row in rows}
    for table, rowid, parent, _number in file.execute("PRAGMA foreign_key_check"):
        if parent != "questionnaires" and (table, rowid) not in blamed:
            raise DatabaseDamaged(path)
    for kept in ("journal", "set_aside") if kinds else ():
        file.execute(f"SELECT * FROM {kept} LIMIT 1").fetchall()
    return Damage(rows, questionnaires, not is_whole)


def _is_unread(problem: str) -> bool:
    """True for a page that the disk did not give: that is no verdict on it."""
    codes = (int(code) & _PRIMARY for code in _CODE.findall(problem))
    return "disk I/O error" in problem or sqlite3.SQLITE_IOERR in codes


def _damaged_rows(file: sqlite3.Connection, kind: str) -> Iterator[DamagedRow]:
    """The rows of a kind that do not match their digest, read without any index."""
    for rowid, digest, *values in file.execute(f"{_selected(kind)} NOT INDEXED"):
        if row_digest(kind, *values) != digest:
            yield DamagedRow(kind, rowid, _content(kind, values), digest)


def row_at(file: sqlite3.Connection, kind: str, rowid: int) -> DamagedRow | None:
    """The row that stands somewhere; None where it matches its digest, or is gone."""
    found = file.execute(f"{_selected(kind)} WHERE rowid = ?", (rowid,)).fetchone()
    if found is None or row_digest(kind, *found[2:]) == found[1]:
        return None
    return DamagedRow(kind, rowid, _content(kind, found[2:]), found[1])


def row_of_digest(file: sqlite3.Connection, kind: str, digest: Cell) -> Content | None:
    """The row that bears a digest, and matches it; None where there is none."""
    rows = KINDS[kind]
    for _rowid, _digest, *values in file.execute(
        f"{_selected(kind)} WHERE {rows.column} = ?", (bindable(digest),)
    ):
        if row_digest(kind, *values) == digest:
            return _content(kind, values)
    return None


def _selected(kind: str) -> str:
    rows = KINDS[kind]
    columns = ", ".join(f'"{name}"' for name in rows.columns)
    return f"SELECT rowid, {rows.column}, {columns} FROM {rows.table}"


def _content(kind: str, values: Sequence[Cell]) -> Content:
    return dict(zip(KINDS[kind].columns, values, strict=True))


def _damaged_questionnaires(file: sqlite3.Connection) -> Iterator[str]:
    """The references without their bytes: those that are used, and those that are installed."""
    found = {
        str(reference): content_matches(str(reference), content)
        for reference, content in file.execute(
            "SELECT reference, content FROM questionnaires NOT INDEXED"
        )
    }
    used = [str(row[0]) for row in file.execute("SELECT DISTINCT questionnaire FROM assessments")]
    for reference in dict.fromkeys([*used, *found]):
        if not found.get(reference, False):
            yield reference


def row_of(file: sqlite3.Connection, kind: str, content: Content) -> Content | None:
    """The row of a database that bears the same name as another one, whole; None without it.

    A database of a former schema has no digests: its row is taken at its word.
    """
    rows = KINDS[kind]
    named = " AND ".join(f'"{name}" = ?' for name in rows.key)
    columns = ", ".join(f'"{name}"' for name in rows.columns)
    has_digests = rows.column in columns_of(file, rows.table)
    digest = rows.column if has_digests else "NULL"
    if not all(name in content for name in rows.key):
        return None
    found = file.execute(
        f"SELECT {digest}, {columns} FROM {rows.table} WHERE {named}",
        tuple(bindable(content[name]) for name in rows.key),
    ).fetchone()
    if found is None or (has_digests and row_digest(kind, *found[1:]) != found[0]):
        return None
    return _content(kind, found[1:])


def bindable(value: Cell) -> Cell:
    """A cell as SQLite takes it: the bytes of a text that is none, which equal no text."""
    if not isinstance(value, str):
        return value
    data = value.encode("utf-8", "surrogateescape")
    return value if data.decode("utf-8", "replace") == value else data


def columns_of(file: sqlite3.Connection, table: str) -> set[str]:
    """The names of the columns of a table, none where there is no such table."""
    return {str(row[1]) for row in file.execute(f"PRAGMA table_info({table})")}


def content_text(content: Content) -> str:
    """A row as it is set aside."""
    return json.dumps(content, default=lambda data: {"hex": data.hex()})


def content_of(text: str) -> Content:
    """Read what `content_text` wrote."""
    tree = json.loads(text)
    return {
        name: bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
        for name, value in tree.items()
    }
