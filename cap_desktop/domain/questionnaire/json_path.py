"""Where a value stands, said with ids rather than with indexes (format.md §5)."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.questionnaire.strict_json import JsonValue, join

PathStep = str | int
Location = tuple[PathStep, ...]


ID_LISTS = frozenset(
    {
        "value",
        "audience",
        "numerator",
        "denominator",
        "left",
        "right",
        "from",
        "to",
        "targets",
        "replaced_by",
        "in",
        "profile",
        "locales",
        "tags",
    }
)
"""Lists of plain ids: their items are named by themselves."""


def segment(container: JsonValue, step: PathStep, field: str) -> str:
    """Name one step under a field: the id of a list item, an id by itself, else ``[i]``."""
    if isinstance(step, str):
        return step
    item = container[step] if isinstance(container, list) and step < len(container) else None
    if isinstance(item, dict) and isinstance(item.get("id"), str):
        return str(item["id"])
    if isinstance(item, str) and field in ID_LISTS:
        return item
    return f"[{step}]"


def place_of(tree: JsonValue, location: Location) -> str:
    """Turn the path of keys and indexes of a value into a place."""
    place, value, field = "", tree, ""
    for step in location:
        place = join(place, segment(value, step, field))
        field = step if isinstance(step, str) else ""
        value = child(value, step)
    return place


def ancestors(place: str) -> Iterator[str]:
    """The place itself, then everything that holds it, from the nearest out."""
    while place:
        yield place
        place = place[: max(place.rfind("/"), place.rfind("["), 0)]


def child(value: JsonValue, step: PathStep) -> JsonValue:
    """The value one step down, or None where there is none."""
    if isinstance(value, dict):
        return value.get(step) if isinstance(step, str) else None
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


def value_at(tree: JsonValue, location: Location) -> JsonValue:
    """The value at a path, or None."""
    for step in location:
        tree = child(tree, step)
    return tree
