"""Answer sheets as any hand may fill them, for whatever questionnaire: the same for everyone."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    DateQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    NumberQuestion,
    TextQuestion,
    choice_ids,
)
from tests.builders import Tree, raw

TEXTS = (
    "Vu au conseil de mars.", "=1+1", "+33 6 12", "-5", "@x", "'=1", "_x000D_", "a_x0041_b_x", "x",
    "deux\nlignes", "\n\ntrois", " bords ", "deux  espaces   ici", "12", "1,5", "2026-03-01", "Oui",
    "TRUE", "#N/A", "1. Pas encore", "espace\u202ffine\u00a0: insécable", "<b>&amp;</b> ]]>",
    "😀🏳️‍🌈",
    "L'équipe d'ici",
    "« é » à 3 €", "é" * 3000, "non", "0", "\ufeffmarque", "مرحبا", "↳ suite",
)  # fmt: skip


def random_sheet(questionnaire: Questionnaire, rng: random.Random) -> AnswerSheet:
    """Some of everything that the format lets somebody say."""
    share = rng.choice((0.1, 0.5, 0.95))
    asked = questionnaire.outline
    answers: Tree = {
        name: record
        for name, entry in asked.by_id.items()
        if rng.random() < share and (record := _record(entry.question, rng))
    }
    names = [*asked.by_id, *(theme.id for theme in asked.themes())]
    chosen = rng.sample(names, k=min(len(names), rng.randrange(9)))
    profile = {
        field.id: rng.sample(ids, k=rng.randint(1, len(ids)) if field.multiple else 1)
        for field in questionnaire.profile_fields
        if (ids := [option.id for option in field.options]) and rng.random() < 0.8
    }
    file = {
        "format": "cap-answers/1",
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "profile": profile,
        "answers": answers,
        "importance": {name: rng.randint(1, 3) for name in chosen},
    }
    reading = read_answers(raw(file), questionnaire)
    assert reading.problems == ()
    assert reading.sheet is not None
    return reading.sheet


def _record(question: BaseQuestion, rng: random.Random) -> Tree:
    record: Tree = {}
    chance = rng.random()
    if chance < 0.12 and question.na.allowed:
        record["na"] = True
        record["reason"] = _text(rng) or "Vu"
        if question.na.reasons and rng.random() < 0.7:
            record["reason_id"] = rng.choice(question.na.reasons).id
    elif chance < 0.22 and question.unknown_allowed:
        record["unknown"] = True
    elif chance < 0.9 and not isinstance(question, ComputedQuestion):
        record["value"] = _value(question, rng)
        if isinstance(question, NumberQuestion) and rng.random() < 0.3:
            record["provisional"] = True
    if rng.random() < 0.4:
        record["comment"] = _text(rng)
    if rng.random() < 0.2:
        record["evidence"] = rng.choice((["a.pdf"], ["a.pdf", " b  c.pdf", "d\ne.pdf"], ["=x"]))
    if isinstance(question, MeasuredQuestion) and question.own_target and rng.random() < 0.3:
        record["target"] = _decimal(rng)
    if record.get("na") and question.na.reason_required and not record["reason"].strip():
        record["reason"] = "Vu"
    return record


def _text(rng: random.Random) -> str:
    return rng.choice(TEXTS)


def _decimal(rng: random.Random) -> str:
    whole = Decimal(rng.randrange(10 ** rng.randint(1, 9)))
    return format(whole + Decimal(rng.randrange(10**6)).scaleb(-6), "f")


def _value(question: BaseQuestion, rng: random.Random) -> Any:
    if isinstance(question, NumberQuestion):
        return _figure(question, rng)
    if isinstance(question, TextQuestion):
        return _text(rng)[: question.max_length]
    if isinstance(question, DateQuestion):
        return (date(1950, 1, 1) + timedelta(days=rng.randrange(50_000))).isoformat()
    if isinstance(question, MultipleQuestion):
        alone = [item.id for item in question.options if item.exclusive]
        others = [item.id for item in question.options if not item.exclusive]
        if not others or (alone and rng.random() < 0.2):
            return [rng.choice(alone)]
        return rng.sample(others, k=rng.randint(1, len(others)))
    return rng.choice(choice_ids(question))


def _figure(question: NumberQuestion, rng: random.Random) -> Any:
    low = Decimal(0) if question.min is None else Decimal(question.min.numerator)
    high = low + 100 if question.max is None else Decimal(int(question.max))
    if question.input == "ratio":
        den, value = rng.randint(1, 500), low + (high - low) * Decimal(rng.randrange(100)) / 100
        # Rounded up: from a least of 1 up, and far from the most.
        num = -int(-value * den // Decimal(int(question.exact_factor)))
        return {"num": str(num), "den": str(den)}
    if question.whole:
        return str(rng.randint(int(low), int(high)))
    if question.max is None and question.min is None and rng.random() < 0.3:
        return _decimal(rng)
    return format(low + (high - low) * Decimal(rng.randrange(10**4)).scaleb(-4), "f")
