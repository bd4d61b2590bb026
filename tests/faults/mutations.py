"""Files of JSON as a damaged disk, a hand or somebody may leave them: the same for everyone."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

NASTY: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 10**300, -0.0, 0.1, float("nan"), float("inf")),
    *("", " ", "a", "é", "\u202e", "\u0000", "\ud800", "\udcff", "x" * 3000, "n0", "2026-02-30"),
    *("9999-12-31", "NaN", "1,5", "٥", "-5", "=cmd", "<b>", "../../x", "/dev/zero", "~", "#"),
    *([], {}, [[]], [None], {"a": 1}, "1" * 5000),
)
WHOLE = (
    *(b"", b" \n", b"null", b"[]", b"{}", b'""', b"1", b"\x80abc", b"PK\x03\x04", b"<html>"),
    *(b"[" * 200_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"[1,]", b'{"a":1,"a":2}'),
    *(b'{"format":' + b"9" * 100_000 + b"}", b'{"a":1e400}', b'{"a":NaN}', b"\xff\xfe{\x00}\x00"),
    *(b'"' + b"\\u0000" * 1000 + b'"', b"[" + b"1," * 100_000 + b"1]"),
)
MANY = (1, 1, 1, 2, 3, 8, 30)

Steps = tuple[Any, ...]


def mutations(seed: Any, count: int) -> Iterator[bytes]:
    """Files that were a good one; none of them is."""
    rng = random.Random(2026)
    good = written(seed)
    while count:
        data = _mutated(seed, rng)
        if data != good:
            count -= 1
            yield data


def written(tree: Any) -> bytes:
    """A tree as a file."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _mutated(seed: Any, rng: random.Random) -> bytes:
    chance = rng.random()
    if chance < 0.04:
        return rng.choice(WHOLE)
    tree = copy.deepcopy(seed)
    for _change in range(rng.choice(MANY)):
        _change_one(tree, rng)
    data = json.dumps(tree, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
    if chance < 0.16:
        damaged = bytearray(data)
        for _byte in range(rng.choice(MANY)):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        return bytes(damaged)
    return data[: rng.randrange(len(data))] if chance < 0.2 else data


def _change_one(tree: Any, rng: random.Random) -> None:
    places = [steps for steps in _places(tree) if steps]
    if not places:
        return
    steps = rng.choice(places)
    parent, last, chance = _at(tree, steps[:-1]), steps[-1], rng.random()
    if chance < 0.5:
        parent[last] = copy.deepcopy(rng.choice(NASTY))
    elif chance < 0.65:
        parent[last] = copy.deepcopy(_at(tree, rng.choice(places)))
    elif chance < 0.75:
        del parent[last]
    elif chance < 0.82 and isinstance(parent, dict):
        parent[rng.choice(["x", "", "format", "name", "\ud800", "K" * 500])] = parent.pop(last)
    elif chance < 0.9 and isinstance(parent, list):
        parent.extend([copy.deepcopy(parent[last])] * rng.choice([1, 2, 50]))
    elif isinstance(parent[last], str):
        text, at = parent[last], rng.randrange(len(parent[last]) + 1)
        parent[last] = text[:at] + rng.choice(["", "\u0301", "#", "\ud83d", "0", "\n"]) + text[at:]
    else:
        parent[last] = [[parent[last]]]


def _places(tree: Any, steps: Steps = ()) -> Iterator[Steps]:
    yield steps
    if isinstance(tree, dict):
        for key in tree:
            yield from _places(tree[key], (*steps, key))
    elif isinstance(tree, list):
        for place, item in enumerate(tree):
            yield from _places(item, (*steps, place))


def _at(tree: Any, steps: Steps) -> Any:
    for step in steps:
        tree = tree[step]
    return tree
