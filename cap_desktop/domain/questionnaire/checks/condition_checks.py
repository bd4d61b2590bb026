"""Conditions: references, operators, values, and no look ahead (format.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.exact import HUNDRED, parse_decimal
from cap_desktop.domain.questionnaire.checks.known import Known, PlacedNode
from cap_desktop.domain.questionnaire.conditions import (
    BandTest,
    ProfileTest,
    QuestionTest,
    ScoreTest,
    Test,
    TestGroup,
)
from cap_desktop.domain.questionnaire.nearest import nearest_name, unknown
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    MaturityQuestion,
    NumberQuestion,
    SingleQuestion,
    choice_ids,
)
from cap_desktop.errors import Problem

_RANKED = ("lt", "lte", "gt", "gte")
_OPERATORS: dict[str, tuple[str, ...]] = {
    "maturity": ("in", *_RANKED),
    "yesno": ("in",),
    "single": ("in",),
    "multiple": ("includes_any", "includes_all"),
    "number": _RANKED,
    "computed": _RANKED,
}


def condition_problems(known: Known) -> Iterator[Problem]:
    """Problems of the named conditions, of the triggers, and of what they are used for."""
    for condition in known.questionnaire.conditions:
        yield from _groups(known, condition.any, f"conditions/{condition.id}", trigger=False)
    for suggestion in known.questionnaire.suggestions:
        place = f"suggestions/{suggestion.id}/trigger"
        yield from _groups(known, suggestion.trigger.any, place, trigger=True)
    for item in known.walk():
        if isinstance(item, PlacedNode):
            yield from _shown(known, item.node.show_if, item.place, item.first)
        else:
            yield from _shown(known, item.question.show_if, item.place, item.position)


def _shown(known: Known, name: str | None, place: str, position: int) -> Iterator[Problem]:
    if name is None or (name not in known.conditions and name in known.damage.ids):
        return
    condition = known.conditions.get(name)
    if condition is None:
        yield unknown(f"{place}/show_if", "condition", name, known.conditions)
        return
    for group in condition.any:
        for test in group.all:
            if isinstance(test, QuestionTest):
                asked = known.by_id.get(test.q)
                if asked is not None and asked.position >= position:
                    yield Problem("E-COND-FORWARD", f"{place}/show_if", seen=test.q, name=name)


def _groups(
    known: Known, groups: tuple[TestGroup, ...], place: str, *, trigger: bool
) -> Iterator[Problem]:
    if not groups:
        yield Problem("E-COND-EMPTY", f"{place}/any")
    for rank, group in enumerate(groups):
        group_place = f"{place}/any[{rank}]"
        if not group.all:
            yield Problem("E-COND-EMPTY", f"{group_place}/all")
        for position, test in enumerate(group.all):
            yield from _test(known, test, f"{group_place}/all[{position}]", trigger=trigger)


def _test(known: Known, test: Test, place: str, *, trigger: bool) -> Iterator[Problem]:
    if isinstance(test, ProfileTest):
        yield from _profile_test(known, test, place)
    elif isinstance(test, QuestionTest):
        yield from _question_test(known, test, place)
    elif not trigger:
        name = "score" if isinstance(test, ScoreTest) else "band"
        yield Problem("E-COND-SCORE", f"{place}/{name}", name=name)
    elif isinstance(test, ScoreTest):
        yield from _score_test(known, test, place)
    else:
        yield from _band_test(known, test, place)


def _profile_test(known: Known, test: ProfileTest, place: str) -> Iterator[Problem]:
    options = known.profile.get(test.profile)
    if options is None:
        if test.profile not in known.damage.ids:
            yield unknown(f"{place}/profile", "profile", test.profile, known.profile)
        return
    yield from _values(test.value, options, f"{place}/value", known.damage.ids)


def _values(
    values: tuple[str, ...],
    allowed: frozenset[str] | set[str],
    place: str,
    lost: frozenset[str],
) -> Iterator[Problem]:
    if not values:
        yield Problem("E-COND-VALUE", place, "missing")
    for value in values:
        if value not in allowed and value not in lost:
            yield Problem(
                "E-COND-VALUE",
                f"{place}/{value}",
                "unknown",
                seen=value,
                expected=tuple(sorted(allowed)),
                nearest=nearest_name(value, allowed),
            )


def _question_test(known: Known, test: QuestionTest, place: str) -> Iterator[Problem]:
    placed = known.by_id.get(test.q)
    if placed is None:
        if test.q not in known.damage.ids:
            yield unknown(f"{place}/q", "question", test.q, known.by_id)
        return
    question = placed.question
    allowed = (*_OPERATORS.get(question.kind, ()), "answered", "is_na")
    if test.op not in allowed:
        yield Problem(
            "E-COND-OP", f"{place}/op", "kind", seen=test.op, name=question.kind, expected=allowed
        )
        return
    if test.op == "is_na" and not _can_be_na(question):
        yield Problem("E-COND-OP", f"{place}/op", "na", seen=test.op, name=test.q)
    yield from _test_value(question, test, f"{place}/value", known.damage.ids)


def _can_be_na(question: BaseQuestion) -> bool:
    return (
        question.na.allowed
        or getattr(question, "zero_denominator", "") == "na"
        or (
            isinstance(question, SingleQuestion)
            and any(option.counts_as == "na" for option in question.options)
        )
    )


def _test_value(
    question: BaseQuestion, test: QuestionTest, place: str, lost: frozenset[str]
) -> Iterator[Problem]:
    if test.op in ("answered", "is_na"):
        if test.value is not None:
            yield Problem("E-COND-VALUE", place, "useless", seen=test.op)
    elif test.value is None:
        yield Problem("E-COND-VALUE", place, "missing")
    elif test.op in _RANKED:
        yield from _threshold(question, test.value, place, lost)
    elif isinstance(test.value, str):
        yield Problem("E-COND-VALUE", place, "list", seen=test.value)
    else:
        yield from _values(test.value, set(choice_ids(question)), place, lost)


def _threshold(
    question: BaseQuestion, value: str | tuple[str, ...], place: str, lost: frozenset[str]
) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem("E-COND-VALUE", place, "single")
    elif isinstance(question, MaturityQuestion):
        yield from (
            Problem(
                "E-COND-VALUE",
                place,
                "unknown",
                seen=problem.seen,
                expected=problem.expected,
                nearest=problem.nearest,
            )
            for problem in _values((value,), set(choice_ids(question)), place, lost)
        )
    elif parse_decimal(value) is None:
        yield Problem("E-COND-VALUE", place, "decimal", seen=value)
    elif isinstance(question, NumberQuestion) and question.input == "value":
        number = parse_decimal(value)
        low, high = question.min, question.max
        if number is not None and (
            (low is not None and number < low) or (high is not None and number > high)
        ):
            yield Problem("E-COND-VALUE", place, "outside", seen=value)


def _score_test(known: Known, test: ScoreTest, place: str) -> Iterator[Problem]:
    names = known.by_id.keys() | known.node_ids.keys()
    if test.score not in names and test.score not in known.damage.ids:
        yield unknown(f"{place}/score", "node", test.score, names)
    placed = known.by_id.get(test.score)
    if placed is not None and not placed.question.scored:
        yield Problem("E-COND-OP", f"{place}/op", "unscored", seen=test.score)
    number = parse_decimal(test.value) if isinstance(test.value, str) else None
    if number is None or not 0 <= number <= HUNDRED:
        seen = test.value if isinstance(test.value, str) else ""
        yield Problem("E-COND-VALUE", f"{place}/value", "percent", seen=seen)


def _band_test(known: Known, test: BandTest, place: str) -> Iterator[Problem]:
    if test.band not in known.node_ids and test.band not in known.damage.ids:
        yield unknown(f"{place}/band", "node", test.band, known.node_ids)
    bands = {band.id for band in known.questionnaire.settings.bands}
    yield from _values(test.value, bands, f"{place}/value", known.damage.ids)
