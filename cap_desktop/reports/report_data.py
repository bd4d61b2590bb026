"""What a report is made from: one frozen value, whatever the screen or the files it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cap_desktop.domain.answers.identity import NOBODY_SAID, Identity
from cap_desktop.domain.comparison.changed_answers import ChangedAnswer
from cap_desktop.domain.comparison.comparison import Comparison
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results


@dataclass(frozen=True, slots=True)
class FormerYear:
    """The year before. ``kept`` leads from a question of today to the one it was then.

    Only questions that mean the same are in ``kept``; ``comparison`` is missing where no
    lineage joins the two questionnaires.
    """

    year: int
    results: Results
    comparison: Comparison | None
    changed: tuple[ChangedAnswer, ...]
    kept: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Participants:
    """Those who answered, by role: how many answers are theirs, and until which day."""

    role: str
    answers: int
    last_day: date


@dataclass(frozen=True, slots=True)
class ReportData:
    """A year of a structure with its plan. ``actions`` come in the order the structure gave.

    ``sealed_on`` is missing while the year is a draft. ``today`` decides what is late.
    ``data_digest`` names the answers, ``reference`` the questionnaire. ``recount`` is what the
    rules of today give for a sealed year, only where they print something else.
    """

    structure: str
    year: int
    results: Results
    discussed: frozenset[str]
    actions: tuple[Action, ...]
    former: FormerYear | None
    participants: tuple[Participants, ...]
    sealed_on: date | None
    today: date
    reference: str
    engine: str
    data_digest: str
    recount: Results | None = None
    identity: Identity = NOBODY_SAID

    @property
    def questionnaire(self) -> Questionnaire:
        """The version that was answered."""
        return self.results.questionnaire

    @property
    def decimals(self) -> int:
        """How many decimals a score is published with."""
        return self.questionnaire.settings.decimals
