"""Answers written as a `cap-answers/1` file: the inverse of reading them."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from cap_desktop.domain.answers.answer_sheet import (
    NO_ANSWER,
    Answer,
    AnswerSheet,
    AnswerValue,
    Quotient,
)
from cap_desktop.domain.exact import format_decimal

if TYPE_CHECKING:
    from cap_desktop.domain.questionnaire.questionnaire import Questionnaire

FORMAT = "cap-answers/1"


def answer_tree(answer: Answer) -> dict[str, Any]:
    """The JSON object of one answer; what is empty is left out."""
    tree: dict[str, Any] = {}
    if answer.value is not None:
        tree["value"] = value_tree(answer.value)
    if answer.provisional:
        tree["provisional"] = True
    if answer.na:
        tree["na"] = True
    if answer.reason_id:
        tree["reason_id"] = answer.reason_id
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


def sheet_bytes(sheet: AnswerSheet, questionnaire: Questionnaire, short: str = "") -> bytes:
    """The canonical `cap-answers/1` file of a sheet: the same answers give the same bytes.

    Fields and questions are in the order of the questionnaire; what is empty is left out.
    ``short`` is the tag of the short version that was answered.
    """
    given = {
        name: answer_tree(sheet.answers[name])
        for name in questionnaire.outline.by_id
        if name in sheet.answers and sheet.answers[name] != NO_ANSWER
    }
    tree: dict[str, Any] = {
        "format": FORMAT,
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        **({"short": short} if short else {}),
        "profile": {
            # Its options in their order too: they were ticked in any.
            field.id: [item.id for item in field.options if item.id in sheet.profile[field.id]]
            for field in questionnaire.profile_fields
            if field.id in sheet.profile
        },
        "answers": given,
    }
    if sheet.importance:
        tree["importance"] = dict(sorted(sheet.importance.items()))
    text = json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
    # No reader lets half a character in; one that came another way must not stop a report.
    return text.encode(errors="surrogatepass")
