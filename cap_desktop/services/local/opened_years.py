"""Reading one assessment with all that its pages show, within a transaction."""

from __future__ import annotations

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER
from cap_desktop.domain.answers.assessment import Assessment, sheet_of
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.standing import YearStanding
from cap_desktop.errors import AssessmentSealed
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.services.local.scored_years import ScoredYears
from cap_desktop.services.local.standings import plan_under_way, standing_of, year_standing
from cap_desktop.services.local.year_results import results_of
from cap_desktop.storage.local.transaction import Transaction


class OpenedYears:
    """Opens assessments of one database; what never changes is read and computed once."""

    def __init__(self, scored: ScoredYears) -> None:
        self._scored = scored
        self._past_years: dict[str, YearStanding] = {}

    def questionnaire(self, tx: Transaction, reference: str) -> Questionnaire:
        """The version an assessment is pinned to."""
        return self._scored.questionnaire(tx, reference)

    def draft(self, tx: Transaction, assessment: str) -> Assessment:
        """An assessment that may be changed; raises ``AssessmentSealed``."""
        found = tx.assessments.get(assessment)
        if found.is_sealed:
            raise AssessmentSealed(found.year)
        return found

    def is_empty(self, tx: Transaction, assessment: Assessment) -> bool:
        """True for a draft without any answer, action, evidence, or half-typed text."""
        answers = tx.answers.of(assessment.id, self.questionnaire(tx, assessment.questionnaire))
        is_answered = any(kept.answer != NO_ANSWER or kept.discuss for kept in answers.values())
        return not (
            assessment.is_sealed
            or is_answered
            or tx.evidence.of(assessment.id)
            or tx.unfinished.of(assessment.id)
            or tx.plans.of(assessment.structure, assessment.year)
        )

    def forget(self, assessment: Assessment) -> None:
        """Keep nothing in mind of a year that is no more."""
        self._past_years.pop(assessment.id, None)

    def kept(self, tx: Transaction, assessment: Assessment) -> OpenAssessment:
        """Everything read anew after a change.

        The standing of the newest year is kept for the next start, whatever year was looked at.
        """
        self._past_years.pop(assessment.id, None)
        opened = self.opened(tx, assessment)
        newest = tx.assessments.of(assessment.structure)[0]
        begins = opened if newest.id == assessment.id else self.opened(tx, newest)
        tx.standing.keep(begins.standing)
        return opened

    def opened(self, tx: Transaction, assessment: Assessment) -> OpenAssessment:
        """Everything that the pages of an assessment show."""
        questionnaire = self.questionnaire(tx, assessment.questionnaire)
        profile = tx.structures.profile(assessment.structure, assessment.year)
        kept = tx.answers.of(assessment.id, questionnaire)
        structure = tx.structures.get(assessment.structure)
        results = results_of(assessment, questionnaire, sheet_of(profile, kept))
        others = tx.structures.others(structure.id)
        years = self._years(tx, assessment, results.shown)
        plan = plan_under_way(tx, structure.id, assessment.year)
        return OpenAssessment(
            structure,
            assessment,
            questionnaire,
            profile,
            kept,
            tx.evidence.of(assessment.id),
            tx.unfinished.of(assessment.id),
            results.shown,
            standing_of(structure, assessment, results.shown, kept, years, others, plan),
            results.recount,
        )

    def _years(
        self, tx: Transaction, assessment: Assessment, results: Results
    ) -> tuple[YearStanding, ...]:
        """Every year of the structure; those that do not change are read once."""
        found = tx.assessments.of(assessment.structure)
        kept = None if self._past_years else tx.standing.kept()
        if kept is not None:
            # Written with the last change: at a start, the other years are as it says.
            self._past_years = {year.assessment: year for year in kept.years}
        for year in found:
            if year.id != assessment.id and year.id not in self._past_years:
                self._past_years[year.id] = year_standing(year, self._scored.results(tx, year))
        own = year_standing(assessment, results)
        return tuple(
            own if year.id == assessment.id else self._past_years[year.id] for year in found
        )
