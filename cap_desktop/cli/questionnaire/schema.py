"""`cap-desktop questionnaire schema`: the JSON Schema of a questionnaire."""

from __future__ import annotations

import sys

from cap_desktop.domain.questionnaire.canonical import schema_bytes


def schema() -> None:
    """Print the schema."""
    sys.stdout.write(schema_bytes().decode())
