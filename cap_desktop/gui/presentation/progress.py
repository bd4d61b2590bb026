"""What pages read out of an open assessment: displayed questions, progress, words of a text."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.domain.questionnaire.outline import NodeEntry, QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Term
from cap_desktop.domain.questionnaire.questions import ComputedQuestion, Level
from cap_desktop.domain.scoring.indicators import count_of, is_awaited
from cap_desktop.domain.scoring.states import State
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment

DONE: tuple[State, ...] = ("answered", "na")


@dataclass(frozen=True, slots=True)
class ThemeProgress:
    """A theme in the list: how many of its displayed questions are done."""

    theme: NodeEntry
    short_title: str
    done: int
    asked: int

    @property
    def is_done(self) -> bool:
        """True when nothing is left to answer."""
        return self.done == self.asked


def displayed(opened: OpenAssessment, theme: NodeEntry) -> tuple[QuestionEntry, ...]:
    """The questions of a theme that are asked of this structure, in order."""
    states = opened.results.questions
    return tuple(entry for entry in theme.questions if states[entry.id].is_asked)


def all_displayed(opened: OpenAssessment) -> list[QuestionEntry]:
    """The questions that are asked of this structure, theme after theme."""
    return [
        entry for node in opened.questionnaire.outline.themes() for entry in displayed(opened, node)
    ]


def themes_after(opened: OpenAssessment, theme: str) -> list[str]:
    """The themes that come after one and ask something."""
    nodes = list(opened.questionnaire.outline.themes())
    names = [node.id for node in nodes]
    return [node.id for node in nodes[names.index(theme) + 1 :] if displayed(opened, node)]


def short_title(opened: OpenAssessment, theme: str) -> str:
    """The name of a theme where there is little room."""
    return next(
        item.short_title
        for part in opened.questionnaire.parts
        for axis in part.axes
        for item in axis.themes
        if item.id == theme
    )


def sources_of(opened: OpenAssessment, entry: QuestionEntry) -> tuple[QuestionEntry, ...]:
    """The questions that a computed figure follows from, each once."""
    question = entry.question
    if not isinstance(question, ComputedQuestion):
        return ()
    names = dict.fromkeys((*question.numerator, *question.denominator))
    return tuple(opened.questionnaire.outline.by_id[name] for name in names)


def first_waiting(opened: OpenAssessment, theme: str) -> QuestionEntry | None:
    """The first question of a theme that waits for an answer, else its first one."""
    entries = displayed(opened, opened.questionnaire.outline.nodes[theme])
    states = opened.results.questions
    waiting = [
        entry
        for entry in entries
        if states[entry.id].state == "unanswered"
        and not isinstance(entry.question, ComputedQuestion)
    ]
    return next(iter(waiting or entries), None)


def progress(opened: OpenAssessment, theme: NodeEntry, short_title: str) -> ThemeProgress:
    """How far a theme is; computed figures and optional texts are not waited for."""
    found = count_of(opened.results.questions[entry.id] for entry in displayed(opened, theme))
    return ThemeProgress(theme, short_title, found.done, found.asked)


def rank_in_theme(opened: OpenAssessment, entry: QuestionEntry) -> tuple[int, int] | None:
    """The rank of a question, from 1, and how many there are, as the list of themes counts.

    None for what nobody is waited for: a computed figure, an optional text.
    """
    theme = opened.questionnaire.outline.nodes[entry.theme]
    awaited = [item for item in displayed(opened, theme) if is_awaited(item.question)]
    return (awaited.index(entry) + 1, len(awaited)) if entry in awaited else None


def place_words(opened: OpenAssessment, entry: QuestionEntry) -> str:
    """Where a question stands in its theme, or what else it is."""
    place = rank_in_theme(opened, entry)
    if place is not None:
        return _("Question {rank} sur {count}", rank=place[0], count=place[1])
    is_computed = isinstance(entry.question, ComputedQuestion)
    return _("Résultat calculé") if is_computed else _("Question facultative")


def themes(opened: OpenAssessment) -> tuple[ThemeProgress, ...]:
    """Every theme in order."""
    found = opened.questionnaire.outline.themes()
    return tuple(progress(opened, theme, theme.label) for theme in found)


def words_of(opened: OpenAssessment, entry: QuestionEntry) -> tuple[Term, ...]:
    """The terms of the glossary that the texts of a question use."""
    question = entry.question
    levels = (level.description for level in question.choices if isinstance(level, Level))
    text = " ".join(
        filter(
            None,
            [question.title, question.help, question.why, *levels],
        )
    )
    folded = f" {text.lower()} "
    found = []
    for term in opened.questionnaire.glossary:
        name = term.term
        # An acronym is told from a common word by its capitals: « AI » is not « ai ».
        is_there = f"{name}" in text if name.isupper() else name.lower() in folded
        if is_there and _stands_alone(name, text):
            found.append(term)
    return tuple(found)


def _stands_alone(name: str, text: str) -> bool:
    """True when the term is a whole word of the text, plural included."""
    start = 0
    low, wanted = text.lower(), name.lower()
    while (place := low.find(wanted, start)) >= 0:
        before = low[place - 1] if place else " "
        after = low[place + len(wanted) : place + len(wanted) + 1] or " "
        if not before.isalpha() and (not after.isalpha() or after == "s"):
            return True
        start = place + 1
    return False
