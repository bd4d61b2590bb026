"""`cap-desktop questionnaire schema`: the JSON Schema of a questionnaire."""

from __future__ import annotations


def schema() -> None:
    """Écrire le schéma JSON d’un questionnaire."""
    import sys

    from cap_desktop.domain.questionnaire.canonical import schema_bytes

    sys.stdout.write(schema_bytes().decode())
