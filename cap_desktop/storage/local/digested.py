"""Rows as they are written: with their digest, in the same statement."""

from __future__ import annotations

from sqlalchemy import func

from cap_desktop.storage.local import tables
from cap_desktop.storage.local.digests import KINDS, row_digest


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
