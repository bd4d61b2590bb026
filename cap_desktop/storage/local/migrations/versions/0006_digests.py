"""A digest beside each row, and a place for the rows that do not match theirs."""

import sqlalchemy as sa
from alembic import op

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
        "1",
    ),
    "assessment": (
        "assessments",
        "digest",
        (
            *("id", "structure_id", "year", "questionnaire", "state", "created_at"),
            *("sealed_at", "engine"),
        ),
        "1",
    ),
    "results": (
        "assessments",
        "results_digest",
        ("id", "results"),
        "results IS NULL OR json_valid(results)",
    ),
    "profile": ("profiles", "digest", ("structure_id", "year", "field", "option"), "1"),
    "answer": (
        "answers",
        "digest",
        ("assessment_id", "question", "record", "discuss", "updated_at", "updated_by"),
        "json_valid(record)",
    ),
    "history": (
        "history",
        "digest",
        ("assessment_id", "question", "at", "by", "before", "after"),
        '("before" IS NULL OR json_valid("before")) AND ("after" IS NULL OR json_valid("after"))',
    ),
    "evidence": (
        "evidence",
        "digest",
        ("assessment_id", "question", "name", "sha256", "size", "added_at"),
        "1",
    ),
    "unfinished": (
        "unfinished",
        "digest",
        ("assessment_id", "question", "part", "typed"),
        "json_valid(typed)",
    ),
    "action": (
        "actions",
        "digest",
        ("structure_id", "year", "id", "rank", "record", "removed"),
        "json_valid(record)",
    ),
    "action history": (
        "action_history",
        "digest",
        ("structure_id", "year", "action", "at", "by", "before", "after"),
        '("before" IS NULL OR json_valid("before")) AND ("after" IS NULL OR json_valid("after"))',
    ),
    "hidden idea": ("hidden_ideas", "digest", ("structure_id", "year", "suggestion"), "1"),
    "standing": ("standing", "digest", ("assessment_id", "text"), "1"),
}


def upgrade() -> None:
    """Add the digests, and take them of what is there.

    What cannot be read any more gets none: it is set aside at the opening.
    """
    for kind, (table, digest, columns, readable) in DIGESTED.items():
        op.add_column(table, sa.Column(digest, sa.Text(), nullable=True))
        values = ", ".join(f'"{name}"' for name in columns)
        op.execute(f"UPDATE {table} SET {digest} = row_digest('{kind}', {values}) WHERE {readable}")
    op.create_table(
        "set_aside",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_set_aside"),
    )
