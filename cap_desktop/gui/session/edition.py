"""The questionnaire proposed at first launch, and the year to begin with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Edition:
    """Its value, its bytes, and the year to begin."""

    questionnaire: Questionnaire
    content: bytes
    year: int


def year_of(now: datetime) -> int:
    """The year an assessment begun today is about."""
    return now.year
