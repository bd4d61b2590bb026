"""The worked cases: those handed over with the format where they are, else the copy here."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HANDED_OVER = HERE.parents[1] / "shared" / "cases"
COPY = HERE / "data" / "cases"

Tree = dict[str, Any]


def folder() -> Path:
    return HANDED_OVER if HANDED_OVER.is_dir() else COPY


def scoring_cases() -> list[Tree]:
    return [load(path) for path in sorted((folder() / "scoring").glob("*.json"))]


def invalid_cases() -> Tree:
    return load(folder() / "invalid.json")


def load(path: Path) -> Tree:
    tree: Tree = json.loads(path.read_text(encoding="utf-8"))
    return tree


def applied(base: Tree, operations: list[Tree]) -> Tree:
    """Apply the `set` and `del` operations of a case to a copy of its base."""
    tree: Tree = json.loads(json.dumps(base))
    for operation in operations:
        *way, last = operation["path"]
        holder: Any = tree
        for step in way:
            holder = holder[_index(holder, step)]
        if operation["op"] == "del":
            del holder[_index(holder, last)]
        elif last == "+":
            holder.append(operation["value"])
        elif isinstance(holder, list):
            holder[_index(holder, last)] = operation["value"]
        else:
            holder[last] = operation["value"]
    return tree


def _index(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict) or isinstance(step, int):
        return step
    return next(rank for rank, item in enumerate(holder) if item["id"] == step)


def missing(expected: Any, seen: Any, place: str = "") -> Iterator[str]:
    """Yield what of `expected`, a subset, is not in `seen`; lists are compared in order."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            if not isinstance(seen, dict) or key not in seen:
                yield f"{place}/{key}: absent"
            else:
                yield from missing(value, seen[key], f"{place}/{key}")
    elif isinstance(expected, list) and isinstance(seen, list) and len(expected) == len(seen):
        for rank, (one, other) in enumerate(zip(expected, seen, strict=True)):
            yield from missing(one, other, f"{place}[{rank}]")
    elif expected != seen:
        yield f"{place}: expected {expected!r}, got {seen!r}"
