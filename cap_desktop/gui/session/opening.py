"""What opening an assessment brings; imported on the storage lane, behind the first page."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.services.local.assessments import Assessments
from cap_desktop.services.local.open_assessment import OpenAssessment


@dataclass(frozen=True, slots=True)
class OpenedYear:
    """The year, all years of its structure newest first, and the year before it.

    ``path`` is how the questions of the year before became this year's; None where nobody knows.
    """

    opened: OpenAssessment
    years: tuple[Assessment, ...]
    former: OpenAssessment | None = None
    path: Succession | None = None


def found(services: Assessments, opened: OpenAssessment) -> OpenedYear:
    """Read what stands around an assessment."""
    years = services.years(opened.structure.id)
    before = [year for year in years if year.year < opened.assessment.year]
    if not before:
        return OpenedYear(opened, years)
    path = services.succession(before[0], opened.assessment)
    return OpenedYear(opened, years, services.open(before[0].id), path)


def found_last(services: Assessments) -> OpenedYear | None:
    """Read what was open last; None where there is nothing yet."""
    last = services.last_shown()
    return None if last is None else found(services, services.open(last))
