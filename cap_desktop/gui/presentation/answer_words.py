"""An answer in words, as lists and last year's reminder say it."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import Answer, Quotient
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import (
    ComputedQuestion,
    MaturityQuestion,
    MeasuredQuestion,
)
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words import answers
from cap_desktop.words.days import day_numbers
from cap_desktop.words.numbers import number, with_unit
from cap_desktop.words.states import (
    NOT_ASKED,
    REASON_TO_WRITE,
    UNANSWERED,
    UNFINISHED,
    UNKNOWN,
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


def ratio_words(answer: Answer) -> str:
    """The two figures of a ratio; nothing for another answer."""
    if not isinstance(answer.value, Quotient):
        return ""
    return _("{num} sur {den}", num=number(answer.value.num), den=number(answer.value.den))


def answer_said(entry: QuestionEntry, answer: Answer) -> str:
    """An answer that is not saved yet, in words."""
    if answer.na:
        return answers.not_applicable(entry.question, answer)
    if answer.unknown:
        return _(UNKNOWN)
    if answer.value is None:
        return _(UNANSWERED)
    if isinstance(entry.question, MeasuredQuestion) and isinstance(answer.value, Fraction):
        return with_unit(answer.value, entry.question.unit)
    return ratio_words(answer) or answers.value_words(entry, answer.value, day_numbers)


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
