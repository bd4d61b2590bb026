"""Answers from outside: the file `cap-answers/1`, and what may answer a question (format.md §5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, PlainValidator, StrictStr

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet, AnswerValue, Quotient
from cap_desktop.domain.exact import format_decimal, parse_decimal, rounded
from cap_desktop.domain.questionnaire.fields import (
    Decimal,
    Identifier,
    Importance,
    QuestionnaireId,
    Record,
    VersionText,
    clean_remark,
    control_character,
    parse_day,
)
from cap_desktop.domain.questionnaire.nearest import unknown
from cap_desktop.domain.questionnaire.profile import Profile
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
from cap_desktop.domain.questionnaire.record_parsing import read_record
from cap_desktop.domain.questionnaire.strict_json import JsonValue
from cap_desktop.errors import Problem

FORMAT = "cap-answers/1"

RemarkText = Annotated[StrictStr, AfterValidator(clean_remark)]
Raw = Annotated[object, PlainValidator(lambda value: value)]


class AnswerRecord(Record):
    """One answer as the file writes it; the value is read for its question afterwards."""

    value: Raw = None
    provisional: bool = False
    na: bool = False
    reason_id: RemarkText = ""
    reason: RemarkText = ""
    unknown: bool = False
    comment: RemarkText = ""
    evidence: tuple[RemarkText, ...] = ()
    target: Decimal | None = None


class QuestionnaireName(Record):
    """The questionnaire that the answers are for."""

    id: QuestionnaireId
    version: VersionText


class AnswersFile(Record):
    """The file of answers, before its ids are looked up."""

    FREE = frozenset({"value"})

    format: Literal["cap-answers/1"]
    questionnaire: QuestionnaireName
    short: Identifier | None = None
    profile: dict[str, tuple[str, ...]] = {}
    answers: dict[str, AnswerRecord] = {}
    importance: dict[str, Importance] = {}


@dataclass(frozen=True, slots=True)
class AnswersReading:
    """What a file of answers gave: a sheet where nothing is wrong, else every problem.

    ``short`` is the tag of the short version that was answered, empty for the whole.
    """

    sheet: AnswerSheet | None
    problems: tuple[Problem, ...]
    short: str = ""


def read_answers(data: bytes, questionnaire: Questionnaire) -> AnswersReading:
    """Read a file of answers for this very questionnaire; refused by name and place."""
    reading = read_record(data, AnswersFile, FORMAT)
    file = reading.record
    if file is None:
        return AnswersReading(None, reading.problems)
    problems = list(reading.problems)
    problems += _other_questionnaire(file.questionnaire, questionnaire)
    problems += profile_problems(questionnaire, file.profile)
    problems += _importance_problems(questionnaire, file.importance)
    answers: dict[str, Answer] = {}
    for name, record in file.answers.items():
        answer, found = read_answer(questionnaire, name, record, reading.tree["answers"][name])
        problems += found
        answers[name] = answer
    if problems:
        return AnswersReading(None, tuple(problems))
    return AnswersReading(AnswerSheet(file.profile, answers, file.importance), (), file.short or "")


def _other_questionnaire(
    name: QuestionnaireName, questionnaire: Questionnaire
) -> Iterator[Problem]:
    for field, seen, wanted in (
        ("id", name.id, questionnaire.id),
        ("version", name.version, questionnaire.version),
    ):
        if seen != wanted:
            place = f"questionnaire/{field}"
            yield Problem("E-VERSION", place, "other", name=field, seen=seen, expected=(wanted,))


def profile_problems(questionnaire: Questionnaire, profile: Profile) -> Iterator[Problem]:
    """What is wrong with the profile of a structure."""
    fields = {field.id: field for field in questionnaire.profile_fields}
    for name, values in profile.items():
        if name not in fields:
            yield unknown(f"profile/{name}", "profile", name, fields)
            continue
        options = [option.id for option in fields[name].options]
        for value in values:
            if value not in options:
                yield unknown(f"profile/{name}/{value}", "option", value, options)
        if len(values) > 1 and not fields[name].multiple:
            yield Problem("E-RANGE", f"profile/{name}", "one_option", name=name)


def _importance_problems(
    questionnaire: Questionnaire, importance: Mapping[str, int]
) -> Iterator[Problem]:
    outline = questionnaire.outline
    names = {*outline.by_id, *(theme.id for theme in outline.themes())}
    for name in importance:
        if name not in names:
            yield unknown(f"importance/{name}", "target", name, names)


def read_answer(
    questionnaire: Questionnaire, name: str, record: AnswerRecord, raw: JsonValue
) -> tuple[Answer, list[Problem]]:
    """Read one answer for its question; ``raw`` is the same record before the models."""
    place = f"answers/{name}"
    entry = questionnaire.outline.by_id.get(name)
    if entry is None:
        return Answer(), [unknown(place, "question", name, questionnaire.outline.by_id)]
    value, problems = _value(entry.question, raw.get("value"), f"{place}/value")
    answer = Answer(
        value=value,
        na=record.na,
        reason=record.reason,
        reason_id=record.reason_id,
        unknown=record.unknown,
        comment=record.comment,
        evidence=tuple(name for name in record.evidence if name.strip()),
        target=record.target,
        provisional=record.provisional,
    )
    return answer, [*problems, *answer_problems(entry.question, answer, place)]


def answer_problems(question: BaseQuestion, answer: Answer, place: str) -> list[Problem]:
    """What makes an answer impossible for its question; empty when it may be stored."""
    found: list[Problem] = []
    given = (answer.value is not None, answer.na, answer.unknown)
    if sum(given) > 1:
        found.append(Problem("E-FORMAT", place, "several", seen=question.id))
    if answer.na and not question.na.allowed:
        found.append(Problem("E-NA", f"{place}/na", "answer", seen=question.id))
    elif answer.na and must_be_reasoned(question) and not answer.reason.strip():
        found.append(Problem("E-NA", f"{place}/reason", "reason", seen=question.id))
    reasons = [reason.id for reason in question.na.reasons]
    if answer.reason_id and answer.reason_id not in reasons:
        found.append(unknown(f"{place}/reason_id", "reason", answer.reason_id, reasons))
    if answer.unknown and not question.unknown_allowed:
        found.append(Problem("E-NA", f"{place}/unknown", "unknown", seen=question.id))
    own = isinstance(question, MeasuredQuestion) and question.own_target
    if answer.target is not None and not own:
        found.append(Problem("E-UNKNOWN-FIELD", f"{place}/target", "target", name="target"))
    if answer.provisional and not isinstance(question, NumberQuestion):
        found.append(Problem("E-KIND", f"{place}/provisional", "provisional", seen=question.kind))
    if answer.value is not None:
        found += _value_problems(question, answer.value, f"{place}/value")
    return found


def must_be_reasoned(question: BaseQuestion) -> bool:
    """True where « non applicable » does not stand until its reason is typed.

    One that is chosen from a list may be chosen later.
    """
    return question.na.reason_required and not question.na.reasons


def _value_problems(question: BaseQuestion, value: AnswerValue, place: str) -> Iterator[Problem]:
    if isinstance(question, MeasuredQuestion):
        yield from _figure_problems(question, value, place)
    elif isinstance(question, MultipleQuestion) and isinstance(value, tuple):
        yield from _several_problems(question, value, place)
    elif isinstance(question, TextQuestion):
        if question.max_length is not None and len(str(value)) > question.max_length:
            limit = (str(question.max_length),)
            yield Problem("E-LIMIT", place, "answer", seen=str(len(str(value))), expected=limit)
    elif not isinstance(question, DateQuestion) and value not in choice_ids(question):
        yield unknown(place, "choice", str(value), choice_ids(question))


def _several_problems(
    question: MultipleQuestion, value: tuple[str, ...], place: str
) -> Iterator[Problem]:
    names = choice_ids(question)
    for item in value:
        if item not in names:
            yield unknown(f"{place}/{item}", "choice", item, names)
    if len(set(value)) < len(value):
        twice = next(item for item in value if value.count(item) > 1)
        yield Problem("E-ID-DUPLICATE", place, "choice", seen=twice)
    exclusive = [option.id for option in question.options if option.exclusive]
    alone = next((item for item in value if item in exclusive), "")
    if alone and len(value) > 1:
        yield Problem("E-OPTION-EXCLUSIVE", place, "answer", seen=alone)


def _figure_problems(
    question: MeasuredQuestion, value: AnswerValue, place: str
) -> Iterator[Problem]:
    if isinstance(question, ComputedQuestion):
        yield Problem("E-UNKNOWN-FIELD", place, "computed", name="value", seen=question.id)
        return
    if isinstance(question, NumberQuestion) and question.whole:
        yield from _whole_problems(value, place)
    figure: Fraction | None = None
    if isinstance(value, Quotient):
        if value.den < 0:
            yield Problem("E-RANGE", place, "negative", seen=question.id)
        elif value.den:
            figure = question.exact_factor * value.num / value.den
    elif isinstance(value, Fraction):
        figure = value
    if figure is None:
        return
    low, high = question.min, question.max
    if (low is not None and figure < low) or (high is not None and figure > high):
        bounds = tuple("" if bound is None else format_decimal(bound) for bound in (low, high))
        yield Problem(
            "E-RANGE", place, "answer", seen=format_decimal(rounded(figure, 6)), expected=bounds
        )


def _whole_problems(value: AnswerValue, place: str) -> Iterator[Problem]:
    """What is counted in people or things has no halves."""
    figures: dict[str, Fraction] = {}
    if isinstance(value, Quotient):
        figures = {f"{place}/num": value.num, f"{place}/den": value.den}
    elif isinstance(value, Fraction):
        figures = {place: value}
    for where, figure in figures.items():
        if figure.denominator != 1:
            yield Problem("E-RANGE", where, "whole_answer", seen=format_decimal(figure))


def _value(
    question: BaseQuestion, raw: JsonValue, place: str
) -> tuple[AnswerValue | None, list[Problem]]:
    """Turn the JSON value into the value of this kind of question; an empty list is none."""
    if raw is None or raw in ([], ""):
        return None, []
    if isinstance(question, NumberQuestion):
        return _figure(question, raw, place)
    if isinstance(question, ComputedQuestion):
        return None, [Problem("E-UNKNOWN-FIELD", place, "computed", name="value", seen=question.id)]
    if isinstance(question, MultipleQuestion):
        if isinstance(raw, list) and all(isinstance(item, str) for item in raw):
            return tuple(raw), []
        return None, [Problem("E-FORMAT", place, "list", name="value", seen=question.id)]
    if not isinstance(raw, str):
        return None, [Problem("E-FORMAT", place, "text", name="value", seen=question.id)]
    return _written(question, raw, place)


def _written(
    question: BaseQuestion, raw: str, place: str
) -> tuple[AnswerValue | None, list[Problem]]:
    if isinstance(question, DateQuestion):
        day = parse_day(raw)
        return day, [] if day is not None else [Problem("E-FORMAT", place, "date", seen=raw)]
    if isinstance(question, TextQuestion):
        fault = control_character(raw)
        if fault is not None:
            return None, [Problem("E-TEXT-CONTROL", place, seen=fault)]
        return clean_remark(raw), []
    return raw, []


def _figure(
    question: NumberQuestion, raw: JsonValue, place: str
) -> tuple[AnswerValue | None, list[Problem]]:
    if question.input == "value":
        figure = _decimal(raw)
        return figure, [] if figure is not None else [Problem("E-DECIMAL", place, seen=_text(raw))]
    if not isinstance(raw, dict) or set(raw) != {"num", "den"}:
        return None, [Problem("E-FORMAT", place, "ratio", name="value", seen=question.id)]
    figures = {name: _decimal(raw[name]) for name in ("num", "den")}
    num, den = figures["num"], figures["den"]
    if num is None or den is None:
        return None, [
            Problem("E-DECIMAL", f"{place}/{name}", seen=_text(raw[name]))
            for name, figure in figures.items()
            if figure is None
        ]
    return Quotient(num, den), []


def _decimal(raw: JsonValue) -> Fraction | None:
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    return parse_decimal(raw) if isinstance(raw, str) else None


def _text(raw: JsonValue) -> str:
    return "" if isinstance(raw, dict | list) else str(raw)[:60]
