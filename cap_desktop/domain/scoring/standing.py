"""Where an assessment stands: the few words and figures that the first page shows.

Nothing here needs the questionnaire: the first page can be drawn before it is read. What is
imported before that page are named tuples: a frozen dataclass takes seven times longer to make.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from cap_desktop import __version__

FORMAT = f"cap-standing/3 {__version__}"
"""What another version of the program computed is computed again."""


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
    ``plan`` is that of the year, else the newest one before it. ``others`` are not kept with it:
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
    """Read what :func:`standing_text` wrote; None for what another version wrote.

    What is read here is only shown until the data themselves are there.
    """
    try:
        tree = json.loads(text)
        tree.setdefault("plan", None)
        tree["others"] = ()
        if tree.pop("format") != FORMAT or set(tree) != set(Standing._fields):
            return None
        return _standing(tree)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None


def _standing(tree: dict[str, Any]) -> Standing:
    following, plan = tree.pop("following"), tree.pop("plan")
    tree["alerts"] = [Alert(**item) for item in tree["alerts"]]
    years = tuple(
        YearStanding(parts=tuple(PartStanding(**part) for part in year.pop("parts")), **year)
        for year in tree.pop("years")
    )
    plain: dict[str, Any] = {
        name: tuple(kept) if isinstance(kept, list) else kept for name, kept in tree.items()
    }
    return Standing(
        following=None if following is None else NextQuestion(**following),
        years=years,
        plan=None if plan is None else PlanStanding(**plan | {"due": tuple(plan["due"])}),
        **plain,
    )
