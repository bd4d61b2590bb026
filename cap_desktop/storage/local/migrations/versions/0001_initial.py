"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables; there is no way down: restore the copy made before."""
    op.create_table(
        "structures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_structures"),
    )
    op.create_table(
        "questionnaires",
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("installed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reference", name="pk_questionnaires"),
        sa.UniqueConstraint("id", "version", name="uq_questionnaires_id"),
    )
    op.create_table(
        "profiles",
        sa.Column("structure_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("option", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["structure_id"],
            ["structures.id"],
            name="fk_profiles_structure_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("structure_id", "year", "field", "option", name="pk_profiles"),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("structure_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.Text()),
        sa.Column("engine", sa.Text()),
        sa.Column("results", sa.Text()),
        sa.ForeignKeyConstraint(
            ["structure_id"],
            ["structures.id"],
            name="fk_assessments_structure_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire"], ["questionnaires.reference"], name="fk_assessments_questionnaire"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.UniqueConstraint("structure_id", "year", name="uq_assessments_structure_id"),
    )
    op.create_index("ix_assessments_structure_id", "assessments", ["structure_id"])
    op.create_table(
        "answers",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("discuss", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.Text(), nullable=False),
        _of_assessment("answers"),
        sa.PrimaryKeyConstraint("assessment_id", "question", name="pk_answers"),
    )
    op.create_table(
        "history",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        _of_assessment("history"),
        sa.PrimaryKeyConstraint("number", name="pk_history"),
    )
    op.create_index("ix_history_assessment_id", "history", ["assessment_id"])
    op.create_table(
        "evidence",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        _of_assessment("evidence"),
        sa.PrimaryKeyConstraint("assessment_id", "question", "name", name="pk_evidence"),
    )
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_journal"),
    )


def _of_assessment(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["assessment_id"],
        ["assessments.id"],
        name=f"fk_{table}_assessment_id",
        ondelete="CASCADE",
    )
