"""An answer in words, as lists and last year's reminder say it."""

from __future__ import annotations

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import (
    ComputedQuestion,
    MaturityQuestion,
)
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words import answers
from cap_desktop.words.days import day_numbers
from cap_desktop.words.states import (
    NOT_ASKED,
    REASON_TO_WRITE,
    UNFINISHED,
)


def state_words(opened: OpenAssessment, entry: QuestionEntry) -> str:
    """The saved answer in words; « Sans réponse » where there is none."""
    words = said(opened.results.questions[entry.id], opened.questionnaire.settings.decimals)
    if not is_unfinished(opened, entry):
        return words
    if opened.waits_for_reason(entry.id):
        return _(REASON_TO_WRITE)
    if opened.answer(entry.id).value is None:
        return _(UNFINISHED)
    return _("{words}, à terminer", words=words)


def is_unfinished(opened: OpenAssessment, entry: QuestionEntry) -> bool:
    """True where something is typed that waits to become the answer."""
    answer = opened.answer(entry.id)
    waits = bool(opened.typed(entry.id)) or opened.waits_for_reason(entry.id)
    return waits and not (answer.na or answer.unknown)


def said(resolved: Resolved, decimals: int) -> str:
    """What was answered, or why nothing was; ``decimals`` are those of a quotient."""
    if resolved.state == "excluded":
        return _(NOT_ASKED)
    return answers.said(resolved, decimals, day_numbers)


def level_rank(entry: QuestionEntry, answer: Answer) -> int | None:
    """The rank of the level that was chosen; None where no level was."""
    if not isinstance(entry.question, MaturityQuestion):
        return None
    ranks = (rank for rank, level in enumerate(entry.question.levels) if level.id == answer.value)
    return next(ranks, None)


def answer_said(entry: QuestionEntry, answer: Answer) -> str:
    """An answer that is not saved yet, in words."""
    return answers.answer_words(entry, answer, day_numbers)


def computed_note(opened: OpenAssessment, entry: QuestionEntry) -> str:
    """What is to be known about a computed figure, or about its absence."""
    resolved = opened.results.questions[entry.id]
    question = entry.question
    if not isinstance(question, ComputedQuestion):
        return ""
    if resolved.measure is None:
        sources = (*question.numerator, *question.denominator)
        states = opened.results.questions
        if any(states[name].measure is None for name in sources):
            return _("Se calcule tout seul, dès que les chiffres de base sont saisis.")
        return _("Le total est à zéro\u00a0: il n’y a rien à calculer cette année.")
    base = resolved.base
    if question.small_below is not None and base is not None and base < question.small_below:
        return _("Effectif faible\u00a0: ce chiffre bouge beaucoup d’une année à l’autre.")
    return ""
