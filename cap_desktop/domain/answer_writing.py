"""An answer written as the record of a `cap-answers/1` file: the inverse of reading it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from cap_desktop.domain.answers import Answer, AnswerValue, Quotient
from cap_desktop.domain.exact import format_decimal


def answer_tree(answer: Answer) -> dict[str, Any]:
    """The JSON object of one answer; what is empty is left out."""
    tree: dict[str, Any] = {}
    if answer.value is not None:
        tree["value"] = value_tree(answer.value)
    if answer.na:
        tree["na"] = True
    if answer.reason:
        tree["reason"] = answer.reason
    if answer.unknown:
        tree["unknown"] = True
    if answer.comment:
        tree["comment"] = answer.comment
    if answer.evidence:
        tree["evidence"] = list(answer.evidence)
    if answer.target is not None:
        tree["target"] = format_decimal(answer.target)
    return tree


def value_tree(value: AnswerValue) -> object:
    """The JSON value of what was answered."""
    if isinstance(value, Fraction):
        return format_decimal(value)
    if isinstance(value, Quotient):
        return {"num": format_decimal(value.num), "den": format_decimal(value.den)}
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
