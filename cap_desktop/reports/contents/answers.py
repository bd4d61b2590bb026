"""Answers in words, and everything that was said around them."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.plan.gains import level_of
from cap_desktop.domain.questionnaire.questions import MaturityQuestion, MeasuredQuestion
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.i18n import _
from cap_desktop.reports.contents.inline import Runs, runs
from cap_desktop.reports.document import Badge
from cap_desktop.words import answers
from cap_desktop.words.answers import ratio_words
from cap_desktop.words.days import whole_day
from cap_desktop.words.numbers import with_unit

DEEPEST = 4
"""The deepest colour of a level."""


def said(resolved: Resolved, decimals: int) -> str:
    """What was answered, or why nothing was."""
    return answers.said(resolved, decimals, whole_day)


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
    figures = ratio_words(answer)
    if figures:
        yield runs(figures, "secondary")
    if reason := answers.reason_words(question, answer):
        yield runs(_("Raison\u00a0: {reason}", reason=reason), "secondary")
    if answer.comment:
        yield runs(answer.comment, "secondary")
    if answer.target is not None and isinstance(question, MeasuredQuestion):
        value = with_unit(answer.target, question.unit)
        yield runs(_("Cible\u00a0: {value}", value=value), "secondary")
    if answer.evidence:
        names = ", ".join(answer.evidence)
        yield runs(_("Preuves\u00a0: {names}", names=names), "secondary")
    if is_discussed:
        yield runs(_("À discuter"), "attention")
