"""References from one place of the file to another (format.md §2.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cap_desktop.domain.questionnaire.checks.known import Known, PlacedQuestion
from cap_desktop.domain.questionnaire.nearest import unknown
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    NumberQuestion,
)
from cap_desktop.errors import Problem


def reference_problems(known: Known) -> Iterator[Problem]:
    """Every id named outside conditions and lineage that nothing declares."""
    frameworks = {
        framework.id: {item.id for item in framework.items}
        for framework in known.questionnaire.frameworks
    }
    for placed in known.questions:
        yield from _question(known, placed, frameworks)
    yield from _consistency(known)
    for suggestion in known.questionnaire.suggestions:
        place = f"suggestions/{suggestion.id}"
        themes = {name for name, level in known.node_ids.items() if level == "theme"}
        yield from missing_names(
            known, suggestion.targets, known.by_id.keys() | themes, f"{place}/targets", "target"
        )
        yield from missing_names(
            known, suggestion.audience, known.roles, f"{place}/audience", "role"
        )


def missing_names(
    known: Known, names: Iterable[str], declared: Iterable[str], place: str, what: str
) -> Iterator[Problem]:
    """One problem for each name that is not declared, at the name itself."""
    there = set(declared)
    for name in names:
        if name not in there and name not in known.damage.ids:
            yield unknown(f"{place}/{name}", what, name, there)


def _question(
    known: Known, placed: PlacedQuestion, frameworks: dict[str, set[str]]
) -> Iterator[Problem]:
    question, place = placed.question, placed.place
    yield from missing_names(known, question.audience, known.roles, f"{place}/audience", "role")
    about = question.about
    if about is not None and about not in known.by_id and about not in known.damage.ids:
        yield unknown(f"{place}/about", "question", about, known.by_id)
    options = {name for names in known.profile.values() for name in names}
    for where, names in _profiles(question, place):
        yield from missing_names(known, names, options, where, "option")
    for rank, tie in enumerate(question.crosswalk):
        items = frameworks.get(tie.framework)
        if items is None:
            if tie.framework not in known.damage.ids:
                yield unknown(
                    f"{place}/crosswalk[{rank}]/framework", "framework", tie.framework, frameworks
                )
        elif tie.item not in items and tie.item not in known.damage.ids:
            yield unknown(f"{place}/crosswalk[{rank}]/item", "item", tie.item, items)
    if isinstance(question, MeasuredQuestion):
        yield from _measured(known, question, place, options)
    if isinstance(question, ComputedQuestion):
        yield from _computed(known, question, placed)


def _profiles(question: BaseQuestion, place: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The profile values that examples and options are for, and where they stand."""
    for rank, example in enumerate(question.examples):
        yield f"{place}/examples[{rank}]/profile", example.profile
    if isinstance(question, MultipleQuestion):
        for option in question.options:
            yield f"{place}/options/{option.id}/profile", option.profile


def _measured(
    known: Known, question: MeasuredQuestion, place: str, options: set[str]
) -> Iterator[Problem]:
    for rank, reference in enumerate(question.references):
        yield from missing_names(
            known, reference.profile, options, f"{place}/references[{rank}]/profile", "option"
        )
    for rank, variant in enumerate(question.variants):
        if not variant.in_:
            yield Problem("E-EMPTY", f"{place}/variants[{rank}]/in", "list", name="in")
        there = known.profile.get(variant.profile)
        if there is None:
            if variant.profile not in known.damage.ids:
                yield unknown(
                    f"{place}/variants[{rank}]/profile", "profile", variant.profile, known.profile
                )
        else:
            yield from missing_names(
                known, variant.in_, there, f"{place}/variants[{rank}]/in", "option"
            )


def _computed(
    known: Known, question: ComputedQuestion, placed: PlacedQuestion
) -> Iterator[Problem]:
    if not question.numerator:
        yield Problem("E-EMPTY", f"{placed.place}/numerator", "list", name="numerator")
    earlier = {
        other.question.id
        for other in known.questions[: placed.position]
        if is_figure(other.question)
    }
    for name, ids in (("numerator", question.numerator), ("denominator", question.denominator)):
        yield from missing_names(known, ids, earlier, f"{placed.place}/{name}", "figure")


def is_figure(question: object) -> bool:
    """True for a number question: what computed figures and checks sum (§2.5)."""
    return isinstance(question, NumberQuestion)


def _consistency(known: Known) -> Iterator[Problem]:
    figures = {placed.question.id for placed in known.questions if is_figure(placed.question)}
    for check in known.questionnaire.checks:
        for name, ids in (("left", check.left), ("right", check.right)):
            place = f"checks/{check.id}/{name}"
            if not ids:
                yield Problem("E-EMPTY", place, "list", name=name)
            yield from missing_names(known, ids, figures, place, "figure")
