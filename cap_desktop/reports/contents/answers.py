"""Answers in words, and everything that was said around them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from cap_desktop.charts.words import NONE, amount
from cap_desktop.domain.answers import AnswerValue, Quotient
from cap_desktop.domain.exact import format_decimal, rounded
from cap_desktop.domain.gains import level_of
from cap_desktop.domain.outline import QuestionEntry
from cap_desktop.domain.questions import ComputedQuestion, MaturityQuestion, MeasuredQuestion
from cap_desktop.domain.states import Resolved, shown_measure
from cap_desktop.i18n import _, day_words
from cap_desktop.reports.contents.pieces import Runs, runs
from cap_desktop.reports.outline import Badge

DEEPEST = 4
"""The deepest colour of a level."""


def said(resolved: Resolved, decimals: int) -> str:
    """What was answered, or why nothing was."""
    answer, question = resolved.answer, resolved.entry.question
    if answer.na:
        return _("Non applicable")
    if answer.unknown:
        return _("Ne sait pas")
    if isinstance(question, MeasuredQuestion):
        return _figure(resolved, question, decimals)
    if answer.value is None:
        return _("Sans réponse")
    return value_words(resolved.entry, answer.value)


def _figure(resolved: Resolved, question: MeasuredQuestion, decimals: int) -> str:
    if resolved.measure is not None:
        return with_unit(shown_measure(resolved, resolved.measure, decimals), question.unit)
    if isinstance(question, ComputedQuestion):
        return _("Pas encore calculé")
    return _("Sans réponse") if resolved.answer.value is None else _("Total à zéro")


def value_words(entry: QuestionEntry, value: AnswerValue) -> str:
    """A chosen value in words; the rank of a level stands before its name."""
    question = entry.question
    for rank, level in enumerate(getattr(question, "levels", ())):
        if level.id == value:
            return _("{rank} · {title}", rank=rank, title=level.title or level.description)
    options = {item.id: str(item.title) for item in getattr(question, "options", ())}
    if isinstance(value, tuple):
        return ", ".join(options.get(name, name) for name in value)
    if value in ("yes", "no") and question.kind == "yesno":
        return _("Oui") if value == "yes" else _("Non")
    if isinstance(value, date):
        return day_words(value.isoformat(), with_year=True)
    return options.get(value, value) if isinstance(value, str) else ""


def number(value: Fraction) -> str:
    """A figure in French: « 1 250,5 »."""
    return amount(format_decimal(rounded(value, 6)))


def with_unit(value: Fraction | None, unit: str) -> str:
    """A figure and its unit, a dash where there is no figure."""
    if value is None:
        return NONE
    first, space, rest = unit.partition(" ")
    is_plural = first.endswith("s") and first != "fois"
    shown = f"{first[:-1]}{space}{rest}" if is_plural and abs(value) < 2 else unit
    return f"{number(value)}\u00a0{shown}"


def level_badge(resolved: Resolved, year: str, *, is_ring: bool = False) -> Badge | None:
    """The level that was chosen, as a badge; None where no level was."""
    question, rank = resolved.entry.question, level_of(resolved)
    if rank is None or not isinstance(question, MaturityQuestion):
        return None
    title = question.levels[rank].title
    words = _("Niveau {rank} en {year}", rank=rank, year=year)
    if title:
        words = _("{level}\u00a0: {title}", level=words, title=title)
    return Badge(str(rank), rank * DEEPEST // (len(question.levels) - 1), words, is_ring)


def around(resolved: Resolved, *, is_discussed: bool) -> Iterator[Runs]:
    """What was said beside the answer: the two figures, the reason, the comment, the rest."""
    answer, question = resolved.answer, resolved.entry.question
    if isinstance(answer.value, Quotient):
        parts = {"num": number(answer.value.num), "den": number(answer.value.den)}
        yield runs(_("{num} sur {den}", **parts), "secondary")
    if answer.reason:
        yield runs(_("Raison\u00a0: {reason}", reason=answer.reason), "secondary")
    if answer.comment:
        yield runs(answer.comment, "secondary")
    if answer.target is not None:
        unit = getattr(question, "unit", "")
        yield runs(_("Cible\u00a0: {value}", value=with_unit(answer.target, unit)), "secondary")
    if answer.evidence:
        names = ", ".join(answer.evidence)
        yield runs(_("Preuves\u00a0: {names}", names=names), "secondary")
    if is_discussed:
        yield runs(_("À discuter"), "attention")
