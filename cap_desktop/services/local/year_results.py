"""The results of a year: computed from a draft, read as they were frozen from a sealed year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results, score


@dataclass(frozen=True, slots=True)
class YearResults:
    """What is shown of a year; ``recount`` is what today's rules give, only where it differs."""

    shown: Results
    recount: Results | None


def results_of(
    assessment: Assessment, questionnaire: Questionnaire, sheet: AnswerSheet
) -> YearResults:
    """The results of a year: those that were sealed, where it is."""
    today = score(questionnaire, sheet)
    if assessment.results is None:
        return YearResults(today, None)
    # Start-up: a draft, which is what is opened most, reads nothing frozen.
    from cap_desktop.exchange.frozen_results import thawed

    shown = thawed(assessment.results, today)
    is_same = replace(shown, engine=today.engine) == today
    return YearResults(shown, None if is_same else today)
