"""Taking out of a tree what was refused, so that the rest can still be read."""

from __future__ import annotations

from typing import Any

from cap_desktop.domain.questionnaire.json_path import Location, value_at
from cap_desktop.domain.questionnaire.questionnaire import FORMAT
from cap_desktop.domain.questionnaire.strict_json import JsonValue

_PLACEHOLDERS: dict[str, JsonValue] = {
    "format": FORMAT,
    "id": "sans_nom",
    "version": "0.0.0",
    "title": "?",
    "locale": "fr",
    "publisher": {"name": "?"},
    "license": "?",
    "status": "draft",
    "settings": {"bands": [{"id": "b", "from": "0", "title": "?"}]},
    "profile_fields": [],
    "parts": [],
}
"""What stands in for a required field of the questionnaire while the rest is read."""

_TEXT_FIELDS = frozenset(
    [
        "title",
        "label",
        "text",
        "description",
        "term",
        "definition",
        "message",
        "name",
        "note",
        "reason",
        "source",
        "short_title",
        "unit",
    ]
)


class _Gone:
    """Marks a list item to take out, without moving the indexes of the others."""


_GONE: Any = _Gone()


def take_out(tree: JsonValue, location: Location, kind: str) -> None:
    """Remove or replace what was refused, so that the rest can be read."""
    if kind == "missing":
        _complete(tree, location)
        return
    holder, step = value_at(tree, location[:-1]), location[-1] if location else ""
    if isinstance(holder, dict) and isinstance(step, str):
        if step in _TEXT_FIELDS and kind.startswith("E-"):
            holder[step] = "?"
        elif len(location) == 1 and step in _PLACEHOLDERS:
            holder[step] = _PLACEHOLDERS[step]
        else:
            holder.pop(step, None)
    elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        if location[-2:-1] == ("breakpoints",) or (
            len(location) > 2 and location[-3] == "breakpoints"
        ):
            _drop(tree, location[: location.index("breakpoints") + 1])
        else:
            holder[step] = _GONE


def _complete(tree: JsonValue, location: Location) -> None:
    holder, step = value_at(tree, location[:-1]), location[-1]
    if isinstance(holder, dict) and isinstance(step, str):
        if len(location) == 1 and step in _PLACEHOLDERS:
            holder[step] = _PLACEHOLDERS[step]
            return
        if step in _TEXT_FIELDS:
            holder[step] = "?"
            return
    _drop(tree, location[:-1])


def _drop(tree: JsonValue, location: Location) -> None:
    if not location:
        return
    holder, step = value_at(tree, location[:-1]), location[-1]
    if isinstance(holder, dict) and isinstance(step, str):
        if len(location) == 1 and step in _PLACEHOLDERS:
            holder[step] = _PLACEHOLDERS[step]
        else:
            holder.pop(step, None)
    elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        holder[step] = _GONE


def compact(value: JsonValue) -> None:
    """Close up the lists from which items were taken."""
    if isinstance(value, dict):
        for item in value.values():
            compact(item)
    elif isinstance(value, list):
        value[:] = [item for item in value if item is not _GONE]
        for item in value:
            compact(item)
