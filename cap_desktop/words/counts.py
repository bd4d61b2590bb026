"""How many questions there are, said in one way everywhere."""

from __future__ import annotations

from cap_desktop.domain.scoring.indicators import QuestionCount
from cap_desktop.i18n import _, counted


def number_of_questions(number: int) -> str:
    """« 6 questions »."""
    return counted("{number} question", "{number} questions", number)


def questions_words(found: QuestionCount) -> str:
    """« 6 questions et 1 facultative »."""
    asked = number_of_questions(found.asked)
    if not found.optional:
        return asked
    optional = counted("{number} facultative", "{number} facultatives", found.optional)
    return _("{asked} et {optional}", asked=asked, optional=optional)


def before_a_score(found: QuestionCount) -> str:
    """« Encore 105 questions avant un score »: what stands where there is no score yet."""
    return counted(
        "Encore {number} question avant un score",
        "Encore {number} questions avant un score",
        found.left,
    )
