"""Where a person may want to be: values that a page, the bar or a key gives to the window.

Those that several rooms lead to are here. One that is reached by its tab, or from its own room
only, is defined in the `room.py` of that room.
"""

from __future__ import annotations

from typing import Literal, dataclass_transform

HelpPart = Literal["course", "keys", "safe", "scores", "words"]


@dataclass_transform(frozen_default=True)
class Destination:
    """A place to be; the table of the rooms knows which page it is on.

    Two of one class that say the same are equal. A dataclass would say no more, and compiles
    its methods at every start, a millisecond for each class of these.
    """

    def __init__(self, *values: object, **named: object) -> None:
        names = type(self).__annotations__
        said = dict(zip(names, values, strict=False)) | named
        kept = [name for name in names if name in said or hasattr(type(self), name)]
        if len(values) + len(named) != len(said) or said.keys() - names or len(kept) < len(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names) or 'nothing'}")
        vars(self).update({name: said.get(name, getattr(type(self), name, None)) for name in names})

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is a value")


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


class ToYourData(Destination):
    """What is kept where, how it is erased, and how it is moved."""


class ToHelp(Destination):
    """A part of the help; an empty one is the part that fits the page one comes from."""

    part: HelpPart | Literal[""] = ""


class ToSearch(Destination):
    """Questions by their words or their number."""


class Back(Destination):
    """Where the person was before."""
