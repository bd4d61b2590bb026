"""What pages are made of: boxes that know their height, can be cut, and draw themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from cap_desktop.reports.pdf.painter import Painter

BEGINNING = 0.25
"""The share of a page under which nothing that goes on is worth beginning."""

SLACK = 0.01
"""Less than that is the rounding of a sum."""


class Box(Protocol):
    """Something of a given width; ``before`` and ``after`` are the white around it."""

    @property
    def before(self) -> float:
        """The white above, at least."""

    @property
    def after(self) -> float:
        """The white below, at least."""

    @property
    def keeps_next(self) -> bool:
        """True for a title: what follows begins on the same page."""

    @property
    def height(self) -> float:
        """How high it is, whole."""

    @property
    def start(self) -> float:
        """The height that makes a beginning of it."""

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """What fits in the room, and the rest; on a whole page there is no more room to get."""

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw it from its top left corner."""

    def anchors(self) -> Iterable[str]:
        """The places that it names."""


@dataclass(kw_only=True)
class Spaced:
    """The white around a box, and whether what follows it stays with it."""

    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False

    def anchors(self) -> Iterable[str]:
        """None, for most boxes."""
        return ()


@dataclass(kw_only=True)
class Whole(Spaced, ABC):
    """A box that is never cut."""

    @property
    @abstractmethod
    def height(self) -> float:
        """How high it is."""

    @property
    def start(self) -> float:
        """All of it."""
        return self.height

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Never."""
        return None

    @abstractmethod
    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Draw it from its top left corner."""


@dataclass
class Blank(Whole):
    """White, and nothing else."""

    room: float

    @property
    def height(self) -> float:
        """All the white."""
        return self.room

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Nothing to draw."""
