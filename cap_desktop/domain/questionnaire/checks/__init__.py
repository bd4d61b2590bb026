"""Cross checks of a questionnaire: all problems at once, each with its place."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.checks.condition_checks import condition_problems
from cap_desktop.domain.questionnaire.checks.identifiers import identifier_problems
from cap_desktop.domain.questionnaire.checks.known import Damage, known
from cap_desktop.domain.questionnaire.checks.lineage import lineage_problems
from cap_desktop.domain.questionnaire.checks.references import reference_problems
from cap_desktop.domain.questionnaire.checks.scales import scale_problems
from cap_desktop.domain.questionnaire.checks.whole import settings_problems
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import Problem


def cross_problems(questionnaire: Questionnaire, damage: Damage | None = None) -> list[Problem]:
    """Everything that two places of the file, taken together, get wrong."""
    names = known(questionnaire, damage or Damage())
    return [
        *identifier_problems(names),
        *settings_problems(names),
        *condition_problems(names),
        *reference_problems(names),
        *scale_problems(names),
        *lineage_problems(names),
    ]
