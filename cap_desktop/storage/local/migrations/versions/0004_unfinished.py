"""What is typed and is no answer yet."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of what is unfinished."""
    op.create_table(
        "unfinished",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_unfinished_assessment_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "question", "part", name="pk_unfinished"),
    )
