"""A line of history of a long text: what changed in it, not the whole of it twice.

A record is a JSON object, and stands whole where it is short. A change is a JSON list, so that
each form tells itself: the digest of the whole text, where it changes, what stood or stands
there. Of two neighbouring texts each gives the other: the first line of a text, what is kept
today, and any line that stands whole, all lead to the rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

SHORT = 1_000
"""Signs of a record before and after, together, that are not worth a change."""
_DIGEST = 16


class Line(NamedTuple):
    """What a text was and what it became; None where there was none."""

    before: str | None
    after: str | None


class _Change(NamedTuple):
    digest: str
    """Of the whole text."""
    start: int
    part: str

    def matches(self, text: str) -> bool:
        return _digest(text) == self.digest

    def other(self, text: str, change: _Change) -> str | None:
        """The text of another change, out of this one's; None where it does not come out."""
        end = change.start + len(self.part)
        made = text[: change.start] + change.part + text[end:]
        return made if change.matches(made) else None


def shortened(before: str | None, after: str | None) -> Line:
    """The line that keeps a change: whole where that is hardly longer."""
    if before is None or after is None or len(before) + len(after) <= SHORT:
        return Line(before, after)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    old, new = _written(before, start, end), _written(after, start, end)
    is_shorter = 2 * (len(old) + len(new)) < len(before) + len(after)
    return Line(old, new) if is_shorter else Line(before, after)


def whole(
    lines: Sequence[tuple[Hashable, Line]], today: Iterable[tuple[Hashable, str]]
) -> list[Line | None]:
    """Every line with its whole texts, from lines oldest first, each with what it is about.

    ``today`` is what is kept of each now. None stands for a line that nothing leads to: those
    on either side of it were lost.
    """
    found: list[Line | None] = [None] * len(lines)
    known: dict[Hashable, str | None] = {}
    for place, (about, line) in enumerate(lines):
        met = _forward(line, known.get(about))
        found[place] = met
        known[about] = None if met is None else met.after
    known = dict(today)
    for place in reversed(range(len(lines))):
        about, line = lines[place]
        met = found[place] or _backward(line, known.get(about))
        found[place] = met
        known[about] = None if met is None else met.before
    return found


def _forward(line: Line, before: str | None) -> Line | None:
    old, new = _change_of(line.before), _change_of(line.after)
    if old is None or new is None:
        return line
    if before is None or not old.matches(before):
        return None
    after = old.other(before, new)
    return None if after is None else Line(before, after)


def _backward(line: Line, after: str | None) -> Line | None:
    old, new = _change_of(line.before), _change_of(line.after)
    if old is None or new is None:
        return line
    if after is None or not new.matches(after):
        return None
    before = new.other(after, old)
    return None if before is None else Line(before, after)


def _change_of(text: str | None) -> _Change | None:
    if text is None or not text.startswith("["):
        return None
    return _Change(*json.loads(text))


def _written(text: str, start: int, end: int) -> str:
    """The change to a text that others share the ``start`` first and ``end`` last signs of."""
    part = text[start : len(text) - end]
    return json.dumps([_digest(text), start, part], ensure_ascii=False, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]


def _shared(one: str, other: str) -> int:
    """How many signs two texts begin with in common, looked for by halves."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
