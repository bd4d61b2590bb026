"""Reading a small JSON document into one record, refused by name and place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.domain.questionnaire.json_path import segment
from cap_desktop.domain.questionnaire.refusals import (
    describe,
    location_of,
    missed_numbers,
    not_a_number,
    other_format,
    refused_values,
)
from cap_desktop.domain.questionnaire.strict_json import JsonValue, bare_as_object, read_source
from cap_desktop.errors import Problem

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class RecordReading(Generic[AnyRecord]):
    """The record where its shape is right, the tree it was read from, and every problem.

    A record may come with problems of the text itself, such as a key written twice.
    """

    record: AnyRecord | None
    tree: JsonValue
    problems: tuple[Problem, ...]


def read_record(data: bytes, model: type[AnyRecord], form: str) -> RecordReading[AnyRecord]:
    """Read a document of the format ``form``; another format is one problem and no more."""
    source = read_source(data, segment)
    tree = source.tree
    if tree is None:
        return RecordReading(None, None, source.problems)
    if not isinstance(tree, dict) or tree.get("format", form) != form:
        return RecordReading(None, tree, (*source.problems, other_format(tree, form)))
    missed = missed_numbers(tree, [], model.FREE)
    try:
        record = model.model_validate_json(json.dumps(tree, default=bare_as_object))
    except ValidationError as error:
        details = refused_values(tree, error)
        found = [describe(tree, location_of(detail["loc"]), detail) for detail in details]
        found += [not_a_number(tree, location) for location in missed]
        return RecordReading(None, tree, tuple(dict.fromkeys([*source.problems, *found])))
    problems = (*source.problems, *(not_a_number(tree, location) for location in missed))
    return RecordReading(None if missed else record, tree, problems)
