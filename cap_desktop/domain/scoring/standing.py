"""Where an assessment stands: the few words and figures that the first page shows.

Nothing here needs the questionnaire: the first page can be drawn before it is read. What is
imported before that page are named tuples: a frozen dataclass takes seven times longer to make.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from cap_desktop import __version__

FORMAT = f"cap-standing/4 {__version__}"
"""What another version of the program computed is computed again."""
LARGEST = 1_000_000
"""More questions than there will ever be, and less than a widget takes."""


class PartStanding(NamedTuple):
    """The published score of a part as text, None where too little was answered.

    ``code`` is the letter that names it.
    ``rank`` is the number of its band, 0 to 4; without a ``band`` it is 0.
    """

    title: str
    score: str | None
    band: str | None
    rank: int
    code: str = ""


class YearStanding(NamedTuple):
    """One year of the structure; ``sealed_at`` is a day `AAAA-MM-JJ`, empty for a draft."""

    assessment: str
    year: int
    sealed_at: str
    version: str
    done: int
    asked: int
    parts: tuple[PartStanding, ...]


class NextQuestion(NamedTuple):
    """The question that waits, how far its theme is, and the minutes that what is left takes."""

    question: str
    theme: str
    rank: int
    left: int
    asked: int
    minutes: int


class Alert(NamedTuple):
    """A compliance question whose answer is an alert."""

    question: str
    title: str


class OtherStructure(NamedTuple):
    """Another structure on this machine, and its newest assessment."""

    name: str
    assessment: str
    is_archived: bool = False


class PlanStanding(NamedTuple):
    """The plan under way: its year, its actions but the dropped ones, those done.

    ``due`` holds the due dates `AAAA-MM-JJ` of the open actions, the nearest first: what is
    late depends on the day it is looked at.
    """

    year: int
    total: int
    done: int
    due: tuple[str, ...]

    def late(self, today: str) -> int:
        """How many open actions are past their due date on a day `AAAA-MM-JJ`."""
        return sum(day < today for day in self.due)


class Standing(NamedTuple):
    """Where one assessment stands, among the years of its structure, newest first.

    ``discussed``, ``unknown`` and ``missing_figures`` are ids of questions in document order.
    ``plan`` is that of the year, else the newest one before it. ``undecided`` counts the questions
    that an empty field of the profile keeps from being asked. ``others`` are not kept with it:
    a start reads them anew.
    """

    structure: str
    name: str
    assessment: str
    year: int
    version: str
    begun_at: str
    is_sealed: bool
    done: int
    asked: int
    following: NextQuestion | None
    discussed: tuple[str, ...]
    unknown: tuple[str, ...]
    missing_figures: tuple[str, ...]
    alerts: tuple[Alert, ...]
    years: tuple[YearStanding, ...]
    others: tuple[OtherStructure, ...]
    plan: PlanStanding | None = None
    undecided: int = 0

    @property
    def left(self) -> int:
        """How many questions wait for an answer."""
        return self.asked - self.done


def standing_text(standing: Standing) -> str:
    """The standing as it is kept for the next start."""
    tree = {"format": FORMAT} | _tree(standing)
    del tree["others"]
    return json.dumps(tree, ensure_ascii=False)


def _tree(value: Any) -> Any:  # noqa: ANN401 - a tree of JSON
    if hasattr(value, "_asdict"):
        return {name: _tree(kept) for name, kept in value._asdict().items()}
    return [_tree(item) for item in value] if isinstance(value, tuple) else value


def read_standing(text: str) -> Standing | None:
    """Read what :func:`standing_text` wrote; None for what it never writes.

    What is read here is only shown until the data themselves are there.
    """
    try:
        tree = json.loads(text)
        if tree.pop("format") != FORMAT:
            return None
        standing: Standing = _STANDING(tree | {"others": []})
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None
    return standing if standing.years else None


# What reads each field: the file may be somebody else's, and the first page takes it at its word.

Read = Callable[[Any], Any]


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    found.encode()  # half a character can be shown by nobody
    return found


def _flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise TypeError(found)
    return found


def _number(found: object) -> int:
    if type(found) is not int or not 0 <= found <= LARGEST:
        raise ValueError(found)
    return found


def _day(found: object) -> str:
    return date.fromisoformat(_text(found)).isoformat()


def _day_or_none(found: object) -> str:
    return _day(found) if found else _text(found)


def _maybe(read: Read) -> Read:
    return lambda found: None if found is None else read(found)


def _each(read: Read) -> Read:
    def of_list(found: object) -> tuple[Any, ...]:
        if not isinstance(found, list):
            raise TypeError(found)
        return tuple(read(item) for item in found)

    return of_list


def _row(kind: Any, *reads: Read) -> Read:  # noqa: ANN401 - any named tuple
    """What reads a named tuple; a field that a former version had not has its default."""

    def of_tree(found: dict[str, object]) -> Any:  # noqa: ANN401 - one of it
        values = {
            name: read(found.pop(name)) if name in found else kind._field_defaults[name]
            for name, read in zip(kind._fields, reads, strict=True)
        }
        if found:
            raise KeyError(*found)
        return kind(**values)

    return of_tree


_PART = _row(PartStanding, _text, _maybe(_text), _maybe(_text), _number, _text)
_YEAR = _row(
    *(YearStanding, _text, _number, _day_or_none, _text, _number, _number, _each(_PART)),
)
_STANDING = _row(
    Standing,
    *(_text, _text, _text, _number, _text, _day, _flag, _number, _number),
    _maybe(_row(NextQuestion, _text, _text, _number, _number, _number, _number)),
    *(_each(_text), _each(_text), _each(_text)),
    _each(_row(Alert, _text, _text)),
    _each(_YEAR),
    _each(_row(OtherStructure, _text, _text, _flag)),
    _maybe(_row(PlanStanding, _number, _number, _number, _each(_day))),
    _number,
)
