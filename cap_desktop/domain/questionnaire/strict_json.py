"""From bytes to a tree, strictly: what JSON readers let pass in silence is refused here.

Duplicate keys, NaN and infinities, deep nesting, ``null`` and broken characters are found
before the models see the tree (format.md §2.1 and §3.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cap_desktop.errors import Problem

DEPTH_LIMIT = 32
JsonValue = Any
"""A value as ``json.loads`` gives it: the only place where untyped data lives."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class BareNumber:
    """A number written with a point or an exponent: never what a field wants."""

    def __init__(self, text: str) -> None:
        """Keep the text for the message."""
        self.text = text

    def __str__(self) -> str:
        """The number as it was typed."""
        return self.text


class _Duplicated(dict[str, JsonValue]):
    """An object in which a key was written twice."""

    key = ""


class _NotJson(Exception):  # noqa: N818 - read as a sentence where it is raised
    def __init__(self, case: str, seen: str = "") -> None:
        super().__init__(case)
        self.case = case
        self.seen = seen


@dataclass(frozen=True, slots=True)
class Source:
    """A tree ready for the models, the problems met on the way, and the author's notes.

    Keys that start with ``_`` are notes, as the worked cases have some: they are set aside.
    """

    tree: JsonValue
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


def _pairs(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    duplicated = _Duplicated(found)
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            duplicated.key = key
        seen.add(key)
    return duplicated


def _constant(text: str) -> JsonValue:
    raise _NotJson("constant", text)


Namer = Callable[[JsonValue, str | int, str], str]


def read_source(data: bytes, segment: Namer) -> Source:
    """Read a JSON document of UTF-8 bytes.

    ``segment`` names a step of the path to a value, given its container and the field that
    holds it. A document that is not JSON, or is ``null``, gives no tree and one E-JSON problem.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _unreadable("encoding", str(error.start))
    if text.startswith("\ufeff"):
        return _unreadable("bom")
    try:
        tree = json.loads(
            text, object_pairs_hook=_pairs, parse_constant=_constant, parse_float=BareNumber
        )
    except json.JSONDecodeError as error:
        return _unreadable("syntax", f"{error.lineno}:{error.colno}")
    except _NotJson as error:
        return _unreadable(error.case, error.seen)
    except RecursionError:
        return _unreadable("depth", str(DEPTH_LIMIT))
    except ValueError:
        return _unreadable("digits")
    if tree is None:
        return _unreadable("null")
    walk = _Walk(segment)
    clean = walk.visit(tree, "", 1)
    return Source(clean, tuple(walk.problems), tuple(walk.notes))


def _unreadable(case: str, seen: str = "") -> Source:
    return Source(None, (Problem("E-JSON", "", case, seen=seen),))


class _Walk:
    """One pass over the tree; it copies what it keeps."""

    def __init__(self, segment: Namer) -> None:
        self.segment = segment
        self.problems: list[Problem] = []
        self.notes: list[str] = []

    def visit(self, value: JsonValue, place: str, depth: int) -> JsonValue:
        if isinstance(value, str):
            if _SURROGATE.search(value):
                self.problems.append(Problem("E-TEXT-CONTROL", place, seen="U+D800"))
                return _SURROGATE.sub("?", value)
            return value
        if depth > DEPTH_LIMIT and isinstance(value, dict | list):
            self.problems.append(Problem("E-JSON", place, "depth", seen=str(DEPTH_LIMIT)))
            return {}
        if isinstance(value, dict):
            return self._object(value, place, depth)
        if isinstance(value, list):
            return self._list(value, place, depth)
        return value

    def _object(self, value: dict[str, JsonValue], place: str, depth: int) -> dict[str, JsonValue]:
        if isinstance(value, _Duplicated):
            self.problems.append(
                Problem("E-JSON", join(place, value.key), "duplicate", seen=value.key)
            )
        kept: dict[str, JsonValue] = {}
        for key, item in value.items():
            if _SURROGATE.search(key):
                self.problems.append(Problem("E-TEXT-CONTROL", place, seen="U+D800"))
                continue
            inner = join(place, key)
            if key.startswith("_"):
                self.notes.append(inner)
            elif item is None:
                self.problems.append(Problem("E-EMPTY", inner, "null", name=key))
            else:
                kept[key] = self.visit(item, inner, depth + 1)
        return kept

    def _list(self, value: list[JsonValue], place: str, depth: int) -> list[JsonValue]:
        kept = []
        field = place.rpartition("/")[2].partition("[")[0] if not place.endswith("]") else ""
        for index, item in enumerate(value):
            inner = join(place, self.segment(value, index, field))
            if item is None:
                self.problems.append(Problem("E-EMPTY", inner, "null"))
            else:
                kept.append(self.visit(item, inner, depth + 1))
        return kept


def join(place: str, segment: str) -> str:
    """Lengthen a place by one segment; ``[i]`` sticks to what comes before."""
    if not place:
        return segment
    return place + segment if segment.startswith("[") else f"{place}/{segment}"


def bare_numbers(
    value: JsonValue, location: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """Where numbers are written with a point or an exponent."""
    if isinstance(value, BareNumber):
        yield location
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from bare_numbers(item, (*location, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from bare_numbers(item, (*location, index))


def bare_as_object(value: object) -> dict[str, JsonValue]:
    """Stand in for a bare number when the tree is written again: most fields take no object."""
    if isinstance(value, BareNumber):
        return {}
    raise TypeError(type(value))
