"""Where a person may want to be: values that a page, the bar or a key gives to the window.

Those that several rooms lead to are here. One that is reached by its tab, or from its own room
only, is defined in the `room.py` of that room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HelpPart = Literal["course", "keys", "safe", "scores", "words"]


class Destination:
    """A place to be; the table of the rooms knows which page it is on."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ToHome(Destination):
    """Where the team stands."""


@dataclass(frozen=True, slots=True)
class ToQuestion(Destination):
    """A question; an empty one is the question that waits."""

    question: str = ""


@dataclass(frozen=True, slots=True)
class ToTheme(Destination):
    """The first question of a theme that waits."""

    theme: str


@dataclass(frozen=True, slots=True)
class ToResults(Destination):
    """The scores."""


@dataclass(frozen=True, slots=True)
class ToIndicators(Destination):
    """The figures read beside the scores."""


@dataclass(frozen=True, slots=True)
class ToScore(Destination):
    """How the score of a part, an axis or a theme is made."""

    node: str


@dataclass(frozen=True, slots=True)
class ToYears(Destination):
    """Two years side by side."""


@dataclass(frozen=True, slots=True)
class ToPlan(Destination):
    """The improvement plan, on one of its actions where one is named."""

    action: str = ""


@dataclass(frozen=True, slots=True)
class ToStructure(Destination):
    """The structure and its profile."""


@dataclass(frozen=True, slots=True)
class ToBeginning(Destination):
    """The first launch, or a new structure; waiting there while former data are copied."""

    is_copying: bool = False


@dataclass(frozen=True, slots=True)
class ToPreferences(Destination):
    """The choices of look, keys and group, and where the data are."""


@dataclass(frozen=True, slots=True)
class ToHelp(Destination):
    """A part of the help; an empty one is the part that fits the page one comes from."""

    part: HelpPart | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class ToSearch(Destination):
    """Questions by their words or their number."""


@dataclass(frozen=True, slots=True)
class Back(Destination):
    """Where the person was before."""
