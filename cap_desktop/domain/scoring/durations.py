"""How long a questionnaire takes: minutes of a group around one table, by what is asked.

They are the program's own and no field of a questionnaire: an edition that could set them would
announce what it likes. They were counted with structures that answered together.
"""

from __future__ import annotations

from collections.abc import Iterable

from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    NumberQuestion,
    TextQuestion,
)

PRACTICE, FIGURE, COMPLIANCE, TEXT = 5, 4, 5, 10
"""Minutes: a practice, one figure to look for, a list of compliance, a free text."""


def minutes_of(question: BaseQuestion) -> int:
    """The minutes that a question takes; the two figures of a ratio are two."""
    if isinstance(question, ComputedQuestion):
        return 0
    if isinstance(question, NumberQuestion):
        return FIGURE * (2 if question.input == "ratio" else 1)
    if isinstance(question, TextQuestion):
        return TEXT
    return COMPLIANCE if question.is_compliance else PRACTICE


def minutes(questions: Iterable[BaseQuestion]) -> int:
    """The minutes that some questions take together."""
    return sum(minutes_of(question) for question in questions)
