"""What the data folders of tests are made with."""

from datetime import UTC, datetime


def clock() -> datetime:
    return datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
