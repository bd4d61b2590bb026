"""A digest beside each row, and a place for the rows that do not match theirs."""

import json
import sqlite3

import sqlalchemy as sa
from alembic import op

from cap_desktop.storage.local.damage import text_of
from cap_desktop.storage.local.digests import row_digest

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# As they are in this schema: a later one has its own.
DIGESTED = {
    "structure": (
        "structures",
        "digest",
        (
            *("id", "name", "created_at", "siret", "region", "department"),
            *("agreement", "agreement_from", "agreement_until", "archived_at"),
        ),
        (),
    ),
    "assessment": (
        "assessments",
        "digest",
        (
            *("id", "structure_id", "year", "questionnaire", "state", "created_at"),
            *("sealed_at", "engine"),
        ),
        (),
    ),
    "results": (
        "assessments",
        "results_digest",
        ("id", "results"),
        ("results",),
    ),
    "profile": ("profiles", "digest", ("structure_id", "year", "field", "option"), ()),
    "answer": (
        "answers",
        "digest",
        ("assessment_id", "question", "record", "discuss", "updated_at", "updated_by"),
        ("record",),
    ),
    "history": (
        "history",
        "digest",
        ("assessment_id", "question", "at", "by", "before", "after"),
        ("before", "after"),
    ),
    "evidence": (
        "evidence",
        "digest",
        ("assessment_id", "question", "name", "sha256", "size", "added_at"),
        (),
    ),
    "unfinished": (
        "unfinished",
        "digest",
        ("assessment_id", "question", "part", "typed"),
        ("typed",),
    ),
    "action": (
        "actions",
        "digest",
        ("structure_id", "year", "id", "rank", "record", "removed"),
        ("record",),
    ),
    "action history": (
        "action_history",
        "digest",
        ("structure_id", "year", "action", "at", "by", "before", "after"),
        ("before", "after"),
    ),
    "hidden idea": ("hidden_ideas", "digest", ("structure_id", "year", "suggestion"), ()),
    "standing": ("standing", "digest", ("assessment_id", "text"), ()),
}


def upgrade() -> None:
    """Add the digests, and take them of what is there.

    What cannot be read any more gets none: it is set aside at the opening.
    """
    driver = op.get_bind().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    for kind, (table, digest, columns, trees) in DIGESTED.items():
        op.add_column(table, sa.Column(digest, sa.Text(), nullable=True))
        driver.text_factory = text_of
        try:
            _fill(driver, kind, table, digest, columns, trees)
        finally:
            driver.text_factory = str
    op.create_table(
        "set_aside",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_set_aside"),
    )


def _fill(
    driver: sqlite3.Connection,
    kind: str,
    table: str,
    digest: str,
    columns: tuple[str, ...],
    trees: tuple[str, ...],
) -> None:
    named = ", ".join(f'"{name}"' for name in columns)
    rows = driver.execute(f"SELECT rowid, {named} FROM {table}").fetchall()
    driver.executemany(
        f"UPDATE {table} SET {digest} = ? WHERE rowid = ?",
        [
            (row_digest(kind, *values), rowid)
            for rowid, *values in rows
            if _is_readable(dict(zip(columns, values, strict=True)), trees)
        ],
    )


def _is_readable(row: dict[str, object], trees: tuple[str, ...]) -> bool:
    """True where every text is one, and every JSON text too."""
    try:
        for value in row.values():
            if isinstance(value, str):
                value.encode()
        for name in trees:
            value = row[name]
            if value is not None:
                json.loads(str(value))
    except ValueError:
        return False
    return True
