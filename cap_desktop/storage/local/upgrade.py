"""Bringing an older database to today's tables; alembic is imported only when it is needed."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from cap_desktop.storage.file.database_file import APPLICATION_ID, SCHEMA

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def upgrade(connection: Connection) -> None:
    """Run the missing migrations in the transaction of the connection."""
    from alembic import command, config  # start-up: few databases are old

    options = config.Config()
    options.set_main_option("script_location", str(MIGRATIONS))
    options.set_main_option("path_separator", "os")
    options.attributes["connection"] = connection
    command.upgrade(options, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
