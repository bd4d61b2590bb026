"""The results of a kept assessment, and the way from one year's questionnaire to another's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cap_desktop.domain.answers.assessment import Assessment, sheet_of
from cap_desktop.domain.comparison.succession import Succession, succession
from cap_desktop.domain.questionnaire.installed import read_installed
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.services.local.year_results import results_of

if TYPE_CHECKING:
    from cap_desktop.storage.local.transaction import Transaction


class ScoredYears:
    """Scores kept answers; each questionnaire is read once, then kept as an immutable value."""

    def __init__(self, known: Mapping[str, Questionnaire] | None = None) -> None:
        """`known` was read from the same data already, by its full reference."""
        self._questionnaires = {} if known is None else dict(known)

    def questionnaire(self, tx: Transaction, reference: str) -> Questionnaire:
        """The version an assessment is pinned to."""
        if reference not in self._questionnaires:
            content = tx.questionnaires.content(reference)
            self._questionnaires[reference] = read_installed(content)
        return self._questionnaires[reference]

    def results(self, tx: Transaction, assessment: Assessment) -> Results:
        """The results of a year as they are shown: frozen where it is sealed."""
        questionnaire = self.questionnaire(tx, assessment.questionnaire)
        profile = tx.structures.profile(assessment.structure, assessment.year)
        sheet = sheet_of(profile, tx.answers.of(assessment.id, questionnaire))
        return results_of(assessment, questionnaire, sheet).shown

    def succession(self, tx: Transaction, old: str, new: str) -> Succession | None:
        """What became of the questions of one full reference in another.

        Each version on the way is kept here and names the exact bytes of the one before; None
        where one misses.
        """
        installed = tx.questionnaires.references()
        versions = [self.questionnaire(tx, new)]
        reached = new
        while reached != old:
            previous = versions[0].previous
            if previous is None:
                return None
            reached = f"{previous.id}@{previous.version}#{previous.content_digest}"
            if reached not in installed:
                return None
            versions.insert(0, self.questionnaire(tx, reached))
        return succession(versions)
