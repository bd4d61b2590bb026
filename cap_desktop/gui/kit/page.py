"""A page of the window: what it asks for, and what it may be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.basics import Title
from cap_desktop.gui.kit.zones import Zone, whole
from cap_desktop.gui.session.destinations import Back, Destination

if TYPE_CHECKING:
    from cap_desktop.preferences import Preferences


class Page(QWidget):
    """It asks for places and tasks by `wanted`, and knows no other page.

    Whatever the window may ask of a page has a quiet default here.
    """

    wanted = Signal(object)
    """A ``Destination`` or a ``Task``."""

    def step_back(self) -> None:
        """Ask to be where the person was before."""
        self.wanted.emit(Back())

    def show_destination(self, to: Destination) -> None:
        """Be at one of the places that the room of this page lists, the page being shown."""

    def is_at(self, _to: Destination) -> bool:
        """True where this place of the page is in sight: going there would move the focus."""
        return False

    def heading(self) -> str:
        """What a screen reader says on arrival: the first of the highest headings in sight."""
        shown = [item for item in self.findChildren(Title) if item.isVisible()]
        first = min(shown, key=lambda item: item.level, default=None)
        return "" if first is None else first.text()

    def refresh(self) -> None:
        """Show what is saved now, where the page does not follow by itself."""

    def follow(self, preferences: Preferences) -> None:
        """Take preferences that leave the look as it is; a page just made gets the first ones."""

    def flush(self) -> None:
        """Announce what is typed."""

    def leave(self) -> None:
        """Keep what waited for another page, or the end: what is typed was just announced."""

    def unsaved_words(self) -> str:
        """What is typed here and cannot be kept, as a part of a sentence; empty without."""
        return ""

    def left_off(self) -> object:
        """Where the page is, and what is typed and not saved: values, no widget; or None."""
        return None

    # Each page gets back what its like told, in the window of another look.
    def go_on(self, left_off: Any) -> None:  # noqa: ANN401
        """Be there again, on a page that was just made."""

    def zones(self) -> Sequence[Zone]:
        """The zones in the order of reading, one inside another after it; here, the page is one."""
        return whole(self)
