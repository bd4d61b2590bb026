"""The questionnaire proposed at first launch, and the year to begin with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.services.files.questionnaires import load


@dataclass(frozen=True, slots=True)
class Edition:
    """Its value, its bytes, and the year to begin."""

    questionnaire: Questionnaire
    content: bytes
    year: int


def read_edition(path: Path, now: datetime) -> Edition:
    """Read the questionnaire; raises an ``InputError``."""
    return Edition(load(path).questionnaire, path.read_bytes(), year_of(now))


def year_of(now: datetime) -> int:
    """The year an assessment begun today is about."""
    return now.year
