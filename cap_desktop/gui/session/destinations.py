"""Where a person may want to be: values that a page, the bar or a key gives to the window.

Those that several rooms lead to are here. One that is reached by its tab, or from its own room
only, is defined in the `room.py` of that room.
"""

from __future__ import annotations

from typing import Literal

from cap_desktop.gui.session.values import Value

HelpPart = Literal["course", "keys", "safe", "scores", "words"]


class Destination(Value):
    """A place to be; the table of the rooms knows which page it is on."""


class ToHome(Destination):
    """Where the team stands."""


class ToQuestion(Destination):
    """A question; an empty one is the question that waits."""

    question: str = ""


class ToTheme(Destination):
    """The first question of a theme that waits."""

    theme: str


class ToResults(Destination):
    """The scores."""


class ToIndicators(Destination):
    """The figures read beside the scores."""


class ToScore(Destination):
    """How the score of a part, an axis or a theme is made."""

    node: str


class ToYears(Destination):
    """Two years side by side."""


class ToPlan(Destination):
    """The improvement plan, on one of its actions where one is named."""

    action: str = ""


class ToStructure(Destination):
    """The structure and its profile."""


class ToBeginning(Destination):
    """The first launch, or a new structure; waiting there while former data are copied."""

    is_copying: bool = False


class ToPreferences(Destination):
    """The choices of look, keys and group, and where the data are."""


class ToCopies(Destination):
    """The safety copies, the second folder, and whether all is whole."""


class ToCopy(Destination):
    """What one copy holds, and what it would change; `copy` is its name."""

    copy: str


class ToDamage(Destination):
    """What was damaged, and where it is taken back from."""


class ToYourData(Destination):
    """What is kept where, how it is erased, and how it is moved."""


class ToHelp(Destination):
    """A part of the help; an empty one is the part that fits the page one comes from."""

    part: HelpPart | Literal[""] = ""


class ToSearch(Destination):
    """Questions by their words or their number."""


class Back(Destination):
    """Where the person was before."""
