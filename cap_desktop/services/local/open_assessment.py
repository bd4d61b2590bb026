"""An open assessment: everything that its pages show, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, AnswerSheet
from cap_desktop.domain.answers.assessment import (
    Assessment,
    EvidenceFile,
    KeptAnswer,
    KnownStructure,
    Typed,
    Unfinished,
)
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.standing import PlanStanding, Standing


@dataclass(frozen=True, slots=True)
class OpenAssessment:
    """An assessment with all that its pages show.

    ``results`` of a sealed year are those that were frozen; ``recount`` is what the rules of
    today give for it, only where they print something else.
    """

    structure: KnownStructure
    assessment: Assessment
    questionnaire: Questionnaire
    profile: Profile
    kept: dict[str, KeptAnswer]
    evidence: tuple[EvidenceFile, ...]
    unfinished: Unfinished
    results: Results
    standing: Standing
    recount: Results | None = None

    @property
    def sheet(self) -> AnswerSheet:
        """The answers as the rules want them."""
        return self.results.sheet

    def with_plan(self, plan: PlanStanding | None) -> OpenAssessment:
        """The same where its plan stands by now."""
        return replace(self, standing=self.standing._replace(plan=plan))

    def answer(self, question: str) -> Answer:
        """What is kept for a question, an empty answer where nothing is."""
        kept = self.kept.get(question)
        return NO_ANSWER if kept is None else kept.answer

    def typed(self, question: str, part: str = "value") -> Typed:
        """What is typed and is no answer yet; nothing where everything is one."""
        return self.unfinished.get((question, part), ())

    def waits_for_reason(self, question: str) -> bool:
        """True where a question was said not to apply, and the reason is still to be written."""
        return bool(self.typed(question, "na"))

    def is_discussed(self, question: str) -> bool:
        """True when the team wants to talk about this question."""
        kept = self.kept.get(question)
        return kept is not None and kept.discuss
