"""The tables of every schema as the migrations make them, to know what is not ours.

A test makes each schema anew and compares: the next migration adds its number here.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache

_MADE = {
    1: """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE answers (
    assessment_id TEXT NOT NULL, question TEXT NOT NULL, record TEXT NOT NULL,
    discuss INTEGER NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
    CONSTRAINT pk_answers PRIMARY KEY (assessment_id, question),
    CONSTRAINT fk_answers_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id) ON
      DELETE CASCADE
);
CREATE TABLE assessments (
    id TEXT NOT NULL, structure_id TEXT NOT NULL, year INTEGER NOT NULL,
    questionnaire TEXT NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL, sealed_at TEXT,
    engine TEXT, results TEXT,
    CONSTRAINT pk_assessments PRIMARY KEY (id),
    CONSTRAINT fk_assessments_structure_id FOREIGN KEY(structure_id) REFERENCES structures (id)
      ON DELETE CASCADE,
    CONSTRAINT fk_assessments_questionnaire FOREIGN KEY(questionnaire) REFERENCES questionnaires
      (reference),
    CONSTRAINT uq_assessments_structure_id UNIQUE (structure_id, year)
);
CREATE TABLE evidence (
    assessment_id TEXT NOT NULL, question TEXT NOT NULL, name TEXT NOT NULL,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, added_at TEXT NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (assessment_id, question, name),
    CONSTRAINT fk_evidence_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id)
      ON DELETE CASCADE
);
CREATE TABLE history (
    number INTEGER NOT NULL, assessment_id TEXT NOT NULL, question TEXT NOT NULL,
    at TEXT NOT NULL, "by" TEXT NOT NULL, "before" TEXT, "after" TEXT,
    CONSTRAINT pk_history PRIMARY KEY (number),
    CONSTRAINT fk_history_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id) ON
      DELETE CASCADE
);
CREATE TABLE journal (
    number INTEGER NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (number)
);
CREATE TABLE profiles (
    structure_id TEXT NOT NULL, year INTEGER NOT NULL, field TEXT NOT NULL,
    option TEXT NOT NULL,
    CONSTRAINT pk_profiles PRIMARY KEY (structure_id, year, field, option),
    CONSTRAINT fk_profiles_structure_id FOREIGN KEY(structure_id) REFERENCES structures (id) ON
      DELETE CASCADE
);
CREATE TABLE questionnaires (
    reference TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, content BLOB NOT NULL,
    origin TEXT NOT NULL, installed_at TEXT NOT NULL,
    CONSTRAINT pk_questionnaires PRIMARY KEY (reference),
    CONSTRAINT uq_questionnaires_id UNIQUE (id, version)
);
CREATE TABLE structures (
    id TEXT NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL,
    CONSTRAINT pk_structures PRIMARY KEY (id)
);
CREATE INDEX ix_assessments_structure_id ON assessments (structure_id);
CREATE INDEX ix_history_assessment_id ON history (assessment_id);
""",
    2: """
CREATE TABLE standing (
    assessment_id TEXT NOT NULL, text TEXT NOT NULL,
    CONSTRAINT pk_standing PRIMARY KEY (assessment_id),
    CONSTRAINT fk_standing_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id)
      ON DELETE CASCADE
);
""",
    3: """
CREATE TABLE action_history (
    number INTEGER NOT NULL, structure_id TEXT NOT NULL, year INTEGER NOT NULL,
    action TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, "before" TEXT, "after" TEXT,
    CONSTRAINT pk_action_history PRIMARY KEY (number),
    CONSTRAINT fk_action_history_structure_id FOREIGN KEY(structure_id) REFERENCES structures
      (id) ON DELETE CASCADE
);
CREATE TABLE actions (
    structure_id TEXT NOT NULL, year INTEGER NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL,
    record TEXT NOT NULL, removed INTEGER NOT NULL,
    CONSTRAINT pk_actions PRIMARY KEY (structure_id, year, id),
    CONSTRAINT fk_actions_structure_id FOREIGN KEY(structure_id) REFERENCES structures (id) ON
      DELETE CASCADE
);
CREATE TABLE hidden_ideas (
    structure_id TEXT NOT NULL, year INTEGER NOT NULL, suggestion TEXT NOT NULL,
    CONSTRAINT pk_hidden_ideas PRIMARY KEY (structure_id, year, suggestion),
    CONSTRAINT fk_hidden_ideas_structure_id FOREIGN KEY(structure_id) REFERENCES structures (id)
      ON DELETE CASCADE
);
CREATE INDEX ix_action_history_structure_id ON action_history (structure_id);
""",
    4: """
CREATE TABLE unfinished (
    assessment_id TEXT NOT NULL, question TEXT NOT NULL, part TEXT NOT NULL,
    typed TEXT NOT NULL,
    CONSTRAINT pk_unfinished PRIMARY KEY (assessment_id, question, part),
    CONSTRAINT fk_unfinished_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id)
      ON DELETE CASCADE
);
""",
    5: """
CREATE TABLE structures (
    id TEXT NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL, siret TEXT, region TEXT,
    department TEXT, agreement TEXT, agreement_from TEXT, agreement_until TEXT,
    archived_at TEXT,
    CONSTRAINT pk_structures PRIMARY KEY (id)
);
""",
    6: """
CREATE TABLE action_history (
    number INTEGER NOT NULL, structure_id TEXT NOT NULL, year INTEGER NOT NULL, action
    TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, "before" TEXT, "after" TEXT,
    digest TEXT,
    CONSTRAINT pk_action_history PRIMARY KEY (number),
    CONSTRAINT fk_action_history_structure_id FOREIGN KEY(structure_id) REFERENCES
      structures (id) ON DELETE CASCADE
);
CREATE TABLE actions (
    structure_id TEXT NOT NULL, year INTEGER NOT NULL, id TEXT NOT NULL, rank INTEGER NOT
    NULL, record TEXT NOT NULL, removed INTEGER NOT NULL, digest TEXT,
    CONSTRAINT pk_actions PRIMARY KEY (structure_id, year, id),
    CONSTRAINT fk_actions_structure_id FOREIGN KEY(structure_id) REFERENCES structures
      (id) ON DELETE CASCADE
);
CREATE TABLE answers (
    assessment_id TEXT NOT NULL, question TEXT NOT NULL, record TEXT NOT NULL, discuss
    INTEGER NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, digest TEXT,
    CONSTRAINT pk_answers PRIMARY KEY (assessment_id, question),
    CONSTRAINT fk_answers_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments
      (id) ON DELETE CASCADE
);
CREATE TABLE assessments (
    id TEXT NOT NULL, structure_id TEXT NOT NULL, year INTEGER NOT NULL, questionnaire
    TEXT NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL, sealed_at TEXT, engine
    TEXT, results TEXT, digest TEXT, results_digest TEXT,
    CONSTRAINT pk_assessments PRIMARY KEY (id),
    CONSTRAINT fk_assessments_structure_id FOREIGN KEY(structure_id) REFERENCES structures
      (id) ON DELETE CASCADE,
    CONSTRAINT fk_assessments_questionnaire FOREIGN KEY(questionnaire) REFERENCES
      questionnaires (reference),
    CONSTRAINT uq_assessments_structure_id UNIQUE (structure_id, year)
);
CREATE TABLE evidence (
    assessment_id TEXT NOT NULL, question TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT
    NOT NULL, size INTEGER NOT NULL, added_at TEXT NOT NULL, digest TEXT,
    CONSTRAINT pk_evidence PRIMARY KEY (assessment_id, question, name),
    CONSTRAINT fk_evidence_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments
      (id) ON DELETE CASCADE
);
CREATE TABLE hidden_ideas (
    structure_id TEXT NOT NULL, year INTEGER NOT NULL, suggestion TEXT NOT NULL, digest
    TEXT,
    CONSTRAINT pk_hidden_ideas PRIMARY KEY (structure_id, year, suggestion),
    CONSTRAINT fk_hidden_ideas_structure_id FOREIGN KEY(structure_id) REFERENCES
      structures (id) ON DELETE CASCADE
);
CREATE TABLE history (
    number INTEGER NOT NULL, assessment_id TEXT NOT NULL, question TEXT NOT NULL, at TEXT
    NOT NULL, "by" TEXT NOT NULL, "before" TEXT, "after" TEXT, digest TEXT,
    CONSTRAINT pk_history PRIMARY KEY (number),
    CONSTRAINT fk_history_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments
      (id) ON DELETE CASCADE
);
CREATE TABLE profiles (
    structure_id TEXT NOT NULL, year INTEGER NOT NULL, field TEXT NOT NULL, option TEXT
    NOT NULL, digest TEXT,
    CONSTRAINT pk_profiles PRIMARY KEY (structure_id, year, field, option),
    CONSTRAINT fk_profiles_structure_id FOREIGN KEY(structure_id) REFERENCES structures
      (id) ON DELETE CASCADE
);
CREATE TABLE set_aside (
    number INTEGER NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL, state TEXT NOT
    NULL,
    CONSTRAINT pk_set_aside PRIMARY KEY (number)
);
CREATE TABLE standing (
    assessment_id TEXT NOT NULL, text TEXT NOT NULL, digest TEXT,
    CONSTRAINT pk_standing PRIMARY KEY (assessment_id),
    CONSTRAINT fk_standing_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments
      (id) ON DELETE CASCADE
);
CREATE TABLE structures (
    id TEXT NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL, siret TEXT, region
    TEXT, department TEXT, agreement TEXT, agreement_from TEXT, agreement_until TEXT,
    archived_at TEXT, digest TEXT,
    CONSTRAINT pk_structures PRIMARY KEY (id)
);
CREATE TABLE unfinished (
    assessment_id TEXT NOT NULL, question TEXT NOT NULL, part TEXT NOT NULL, typed TEXT
    NOT NULL, digest TEXT,
    CONSTRAINT pk_unfinished PRIMARY KEY (assessment_id, question, part),
    CONSTRAINT fk_unfinished_assessment_id FOREIGN KEY(assessment_id) REFERENCES
      assessments (id) ON DELETE CASCADE
);
""",
}
"""By schema, what its migration adds or makes anew; spaces and line ends do not count."""

_START = r"CREATE (TABLE|INDEX) (\w+)"
# Without the indexes that SQLite makes by itself, which have no text.
_ROWS = "SELECT type, name, sql FROM sqlite_schema WHERE type <> 'index' OR sql IS NOT NULL"

Thing = tuple[str, str]
"""A table, an index, a trigger or a view, and its name: a trigger may bear that of a table."""


@cache
def schema_made(schema: int) -> dict[Thing, str]:
    """What the migrations make up to a schema: the text of each table and of each index."""
    return {
        thing: text
        for number, made in sorted(_MADE.items())
        if number <= schema
        for thing, text in _statements(made)
    }


def _statements(made: str) -> Iterator[tuple[Thing, str]]:
    for statement in made.split(";"):
        found = re.match(_START, text := _flat(statement))
        if found is not None:
            yield (found[1].lower(), found[2]), text


def schema_found(file: sqlite3.Connection) -> dict[Thing, str]:
    """The same of a database, whatever it holds; raises ``sqlite3.Error``."""
    return {(kind, name): _flat(text or "") for kind, name, text in file.execute(_ROWS)}


def _flat(text: str) -> str:
    return " ".join(text.split())
