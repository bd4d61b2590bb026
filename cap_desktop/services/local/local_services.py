"""The use cases of one database, made together: what one has read, the others need not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.answering import Answering
from cap_desktop.services.local.assessments import Assessments
from cap_desktop.services.local.evidence import EvidenceService
from cap_desktop.services.local.opened_years import OpenedYears
from cap_desktop.services.local.scored_years import ScoredYears
from cap_desktop.services.local.structures import Structures
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

if TYPE_CHECKING:
    from cap_desktop.services.local.plans import Plans
    from cap_desktop.services.local.reports import Reports


class LocalServices:
    """They run on the storage lane, one after the other; each call is one transaction."""

    def __init__(
        self,
        database: Database,
        evidence: EvidenceFolder,
        clock: Clock,
        known: Mapping[str, Questionnaire] | None = None,
    ) -> None:
        """`known` are the questionnaires of these data that were read already."""
        self._database, self._folder, self._clock = database, evidence, clock
        self._scored = ScoredYears(known)
        years = OpenedYears(self._scored)
        self.assessments = Assessments(database, self._scored, years, clock)
        self.structures = Structures(database, years, clock)
        self.answering = Answering(database, years, clock)
        self.evidence = EvidenceService(database, evidence, years, self.answering, clock)

    def at(self, clock: Clock) -> LocalServices:
        """The same use cases by another clock: to write what was done at another time."""
        return LocalServices(self._database, self._folder, clock)

    @cached_property
    def plans(self) -> Plans:
        """The improvement plans, imported when they are first looked at."""
        from cap_desktop.services.local.plans import Plans  # start-up: no plan is shown first

        return Plans(self._database, self._clock, self._scored)

    @cached_property
    def reports(self) -> Reports:
        """What reports are made from, imported for the first one."""
        from cap_desktop.services.local.reports import Reports  # start-up: what draws

        return Reports(self._database, self._clock, self._scored)
