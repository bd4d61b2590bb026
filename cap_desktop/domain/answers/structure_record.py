"""A structure and the years it assessed, as its file `cap-structure/1` says."""

from __future__ import annotations

from typing import Literal

from cap_desktop.domain.questionnaire.fields import Identifier, Record, TextValue, Year

FORMAT = "cap-structure/1"


class AssessedYear(Record):
    """One year and the questionnaire it was answered on, by the name of its file."""

    year: Year
    questionnaire: TextValue


class Structure(Record):
    """A structure; ``fictional`` marks those of the demonstration."""

    format: Literal["cap-structure/1"]
    id: Identifier
    name: TextValue
    description: TextValue | None = None
    fictional: bool = False
    years: tuple[AssessedYear, ...]
