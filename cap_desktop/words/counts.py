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


def listed_words(found: QuestionCount) -> str:
    """« 112 questions, 5 facultatives et 28 résultats calculés »: a list that holds them all."""
    parts = []
    if found.asked:
        parts.append(number_of_questions(found.asked))
    if found.optional:
        alone = counted(
            "{number} question facultative", "{number} questions facultatives", found.optional
        )
        beside = counted("{number} facultative", "{number} facultatives", found.optional)
        parts.append(beside if parts else alone)
    if found.computed:
        parts.append(
            counted("{number} résultat calculé", "{number} résultats calculés", found.computed)
        )
    first = ", ".join(parts[:-1])
    return _("{first} et {last}", first=first, last=parts[-1]) if first else "".join(parts)


def before_a_score(found: QuestionCount) -> str:
    """« Encore 105 questions avant un score »: what stands where there is no score yet."""
    return counted(
        "Encore {number} question avant un score",
        "Encore {number} questions avant un score",
        found.left,
    )
