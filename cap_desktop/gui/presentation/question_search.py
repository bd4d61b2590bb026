"""Finding a question by its words or by its number, without minding accents or capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Term
from cap_desktop.domain.questionnaire.questions import ComputedQuestion, Level
from cap_desktop.domain.scoring.indicators import is_awaited
from cap_desktop.domain.text import folded, french_order
from cap_desktop.gui.presentation.progress import displayed, themes
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.states import NOT_APPLICABLE, UNANSWERED, UNKNOWN

NUMBER = re.compile(r"(?:q|question)?\s*(?:(?P<theme>\d{1,2})\s*[.,]\s*)?(?P<rank>\d{1,3})")


@dataclass(frozen=True, slots=True)
class Listed:
    """A question that can be found: ``number`` is « theme.question », ``rank`` counts them all.

    Both count as the list of themes does: what nobody is waited for has neither.
    ``words`` and ``others`` are folded: the title first, then all that stands around it.
    """

    entry: QuestionEntry
    rank: int
    number: str
    theme: str
    state: str
    words: str
    others: str


def listed(opened: OpenAssessment) -> tuple[Listed, ...]:
    """Every displayed question with its words, in order."""
    found: list[Listed] = []
    before = 0
    for theme_rank, progress in enumerate(themes(opened), start=1):
        title, rank = progress.theme.title, 0
        for entry in displayed(opened, progress.theme):
            counts = is_awaited(entry.question)
            rank += counts
            found.append(
                Listed(
                    entry=entry,
                    rank=before + rank if counts else 0,
                    number=f"{theme_rank}.{rank}" if counts else "",
                    theme=title,
                    state=state_said(opened, entry),
                    words=folded(entry.question.title),
                    others=folded(" ".join((title, *_around(opened, entry)))),
                )
            )
        before += rank
    return tuple(found)


def matching(questions: Iterable[Listed], typed: str) -> tuple[Listed, ...]:
    """The questions that hold every word typed, those that hold them in their title first.

    A number leads to one question: « 4.3 » the third of the fourth theme, « 12 » the twelfth.
    """
    known = tuple(questions)
    wanted = folded(typed).strip()
    number = NUMBER.fullmatch(wanted)
    if number is not None:
        return _numbered(known, number["theme"], number["rank"])
    words = wanted.split()
    if not words:
        return known
    in_title = [item for item in known if all(word in item.words for word in words)]
    first = {item.entry.id for item in in_title}
    around = [
        item
        for item in known
        if item.entry.id not in first
        and all(word in item.words or word in item.others for word in words)
    ]
    return (*in_title, *around)


def terms_matching(terms: Iterable[Term], typed: str) -> tuple[Term, ...]:
    """The terms that begin with what is typed, then those that hold every word of it, sorted."""
    wanted = folded(typed).strip()
    words = wanted.split()
    ordered = sorted(terms, key=lambda term: french_order(term.term))
    known = [(term, folded(term.term), folded(term.definition)) for term in ordered]
    first = [term for term, name, _text in known if name.startswith(wanted)]
    others = [
        term
        for term, name, text in known
        if not name.startswith(wanted) and all(word in name or word in text for word in words)
    ]
    return (*first, *others)


def state_said(opened: OpenAssessment, entry: QuestionEntry) -> str:
    """Where a question stands, in words."""
    state = opened.results.questions[entry.id].state
    if isinstance(entry.question, ComputedQuestion):
        said = _("Calculée") if state == "answered" else _("Se calculera toute seule")
    elif state == "answered":
        said = _("Remplie")
    elif state == "na":
        said = _(NOT_APPLICABLE)
    elif opened.answer(entry.id).unknown:
        said = _(UNKNOWN)
    else:
        said = _(UNANSWERED)
    if not entry.question.required and not isinstance(entry.question, ComputedQuestion):
        said = _("Facultative · {state}", state=said)
    return _("{state}, à discuter", state=said) if opened.is_discussed(entry.id) else said


def _numbered(questions: tuple[Listed, ...], theme: str | None, rank: str) -> tuple[Listed, ...]:
    if theme is None:
        return tuple(item for item in questions if item.rank == int(rank))
    number = f"{int(theme)}.{int(rank)}"
    return tuple(item for item in questions if item.number == number)


def _around(opened: OpenAssessment, entry: QuestionEntry) -> Iterable[str]:
    """What is written around the title, by the questionnaire and by the team."""
    question, answer = entry.question, opened.answer(entry.id)
    yield question.help or ""
    yield question.why or ""
    for item in question.choices:
        yield item.title or ""
        yield item.description if isinstance(item, Level) else ""
    yield answer.comment
    if isinstance(answer.value, str):
        yield answer.value
