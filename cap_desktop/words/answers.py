"""What was answered, or why nothing was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerValue, Quotient
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    MaturityQuestion,
    MeasuredQuestion,
)
from cap_desktop.domain.scoring.states import Resolved, shown_measure
from cap_desktop.i18n import _, counted
from cap_desktop.words.numbers import number, with_unit
from cap_desktop.words.states import (
    NO,
    NOT_APPLICABLE,
    REASON_TO_CHOOSE,
    UNANSWERED,
    UNKNOWN,
    YES,
)

DayWords = Callable[[date], str]
"""How a day is written: in figures where there is little room, else in words."""


def said(resolved: Resolved, decimals: int, day: DayWords) -> str:
    """The answer to a question that is asked; ``decimals`` are those of a quotient."""
    answer, entry = resolved.answer, resolved.entry
    if answer.na:
        return not_applicable(entry.question, answer)
    if answer.unknown:
        return _(UNKNOWN)
    if isinstance(entry.question, MeasuredQuestion):
        return _figure(resolved, entry.question, decimals)
    if answer.value is None:
        return _(UNANSWERED)
    if isinstance(answer.value, tuple) and _are_sentences(entry.question, answer.value):
        count = len(answer.value)
        return counted("{number} ligne cochée", "{number} lignes cochées", count)
    return value_words(entry, answer.value, day)


def _are_sentences(question: BaseQuestion, value: tuple[str, ...]) -> bool:
    """True for the lines of a list, too long to be said in a cell: they are counted."""
    titles = [str(item.title) for item in question.choices if item.id in value]
    return bool(titles) and all(title.endswith(".") for title in titles)


def not_applicable(question: BaseQuestion, answer: Answer) -> str:
    """« Non applicable », and that its reason is still to be chosen where it is."""
    if question.na.reasons and not answer.reason_id:
        return _("{what}, {reason}", what=_(NOT_APPLICABLE), reason=_(REASON_TO_CHOOSE).lower())
    return _(NOT_APPLICABLE)


def reason_words(question: BaseQuestion, answer: Answer) -> str:
    """Why a question does not apply: the reason chosen from its list, and what was typed."""
    chosen = (item.title for item in question.na.reasons if item.id == answer.reason_id)
    return ". ".join(said for said in (next(chosen, ""), answer.reason) if said)


def _figure(resolved: Resolved, question: MeasuredQuestion, decimals: int) -> str:
    if resolved.measure is not None:
        return with_unit(shown_measure(resolved, resolved.measure, decimals), question.unit)
    if isinstance(question, ComputedQuestion):
        return _("Pas encore calculé")
    return _(UNANSWERED) if resolved.answer.value is None else _("Total à zéro")


def answer_words(entry: QuestionEntry, answer: Answer, day: DayWords) -> str:
    """An answer that nothing was counted from."""
    if answer.na:
        return not_applicable(entry.question, answer)
    if answer.unknown:
        return _(UNKNOWN)
    if answer.value is None:
        return _(UNANSWERED)
    if isinstance(entry.question, MeasuredQuestion) and isinstance(answer.value, Fraction):
        return with_unit(answer.value, entry.question.unit)
    return ratio_words(answer) or value_words(entry, answer.value, day)


def ratio_words(answer: Answer) -> str:
    """The two figures of a ratio; nothing for another answer."""
    if not isinstance(answer.value, Quotient):
        return ""
    return _("{num} sur {den}", num=number(answer.value.num), den=number(answer.value.den))


def value_words(entry: QuestionEntry, value: AnswerValue | None, day: DayWords) -> str:
    """A chosen value; the rank of a level stands before its name."""
    question = entry.question
    if isinstance(question, MaturityQuestion):
        for rank, level in enumerate(question.levels):
            if level.id == value:
                return _("{rank} · {title}", rank=rank, title=level.title or level.description)
    options = {item.id: str(item.title) for item in question.choices}
    if isinstance(value, tuple):
        separator = " " if _are_sentences(question, value) else ", "
        return separator.join(options.get(name, name) for name in value)
    if value in ("yes", "no") and question.kind == "yesno":
        return _(YES) if value == "yes" else _(NO)
    if isinstance(value, date):
        return day(value)
    return options.get(value, value) if isinstance(value, str) else ""
