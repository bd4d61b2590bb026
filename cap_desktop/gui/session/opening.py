"""What opening an assessment brings; imported on the storage lane, behind the first page."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.services.local.local_services import LocalServices
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


def found(services: LocalServices, opened: OpenAssessment) -> OpenedYear:
    """Read what stands around an assessment."""
    years = services.assessments.years(opened.structure.id)
    before = [year for year in years if year.year < opened.assessment.year]
    if not before:
        return OpenedYear(opened, years)
    path = services.assessments.succession(before[0], opened.assessment)
    return OpenedYear(opened, years, services.assessments.open(before[0].id), path)
