"""What a page may offer besides itself: to be drawn again, to be gone on with elsewhere."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class GoesOn(Protocol):
    """A page that has more to it than what is saved, and hands it on to the next window's."""

    def left_off(self) -> object:
        """Where the page is, and what is typed and not saved: values, no widget."""

    def go_on(self, left_off: object) -> None:
        """Be there again, on a page that was just made; it gets back what its like told."""


@runtime_checkable
class Refreshed(Protocol):
    """A page that is drawn again when it is looked at."""

    def refresh(self) -> None:
        """Show what is saved now."""
