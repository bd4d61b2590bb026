"""The results of a kept assessment, and the way from one year's questionnaire to another's."""

from __future__ import annotations

from cap_desktop.domain.assessment import Assessment, sheet_of
from cap_desktop.domain.questionnaire import Questionnaire
from cap_desktop.domain.reading import read_installed
from cap_desktop.domain.scoring import Results, score
from cap_desktop.domain.succession import Succession, follows, is_same_version, succession
from cap_desktop.storage.transaction import Transaction


class ScoredYears:
    """Scores kept answers; each questionnaire is read once, then kept as an immutable value."""

    def __init__(self) -> None:
        self._questionnaires: dict[str, Questionnaire] = {}

    def questionnaire(self, tx: Transaction, reference: str) -> Questionnaire:
        """The version an assessment is pinned to."""
        if reference not in self._questionnaires:
            content = tx.questionnaires.content(reference)
            self._questionnaires[reference] = read_installed(content)
        return self._questionnaires[reference]

    def results(self, tx: Transaction, assessment: Assessment) -> Results:
        """Everything deduced from the answers kept for a year."""
        questionnaire = self.questionnaire(tx, assessment.questionnaire)
        profile = tx.structures.profile(assessment.structure, assessment.year)
        return score(questionnaire, sheet_of(profile, tx.answers.of(assessment.id, questionnaire)))

    def succession(
        self, tx: Transaction, old: Questionnaire, new: Questionnaire
    ) -> Succession | None:
        """What became of the old questions, by the versions kept here; None where one misses."""
        installed = {name.partition("#")[0]: name for name in tx.questionnaires.references()}
        versions = [new]
        while not is_same_version(old, versions[0]):
            oldest = versions[0]
            if follows(old, oldest):
                versions.insert(0, old)
                break
            previous = oldest.previous
            known = previous and installed.get(f"{previous.id}@{previous.version}")
            if not known or len(versions) > len(installed):
                return None
            versions.insert(0, self.questionnaire(tx, known))
        return succession(versions)
