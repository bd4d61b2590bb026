"""Rows as they are written, with their digest in the same statement, and read against it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, func

from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digests import KINDS, DamagedRowError, row_digest


def digested(kind: str, **values: object) -> dict[str, object]:
    """The values with the digest of the row that they make.

    Of a row that is changed in part, SQLite takes what is not said from what is there.
    """
    rows = KINDS[kind]
    if values.keys() >= set(rows.columns):
        digest: object = row_digest(kind, *(values[name] for name in rows.columns))
    else:
        columns = tables.metadata.tables[rows.table].c
        digest = func.row_digest(kind, *(values.get(n, columns[n]) for n in rows.columns))
    return values | {rows.column: digest}


def checked(kind: str, row: Row[Any]) -> Row[Any]:
    """A row as it was read: what is damaged while the data are open is met here.

    Raises ``DamagedRowError``.
    """
    rows, cells = KINDS[kind], row._asdict()
    if row_digest(kind, *(cells[name] for name in rows.columns)) != cells[rows.column]:
        raise DamagedRowError(kind)
    return row
