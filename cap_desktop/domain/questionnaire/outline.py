"""A questionnaire laid flat: what the passes in document order need, prepared once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import count
from string import ascii_uppercase
from typing import Literal

from cap_desktop.domain.exact import HUNDRED, ZERO
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    Breakpoint,
    MaturityQuestion,
    MeasuredQuestion,
    MultipleOption,
    MultipleQuestion,
    SingleQuestion,
    YesNoQuestion,
)
from cap_desktop.domain.questionnaire.tree import Axis, Part, Theme

NodeLevel = Literal["theme", "axis", "part", "overall"]


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """One question, where it stands, and the scores its answers give.

    ``counts`` is true when the question enters the means: scored, with a weight above zero.
    ``scores`` holds the exact score of each level, option or yes/no; ``counts_as`` the
    options that are no answer. ``show_if`` names every condition on the way down.
    """

    question: BaseQuestion
    index: int
    part: str
    axis: str
    theme: str
    show_if: tuple[str, ...]
    counts: bool
    scores: dict[str, Fraction]
    counts_as: dict[str, str]
    exclusive: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class NodeEntry:
    """A theme, an axis, a part: its children, and the questions under it.

    ``code`` names a part by a letter and a theme by its part and its rank, « B5 », all along
    the pages and the reports; ``label`` is the title where there is little room.
    """

    id: str
    level: NodeLevel
    title: str
    weight: Fraction
    index: int
    children: tuple[NodeEntry, ...]
    questions: tuple[QuestionEntry, ...]
    code: str = ""
    label: str = ""

    @property
    def is_for_staff(self) -> bool:
        """True where only the employees in insertion are asked: no page of the agreed set."""
        return bool(self.questions) and all(item.question.is_for_staff for item in self.questions)

    @property
    def has_weight(self) -> bool:
        """True when at least one scored question with weight can be reached with weight."""
        if self.level == "theme":
            return any(entry.counts for entry in self.questions)
        return any(child.weight > 0 and child.has_weight for child in self.children)


@dataclass(frozen=True, slots=True)
class Outline:
    """The questions and the nodes in document order, and their index by id."""

    questions: tuple[QuestionEntry, ...]
    parts: tuple[NodeEntry, ...]
    by_id: dict[str, QuestionEntry] = field(default_factory=dict)
    nodes: dict[str, NodeEntry] = field(default_factory=dict)

    def themes_of(self, part: str) -> tuple[NodeEntry, ...]:
        """The themes of a part, in document order, without those of the employees."""
        found = (theme for axis in self.nodes[part].children for theme in axis.children)
        return tuple(theme for theme in found if not theme.is_for_staff)

    def themes(self) -> Iterator[NodeEntry]:
        """The themes in document order, without those of the employees."""
        for part in self.parts:
            yield from self.themes_of(part.id)


def outline_of(branches: tuple[Part, ...]) -> Outline:
    """Lay the parts of a questionnaire flat."""
    entries: list[QuestionEntry] = []
    parts = tuple(_part(part, rank, entries) for rank, part in enumerate(branches))
    nodes: dict[str, NodeEntry] = {}
    for part in parts:
        nodes[part.id] = part
        for axis in part.children:
            nodes[axis.id] = axis
            nodes.update((theme.id, theme) for theme in axis.children)
    return Outline(tuple(entries), parts, {entry.id: entry for entry in entries}, nodes)


def part_code(rank: int) -> str:
    """The letters of a part by its rank, from 0: A to Z, then AA, AB."""
    letters = ""
    rank += 1
    while rank:
        rank, place = divmod(rank - 1, len(ascii_uppercase))
        letters = ascii_uppercase[place] + letters
    return letters


def _part(part: Part, rank: int, entries: list[QuestionEntry]) -> NodeEntry:
    start, code = len(entries), part_code(rank)
    gates = _gates((), part.show_if)
    codes = (f"{code}{number}" for number in count(1))
    return NodeEntry(
        id=part.id,
        level="part",
        title=part.title,
        weight=part.weight,
        index=start,
        children=tuple(_axis(axis, part, gates, codes, entries) for axis in part.axes),
        questions=tuple(entries[start:]),
        code=code,
        label=part.label,
    )


def _axis(
    axis: Axis,
    part: Part,
    above: tuple[str, ...],
    codes: Iterator[str],
    entries: list[QuestionEntry],
) -> NodeEntry:
    start = len(entries)
    gates = _gates(above, axis.show_if)
    return NodeEntry(
        id=axis.id,
        level="axis",
        title=axis.title,
        weight=axis.weight,
        index=start,
        children=tuple(_theme(theme, axis, part, gates, codes, entries) for theme in axis.themes),
        questions=tuple(entries[start:]),
        label=axis.label,
    )


def _theme(
    theme: Theme,
    axis: Axis,
    part: Part,
    above: tuple[str, ...],
    codes: Iterator[str],
    entries: list[QuestionEntry],
) -> NodeEntry:
    start = len(entries)
    gates = _gates(above, theme.show_if)
    for question in theme.questions:
        entries.append(
            QuestionEntry(
                question=question,
                index=len(entries),
                part=part.id,
                axis=axis.id,
                theme=theme.id,
                show_if=_gates(gates, question.show_if),
                counts=question.scored and question.weight > 0,
                scores=scores_of(question),
                counts_as=_counts_as(question),
                exclusive=_exclusive(question),
            )
        )
    is_for_staff = all(question.is_for_staff for question in theme.questions)
    return NodeEntry(
        id=theme.id,
        level="theme",
        title=theme.title,
        weight=theme.weight,
        index=start,
        children=(),
        questions=tuple(entries[start:]),
        code="" if is_for_staff else next(codes),
        label=theme.short_title,
    )


def _gates(above: tuple[str, ...], show_if: str | None) -> tuple[str, ...]:
    return above if show_if is None or show_if in above else (*above, show_if)


def scores_of(question: BaseQuestion) -> dict[str, Fraction]:
    """The exact score of each choice of a question (format.md §2.8); empty for figures.

    Level ``i`` of ``n`` is worth ``100 * i / (n - 1)`` unless the levels say their scores.
    """
    if isinstance(question, MaturityQuestion):
        last = max(len(question.levels) - 1, 1)
        return {
            level.id: HUNDRED * rank / last if level.score is None else level.score
            for rank, level in enumerate(question.levels)
        }
    if isinstance(question, YesNoQuestion):
        return {"yes": question.score_yes, "no": question.score_no}
    if isinstance(question, SingleQuestion | MultipleQuestion):
        return {option.id: option.score or ZERO for option in question.options}
    return {}


def _counts_as(question: BaseQuestion) -> dict[str, str]:
    if isinstance(question, SingleQuestion):
        return {option.id: option.counts_as for option in question.options if option.counts_as}
    return {}


def _exclusive(question: BaseQuestion) -> frozenset[str]:
    if isinstance(question, MultipleQuestion):
        return frozenset(option.id for option in question.options if option.exclusive)
    return frozenset()


def offered_options(question: MultipleQuestion, profile: Profile) -> tuple[MultipleOption, ...]:
    """The options that are offered to this profile, in their order."""
    held = {option for values in profile.values() for option in values}
    return tuple(item for item in question.options if not item.profile or held & set(item.profile))


def as_offered(question: BaseQuestion, profile: Profile) -> BaseQuestion:
    """A question as it is put to this profile, without the options of the others."""
    if not isinstance(question, MultipleQuestion):
        return question
    offered = offered_options(question, profile)
    if len(offered) == len(question.options):
        return question
    return question.model_copy(update={"options": offered})


def breakpoints_for(question: MeasuredQuestion, profile: Profile) -> tuple[Breakpoint, ...]:
    """The breakpoints of the first variant that fits the profile, else the question's own."""
    for variant in question.variants:
        if set(profile.get(variant.profile, ())) & set(variant.in_):
            return variant.breakpoints
    return question.breakpoints
