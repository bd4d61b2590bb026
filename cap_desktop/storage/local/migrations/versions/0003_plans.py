"""Improvement plans, everything that their actions were, and the ideas put aside."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the plans."""
    op.create_table(
        "actions",
        sa.Column("structure_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        _of_structure("actions"),
        sa.PrimaryKeyConstraint("structure_id", "year", "id", name="pk_actions"),
    )
    op.create_table(
        "action_history",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("structure_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        _of_structure("action_history"),
        sa.PrimaryKeyConstraint("number", name="pk_action_history"),
    )
    op.create_index("ix_action_history_structure_id", "action_history", ["structure_id"])
    op.create_table(
        "hidden_ideas",
        sa.Column("structure_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("suggestion", sa.Text(), nullable=False),
        _of_structure("hidden_ideas"),
        sa.PrimaryKeyConstraint("structure_id", "year", "suggestion", name="pk_hidden_ideas"),
    )


def _of_structure(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["structure_id"],
        ["structures.id"],
        name=f"fk_{table}_structure_id",
        ondelete="CASCADE",
    )
