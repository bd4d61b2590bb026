"""Where a person may want to be: values that a page, the bar or a key gives to the window.

They are told apart by their kind, never by `==`: two that carry nothing are equal tuples.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

HelpPart = Literal["course", "keys", "safe", "scores", "words"]


class ToHome(NamedTuple):
    """Where the team stands."""


class ToQuestion(NamedTuple):
    """A question; an empty one is the question that waits."""

    question: str = ""


class ToTheme(NamedTuple):
    """The first question of a theme that waits."""

    theme: str


class ToResults(NamedTuple):
    """The scores."""


class ToScore(NamedTuple):
    """How the score of a part, an axis or a theme is made."""

    node: str


class ToYears(NamedTuple):
    """Two years side by side."""


class ToPlan(NamedTuple):
    """The improvement plan, on one of its actions where one is named."""

    action: str = ""


class ToStructure(NamedTuple):
    """The structure and its profile."""


class ToBeginning(NamedTuple):
    """The first launch, or a new structure; waiting there while former data are copied."""

    is_copying: bool = False


class ToPreferences(NamedTuple):
    """The choices of look, keys and group, and where the data are."""


class ToHelp(NamedTuple):
    """A part of the help; an empty one is the part that fits the page one comes from."""

    part: HelpPart | Literal[""] = ""


class ToSearch(NamedTuple):
    """Questions by their words or their number."""


class Back(NamedTuple):
    """Where the person was before."""


Destination = (
    ToHome
    | ToQuestion
    | ToTheme
    | ToResults
    | ToScore
    | ToYears
    | ToPlan
    | ToStructure
    | ToBeginning
    | ToPreferences
    | ToHelp
    | ToSearch
    | Back
)
