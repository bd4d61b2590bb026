"""What a questionnaire is made of: questions, weights, frameworks covered, reading length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.exact import ZERO
from cap_desktop.domain.questionnaire.canonical import as_tree
from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import Crosswalk
from cap_desktop.domain.scoring.durations import minutes
from cap_desktop.domain.scoring.indicators import is_awaited
from cap_desktop.domain.scoring.scoring import score

FAMILIES: Mapping[str, str] = {
    "maturity": "practice",
    "single": "practice",
    "multiple": "practice",
    "number": "indicator",
    "computed": "indicator",
    "yesno": "compliance",
    "text": "text",
    "date": "text",
}
"""Kind to the family a reader counts in; a scored yes/no is a practice, a list of duties is not."""

SOURCE_TAG = "donnee"
"""Marks a figure that only feeds an indicator: it is typed, but is no question of its own."""

DERIVED_TAG = "derive"
"""Marks a second reading of figures whose indicator is already counted."""

WORDS_A_MINUTE = 150
"""A text read aloud, calmly."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"\w")
_TEXT_KEYS = frozenset(
    {"title", "description", "help", "why", "text", "hint", "label", "definition", "term"}
    | {"message", "actions", "note", "unit", "numerator_label", "denominator_label", "source"}
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions of each family, and how many figures typed or derived beside them."""

    families: Mapping[str, int]
    beside: int

    @property
    def total(self) -> int:
        """All the questions, figures beside them left out."""
        return sum(self.families.values())


@dataclass(frozen=True, slots=True)
class Length:
    """How long texts are; ``mean_sentence`` is in words, exact."""

    words: int
    sentences: int

    @property
    def mean_sentence(self) -> Fraction:
        """Words a sentence, 0 without any."""
        return Fraction(self.words, self.sentences) if self.sentences else ZERO


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """What one theme holds, and the share of its part that it decides when all applies."""

    id: str
    short_title: str
    count: Count
    share: Fraction
    length: Length


@dataclass(frozen=True, slots=True)
class ItemCoverage:
    """The questions tied to one item of a framework, by relation, and their themes."""

    item: str
    title: str
    relations: Mapping[str, int]
    themes: tuple[str, ...]


def family(entry: QuestionEntry) -> str:
    """The family a question is counted in."""
    question = entry.question
    if question.is_compliance or (question.kind == "multiple" and not question.scored):
        # A list of advice is ticked beside those of duties.
        return "compliance"
    return "practice" if question.kind == "yesno" and question.scored else FAMILIES[question.kind]


def is_beside(entry: QuestionEntry) -> bool:
    """True for a figure that only feeds or repeats an indicator."""
    return bool({SOURCE_TAG, DERIVED_TAG} & set(entry.question.tags))


def count(entries: Iterator[QuestionEntry] | tuple[QuestionEntry, ...]) -> Count:
    """Count questions by family."""
    families: Counter[str] = Counter()
    beside = 0
    for entry in entries:
        if entry.question.is_for_staff:
            # Asked of others, it is in no count of these.
            continue
        if is_beside(entry):
            beside += 1
        else:
            families[family(entry)] += 1
    return Count(dict(families), beside)


def count_for(questionnaire: Questionnaire, profile: Profile) -> tuple[Count, Count]:
    """The questions surely asked with this profile, then those that may be."""
    asked = asked_of(questionnaire, profile)
    return asked.surely, asked.at_most


@dataclass(frozen=True, slots=True)
class Asked:
    """What one profile is asked, surely and at most, and the minutes that each takes.

    ``minutes`` are those of what is surely asked and awaited, ``minutes_at_most`` those of all
    that may be answered.
    """

    surely: Count
    at_most: Count
    minutes: int
    minutes_at_most: int


def asked_of(questionnaire: Questionnaire, profile: Profile) -> Asked:
    """Count what a profile is asked, and the time it takes."""
    states = score(questionnaire, AnswerSheet(profile)).questions.values()
    mine = [item for item in states if not item.entry.question.is_for_staff]
    surely = [item.entry for item in mine if item.is_asked]
    maybe = [item.entry for item in mine if item.state != "excluded"]
    return Asked(
        count(tuple(surely)),
        count(tuple(maybe)),
        minutes(entry.question for entry in surely if is_awaited(entry.question)),
        minutes(entry.question for entry in maybe),
    )


def tagged(questionnaire: Questionnaire, tag: str) -> tuple[QuestionEntry, ...]:
    """The questions that carry a tag, such as the short version's."""
    return tuple(entry for entry in questionnaire.outline.questions if tag in entry.question.tags)


def theme_counts(questionnaire: Questionnaire) -> tuple[ThemeCount, ...]:
    """Each theme in document order."""
    nodes = questionnaire.outline.nodes
    found = []
    for part in questionnaire.parts:
        axes = sum((axis.weight for axis in part.axes), ZERO)
        for axis in part.axes:
            themes = sum((theme.weight for theme in axis.themes), ZERO)
            for theme in axis.themes:
                if nodes[theme.id].is_for_staff:
                    continue
                share = (axis.weight / axes) * (theme.weight / themes) if axes and themes else ZERO
                counted = count(nodes[theme.id].questions)
                length = length_of(*theme.questions)
                found.append(ThemeCount(theme.id, theme.short_title, counted, share, length))
    return tuple(found)


def coverage(questionnaire: Questionnaire) -> dict[str, tuple[ItemCoverage, ...]]:
    """For each framework, what covers each of its items."""
    ties: dict[tuple[str, str], list[tuple[QuestionEntry, Crosswalk]]] = {}
    for entry in questionnaire.outline.questions:
        for tie in entry.question.crosswalk:
            ties.setdefault((tie.framework, tie.item), []).append((entry, tie))
    return {
        framework.id: tuple(
            ItemCoverage(
                item.id,
                item.title,
                dict(
                    Counter(tie.relation for _entry, tie in ties.get((framework.id, item.id), []))
                ),
                tuple(
                    dict.fromkeys(
                        entry.theme for entry, _tie in ties.get((framework.id, item.id), [])
                    )
                ),
            )
            for item in framework.items
        )
        for framework in questionnaire.frameworks
    }


def length_of(*records: Record) -> Length:
    """The words and sentences of every text of some records."""
    words = sentences = 0
    for record in records:
        for text in texts_of(as_tree(record)):
            for sentence in sentences_of(text):
                sentences += 1
                words += words_of(sentence)
    return Length(words, sentences)


def texts_of(value: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - a JSON value
    """Every text that a person reads in a tree; ids and rules are left out."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from texts_of(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item, key)
    elif isinstance(value, str) and key in _TEXT_KEYS:
        yield value


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, without the empty ones."""
    return [piece for piece in _SENTENCE_END.split(text) if _WORD.search(piece)]


def words_of(sentence: str) -> int:
    """Words as a reader counts them: signs alone are none."""
    return sum(1 for piece in sentence.split() if _WORD.search(piece))
