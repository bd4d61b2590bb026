"""Ids: unique in their space, and never one of a retired thing (format.md §2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cap_desktop.domain.questionnaire.checks.known import Known, PlacedNode
from cap_desktop.domain.questionnaire.questions import (
    MaturityQuestion,
    MultipleQuestion,
    SingleQuestion,
)
from cap_desktop.errors import Problem


def identifier_problems(known: Known) -> Iterator[Problem]:
    """Duplicates at their second occurrence, and ids that were retired."""
    shared = [
        (item.node.id if isinstance(item, PlacedNode) else item.question.id, item.place)
        for item in known.walk()
    ]
    questionnaire = known.questionnaire
    shared += [(item.id, f"suggestions/{item.id}") for item in questionnaire.suggestions]
    yield from _duplicates(shared)
    retired = {item.id for item in questionnaire.retired}
    for name, place in shared:
        if name in retired:
            yield Problem("E-ID-RETIRED", place, seen=name)
    for space in (
        "profile_fields",
        "roles",
        "conditions",
        "frameworks",
        "checks",
        "glossary",
        "retired",
    ):
        items = getattr(questionnaire, space)
        yield from _duplicates([(item.id, f"{space}/{item.id}") for item in items])
    yield from _duplicates(
        [(band.id, f"settings/bands/{band.id}") for band in questionnaire.settings.bands]
    )
    for item in questionnaire.profile_fields:
        yield from _duplicates(
            [
                (option.id, f"profile_fields/{item.id}/options/{option.id}")
                for option in item.options
            ]
        )
    for framework in questionnaire.frameworks:
        yield from _duplicates(
            [(item.id, f"frameworks/{framework.id}/items/{item.id}") for item in framework.items]
        )
    for placed in known.questions:
        question = placed.question
        yield from _duplicates(
            [
                (reason.id, f"{placed.place}/na/reasons/{reason.id}")
                for reason in question.na.reasons
            ]
        )
        if isinstance(question, MaturityQuestion):
            yield from _duplicates(
                [(level.id, f"{placed.place}/levels/{level.id}") for level in question.levels]
            )
        elif isinstance(question, SingleQuestion | MultipleQuestion):
            yield from _duplicates(
                [(option.id, f"{placed.place}/options/{option.id}") for option in question.options]
            )


def _duplicates(names: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, place in names:
        if name in seen:
            yield Problem("E-ID-DUPLICATE", place, seen=name, name=seen[name])
        else:
            seen[name] = place
