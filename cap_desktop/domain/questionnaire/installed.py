"""A questionnaire whose bytes were checked once: read without the checks, as a start does."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire


def read_installed(data: bytes) -> Questionnaire:
    """Read canonical bytes that were checked when they were installed, and not again.

    Raises ``pydantic.ValidationError`` where they are not what was installed.
    """
    return Questionnaire.model_validate_json(data)
