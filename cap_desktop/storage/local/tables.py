"""The tables, as SQLAlchemy Core sees them; `migrations/` makes the same ones."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

structures = Table(
    "structures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("siret", Text),
    Column("region", Text),
    Column("department", Text),
    Column("agreement", Text),
    Column("agreement_from", Text),
    Column("agreement_until", Text),
    Column("archived_at", Text),
    Column("digest", Text),
)

profiles = Table(
    "profiles",
    metadata,
    Column("structure_id", ForeignKey("structures.id", ondelete="CASCADE"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("option", Text, primary_key=True),
    Column("digest", Text),
)

questionnaires = Table(
    "questionnaires",
    metadata,
    Column("reference", Text, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("origin", Text, nullable=False),
    Column("installed_at", Text, nullable=False),
    UniqueConstraint("id", "version"),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Text, primary_key=True),
    Column(
        "structure_id", ForeignKey("structures.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("year", Integer, nullable=False),
    Column("questionnaire", ForeignKey("questionnaires.reference"), nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("sealed_at", Text),
    Column("engine", Text),
    Column("results", Text),
    Column("digest", Text),
    Column("results_digest", Text),
    UniqueConstraint("structure_id", "year"),
)

answers = Table(
    "answers",
    metadata,
    Column("assessment_id", ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Column("discuss", Integer, nullable=False),
    Column("updated_at", Text, nullable=False),
    Column("updated_by", Text, nullable=False),
    Column("digest", Text),
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column(
        "assessment_id",
        ForeignKey("assessments.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("question", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("digest", Text),
)

evidence = Table(
    "evidence",
    metadata,
    Column("assessment_id", ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("digest", Text),
)

# What is typed and is no answer yet, by the part of the answer that it would fill.
unfinished = Table(
    "unfinished",
    metadata,
    Column("assessment_id", ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("typed", Text, nullable=False),
    Column("digest", Text),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("about", Text, nullable=False),
)

# A removed action stays, with its place, so that it can come back.
actions = Table(
    "actions",
    metadata,
    Column("structure_id", ForeignKey("structures.id", ondelete="CASCADE"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("digest", Text),
)

action_history = Table(
    "action_history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column(
        "structure_id", ForeignKey("structures.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("year", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("digest", Text),
)

hidden_ideas = Table(
    "hidden_ideas",
    metadata,
    Column("structure_id", ForeignKey("structures.id", ondelete="CASCADE"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("suggestion", Text, primary_key=True),
    Column("digest", Text),
)

# One row: what the first page shows at the next start, before the rest is read.
standing = Table(
    "standing",
    metadata,
    Column("assessment_id", ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("digest", Text),
)

# Rows that did not match their digest, as they were found: none is ever deleted.
set_aside = Table(
    "set_aside",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("state", Text, nullable=False),
)
