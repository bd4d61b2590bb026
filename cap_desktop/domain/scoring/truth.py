"""Three-valued truth of conditions: true, false, or not known yet (format.md §2.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from cap_desktop.domain.questionnaire.conditions import (
    Test,
    TestGroup,
)

Truth = bool | None
"""None is Kleene's UNKNOWN."""


def every(truths: Iterable[Truth]) -> Truth:
    """AND: one false makes it false, else one unknown makes it unknown."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def some(truths: Iterable[Truth]) -> Truth:
    """OR: one true makes it true, else one unknown makes it unknown."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def holds(groups: tuple[TestGroup, ...], decide: Callable[[Test], Truth]) -> Truth:
    """Truth of an OR of ANDs, each test being decided by the caller and then negated here."""
    return some(every(_negated(test, decide(test)) for test in group.all) for group in groups)


def _negated(test: Test, truth: Truth) -> Truth:
    return not truth if test.negate and truth is not None else truth


def compared(seen: Fraction, op: str, threshold: Fraction) -> bool:
    """Apply ``lt``, ``lte``, ``gt`` or ``gte``."""
    if op == "lt":
        return seen < threshold
    if op == "lte":
        return seen <= threshold
    if op == "gt":
        return seen > threshold
    return seen >= threshold
