"""Where a value stands, said with ids rather than with indexes (format.md §5)."""

from __future__ import annotations

from cap_desktop.domain.source import Tree, join

Step = str | int
Location = tuple[Step, ...]


def segment(container: Tree, step: Step) -> str:
    """Name one step: the id of a list item where it has one, a text by itself, else ``[i]``."""
    if isinstance(step, str):
        return step
    item = container[step] if isinstance(container, list) and step < len(container) else None
    if isinstance(item, dict) and isinstance(item.get("id"), str):
        return str(item["id"])
    if isinstance(item, str):
        return item
    return f"[{step}]"


def place_of(tree: Tree, location: Location) -> str:
    """Turn the path of keys and indexes of a value into a place."""
    place, value = "", tree
    for step in location:
        place = join(place, segment(value, step))
        value = child(value, step)
    return place


def child(value: Tree, step: Step) -> Tree:
    """The value one step down, or None where there is none."""
    if isinstance(value, dict):
        return value.get(step) if isinstance(step, str) else None
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


def value_at(tree: Tree, location: Location) -> Tree:
    """The value at a path, or None."""
    for step in location:
        tree = child(tree, step)
    return tree
