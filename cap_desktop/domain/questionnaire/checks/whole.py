"""Bands, weights, languages and sizes of the questionnaire as a whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from cap_desktop.domain.questionnaire.checks.known import Known, Node
from cap_desktop.domain.questionnaire.nearest import nearest_name
from cap_desktop.domain.questionnaire.questionnaire import CONDITION_LIMIT, QUESTION_LIMIT
from cap_desktop.domain.questionnaire.questions import BaseQuestion, MaturityQuestion
from cap_desktop.domain.questionnaire.tree import Axis, Part, Theme
from cap_desktop.domain.questionnaire.versions import parse_version
from cap_desktop.errors import Problem

MANDATORY_FIELD = "structure_type"


def settings_problems(known: Known) -> Iterator[Problem]:
    """Everything that concerns the whole file rather than one reference."""
    yield from _sizes(known)
    yield from _profile(known)
    yield from _bands(known)
    yield from _weights(known)
    yield from _languages(known)
    yield from _version(known)


def _sizes(known: Known) -> Iterator[Problem]:
    questionnaire = known.questionnaire
    for name, seen, limit in (
        ("parts", len(known.questions), QUESTION_LIMIT),
        ("conditions", len(questionnaire.conditions), CONDITION_LIMIT),
    ):
        if seen > limit:
            yield Problem("E-LIMIT", name, name, seen=str(seen), expected=(str(limit),))
    if not questionnaire.parts:
        yield Problem("E-EMPTY", "parts", "list", name="parts")
    for item in known.nodes:
        name, children = _children(item.node)
        if not children:
            yield Problem("E-EMPTY", f"{item.place}/{name}", "list", name=name)


def _profile(known: Known) -> Iterator[Problem]:
    fields = {item.id: item for item in known.questionnaire.profile_fields}
    if MANDATORY_FIELD not in fields and MANDATORY_FIELD not in known.damage.ids:
        yield Problem("E-MISSING", f"profile_fields/{MANDATORY_FIELD}", "structure_type")
    elif MANDATORY_FIELD in fields and not fields[MANDATORY_FIELD].multiple:
        yield Problem(
            "E-RANGE", f"profile_fields/{MANDATORY_FIELD}/multiple", "multiple", name="multiple"
        )
    for item in fields.values():
        if not item.options:
            yield Problem("E-EMPTY", f"profile_fields/{item.id}/options", "list", name="options")


def _bands(known: Known) -> Iterator[Problem]:
    bands = known.questionnaire.settings.bands
    if not bands:
        yield Problem("E-EMPTY", "settings/bands", "list", name="bands")
        return
    if bands[0].from_ != 0:
        yield Problem("E-BANDS", "settings/bands", "first", seen=bands[0].id)
    for before, after in itertools.pairwise(bands):
        if after.from_ <= before.from_:
            yield Problem("E-BANDS", "settings/bands", "order", seen=after.id, name=before.id)


def _children(node: Node) -> tuple[str, Sequence[Node | BaseQuestion]]:
    if isinstance(node, Part):
        return "axes", node.axes
    if isinstance(node, Axis):
        return "themes", node.themes
    return "questions", node.questions


def _weights(known: Known) -> Iterator[Problem]:
    parts = known.questionnaire.parts
    if parts and all(part.weight == 0 for part in parts):
        yield Problem("E-WEIGHT-ZERO", "parts", "parts")
    for item in known.nodes:
        name, children = _children(item.node)
        weighed = (
            [child for child in children if isinstance(child, BaseQuestion) and child.scored]
            if isinstance(item.node, Theme)
            else list(children)
        )
        if weighed and all(child.weight == 0 for child in weighed):
            yield Problem("E-WEIGHT-ZERO", f"{item.place}/{name}", name, seen=item.node.id)


def _languages(known: Known) -> Iterator[Problem]:
    questionnaire = known.questionnaire
    declared = questionnaire.all_locales
    if questionnaire.locales and questionnaire.locale not in questionnaire.locales:
        yield Problem("E-LOCALE", "locale", "default", seen=questionnaire.locale, expected=declared)
    translated: list[tuple[str, Any]] = [("", questionnaire)]
    translated += [(f"{item.place}/", item.node) for item in known.nodes]
    for placed in known.questions:
        translated.append((f"{placed.place}/", placed.question))
        name = "levels" if isinstance(placed.question, MaturityQuestion) else "options"
        translated += [
            (f"{placed.place}/{name}/{item.id}/", item) for item in placed.question.choices
        ]
        translated += [
            (f"{placed.place}/na/reasons/{item.id}/", item) for item in placed.question.na.reasons
        ]
    translated += [(f"settings/bands/{band.id}/", band) for band in questionnaire.settings.bands]
    translated += [
        (f"profile_fields/{item.id}/options/{option.id}/", option)
        for item in questionnaire.profile_fields
        for option in item.options
    ]
    for space in ("profile_fields", "roles", "checks", "glossary", "suggestions"):
        translated += [(f"{space}/{item.id}/", item) for item in getattr(questionnaire, space)]
    for place, item in translated:
        yield from _translations(place, item, declared)


def _translations(place: str, item: Any, declared: tuple[str, ...]) -> Iterator[Problem]:  # noqa: ANN401
    fields = [
        info.alias or name
        for name, info in type(item).model_fields.items()
        if name not in ("id", "kind", "i18n", "format", "version")
    ]
    for locale, texts in item.i18n.items():
        if locale not in declared:
            yield Problem(
                "E-LOCALE",
                f"{place}i18n/{locale}",
                "undeclared",
                seen=locale,
                expected=declared,
                nearest=nearest_name(locale, declared),
            )
        for name in texts:
            if name not in fields:
                near = nearest_name(name, fields)
                yield Problem(
                    "E-UNKNOWN-FIELD",
                    f"{place}i18n/{locale}/{name}",
                    "near" if near else "",
                    name=name,
                    nearest=near,
                )


def _version(known: Known) -> Iterator[Problem]:
    questionnaire = known.questionnaire
    previous = questionnaire.previous
    if previous is None:
        if questionnaire.lineage:
            yield Problem("E-MISSING", "previous", "no_previous")
        return
    before, now = parse_version(previous.version), parse_version(questionnaire.version)
    if now <= before:
        yield Problem(
            "E-BUMP", "version", "lower", seen=questionnaire.version, name=previous.version
        )
        return
    relations = {entry.relation for entry in questionnaire.lineage}
    if relations & {"split", "merged", "replaced"} and now[0] == before[0]:
        yield Problem(
            "E-BUMP",
            "version",
            "major",
            seen=questionnaire.version,
            expected=(f"{before[0] + 1}.0.0",),
        )
    elif relations & {"reworded", "dropped", "new"} and now[:2] == before[:2]:
        yield Problem(
            "E-BUMP",
            "version",
            "minor",
            seen=questionnaire.version,
            expected=(f"{before[0]}.{before[1] + 1}.0",),
        )
