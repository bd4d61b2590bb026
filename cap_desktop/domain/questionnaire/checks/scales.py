"""Scales of the questions: levels, options, breakpoints, N/A, caps (format.md §2.5, §2.8)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cap_desktop.domain.questionnaire.checks.known import Known
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    Breakpoint,
    ComputedQuestion,
    MaturityQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    NumberQuestion,
    SingleQuestion,
)
from cap_desktop.errors import Problem

LEVELS = (2, 7)
OPTIONS = (2, 40)


def scale_problems(known: Known) -> Iterator[Problem]:
    """Problems of each question taken by itself."""
    for placed in known.questions:
        question, place = placed.question, placed.place
        yield from _common(known, question, place)
        if isinstance(question, MaturityQuestion):
            yield from _levels(question, place)
        elif isinstance(question, SingleQuestion):
            yield from _single(question, place)
        elif isinstance(question, MultipleQuestion):
            yield from _multiple(question, place)
        elif isinstance(question, MeasuredQuestion):
            yield from _measured(question, place)


def _common(known: Known, question: BaseQuestion, place: str) -> Iterator[Problem]:
    if question.scored and question.kind in ("text", "date"):
        yield Problem("E-SCORED-KIND", f"{place}/scored", seen=question.kind)
    na = question.na
    if (na.reason_required or na.label is not None or na.reasons) and not na.allowed:
        yield Problem("E-NA", f"{place}/na", "forbidden")
    elif na.allowed and isinstance(question, ComputedQuestion):
        yield Problem("E-NA", f"{place}/na", "computed")
    if question.critical is not None:
        scope = question.critical.scope
        if not question.scored:
            yield Problem("E-CRITICAL", f"{place}/critical", "unscored")
        elif question.critical.fail_below == 0:
            yield Problem("E-CRITICAL", f"{place}/critical", "never")
        elif scope == "overall" and known.questionnaire.settings.overall == "none":
            yield Problem("E-CRITICAL", f"{place}/critical", "overall")


def _levels(question: MaturityQuestion, place: str) -> Iterator[Problem]:
    count = len(question.levels)
    if not LEVELS[0] <= count <= LEVELS[1]:
        yield Problem("E-LEVELS-COUNT", f"{place}/levels", seen=str(count), expected=("2", "7"))
    given = [level for level in question.levels if level.score is not None]
    if given and len(given) < count:
        yield Problem(
            "E-LEVELS-SCORE", f"{place}/levels", seen=str(len(given)), expected=(str(count),)
        )
    for before, after in itertools.pairwise(given):
        if before.score is not None and after.score is not None and after.score < before.score:
            yield Problem(
                "E-LEVELS-ORDER", f"{place}/levels/{after.id}/score", seen=after.id, name=before.id
            )


def _options_count(count: int, place: str) -> Iterator[Problem]:
    if not OPTIONS[0] <= count <= OPTIONS[1]:
        yield Problem("E-OPTIONS-COUNT", f"{place}/options", seen=str(count), expected=("2", "40"))


def _single(question: SingleQuestion, place: str) -> Iterator[Problem]:
    yield from _options_count(len(question.options), place)
    for option in question.options:
        where = f"{place}/options/{option.id}"
        if option.score is not None and option.counts_as is not None:
            yield Problem("E-OPTION-SCORE", where, "both", seen=option.id)
        elif option.score is None and option.counts_as is None and question.scored:
            yield Problem("E-OPTION-SCORE", where, "neither", seen=option.id)


def _multiple(question: MultipleQuestion, place: str) -> Iterator[Problem]:
    yield from _options_count(len(question.options), place)
    exclusive = [option for option in question.options if option.exclusive]
    needs_one = question.scored or question.is_compliance
    if (needs_one and len(exclusive) != 1) or len(exclusive) > 1:
        yield Problem("E-OPTION-EXCLUSIVE", f"{place}/options", seen=str(len(exclusive)))
    for option in exclusive:
        # Those to whom it is not offered could never say « Aucune ».
        if option.profile:
            where = f"{place}/options/{option.id}/profile"
            yield Problem("E-OPTION-EXCLUSIVE", where, "profile", seen=option.id)
    if question.scored and question.is_compliance:
        yield Problem("E-SCORED-KIND", f"{place}/scored", "compliance")
    if question.scored and question.mode != "share":
        for option in question.options:
            if option.score is None:
                yield Problem(
                    "E-OPTION-SCORE", f"{place}/options/{option.id}", "missing", seen=option.id
                )


def _measured(question: MeasuredQuestion, place: str) -> Iterator[Problem]:
    if question.min is not None and question.max is not None and question.min > question.max:
        yield Problem("E-RANGE", f"{place}/max", "min_max", name="max")
    if isinstance(question, NumberQuestion) and question.input == "value":
        for name in ("factor", "numerator_label", "denominator_label", "small_below"):
            if getattr(question, name) is not None:
                yield Problem("E-UNKNOWN-FIELD", f"{place}/{name}", "value_input", name=name)
    if question.scored and not question.breakpoints:
        if "breakpoints" in question.model_fields_set:
            yield Problem("E-BREAKPOINTS-COUNT", f"{place}/breakpoints", seen="0")
        else:
            yield Problem("E-MISSING", f"{place}/breakpoints", "breakpoints", name="breakpoints")
    elif question.breakpoints:
        yield from _breakpoints(question, question.breakpoints, f"{place}/breakpoints")
    for rank, variant in enumerate(question.variants):
        yield from _breakpoints(
            question, variant.breakpoints, f"{place}/variants[{rank}]/breakpoints"
        )


def _breakpoints(
    question: MeasuredQuestion, points: tuple[Breakpoint, ...], place: str
) -> Iterator[Problem]:
    if len(points) < 2:
        yield Problem("E-BREAKPOINTS-COUNT", place, seen=str(len(points)))
        return
    if any(after[0] <= before[0] for before, after in itertools.pairwise(points)):
        yield Problem("E-BREAKPOINTS-ORDER", place)
        return
    scores = [score for _, score in points]
    if question.shape == "monotone" and scores not in (sorted(scores), sorted(scores)[::-1]):
        rises_first = next(a < b for a, b in itertools.pairwise(scores) if a != b)
        yield Problem("E-BREAKPOINTS-SHAPE", place, "up" if rises_first else "down")
