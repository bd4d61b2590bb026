"""The pages of the window, each made at its first use; one is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.room import Context, PageEntry
from cap_desktop.gui.kit.zones import first_stop, last_stop
from cap_desktop.gui.session.destinations import Destination, ToHome
from cap_desktop.gui.session.tasks import Task
from cap_desktop.gui.session.values import Value
from cap_desktop.gui.window.rooms import ROOMS
from cap_desktop.preferences import Preferences

Kind = TypeVar("Kind", bound=Page)

ENTRIES = {entry.page: entry for room in ROOMS for entry in room}
LEADS_TO = {kind: entry for entry in ENTRIES.values() for kind in entry.goes_to}


class LeftOff(Value):
    """Where a page of a former window was, and what it said cannot be kept."""

    state: object
    unsaved_words: str


class PageStack(QStackedWidget):
    """Makes pages out of the table of the rooms; where a wish leads is the window's business."""

    def __init__(self, context: Context, meet: Callable[[Destination | Task], None]) -> None:
        """`meet` gets what the pages ask for."""
        super().__init__()
        self._context, self._meet = context, meet
        self._made: dict[str, Page] = {}
        self._left_off: dict[str, LeftOff] = {}
        self.here: Destination = ToHome()
        self.show_page(self.here)

    def page(self, kind: type[Kind]) -> Kind:
        """A page by its class, made where it was not yet."""
        found = self._named(kind.__name__)
        assert isinstance(found, kind)
        return found

    def page_of(self, to: Destination) -> Page:
        """The page that a destination is on, made where it was not yet."""
        return self._named(entry_of(to).page)

    def show_page(self, to: Destination, arrive: Callable[[Page], object] | None = None) -> None:
        """Put the page of a destination in sight; `arrive` shows there what is wanted of it.

        The former page hides last: with the focus, it would hand it on to any other widget,
        which a screen reader says before the right one.
        """
        page, former = self.page_of(to), self.currentWidget()
        self.here = to
        if former is not None and former is not page:
            # Drawn while it is hidden: what is made in sight takes no focus before the next turn.
            page.refresh()
            page.setGeometry(self.contentsRect())
            page.show()
        if arrive is not None:
            arrive(page)
        if former is not None and former is not page:
            self._take_focus(former, page)
        self.setCurrentWidget(page)

    def _take_focus(self, former: QWidget, page: Page) -> None:
        """Let a page that did not ask for the focus have it, where the former one has it still."""
        spot = self.window().focusWidget()
        if spot is not None and former.isAncestorOf(spot):  # type: ignore[redundant-expr]
            # A page that is still read has no stop yet: it waits with the focus itself.
            (last_stop(page) or first_stop(page) or page).setFocus()

    # --- Another look, another preference -----------------------------------------------

    def left_off(self) -> dict[str, LeftOff]:
        """Where every page is, and what is typed there and not saved, by its name."""
        made = {
            name: LeftOff(page.left_off(), page.unsaved_words())
            for name, page in self._made.items()
        }
        return self._left_off | made

    def go_on(self, left_off: dict[str, LeftOff]) -> None:
        """Let every page go on from there, once it is made."""
        self._left_off = dict(left_off)

    def follow(self, preferences: Preferences) -> None:
        """Take preferences that leave the look as it is."""
        self._context = self._context._replace(preferences=preferences)
        for page in self._made.values():
            page.follow(preferences)

    # --- What is typed ------------------------------------------------------------------

    def flush(self) -> None:
        """Announce what is typed."""
        for page in tuple(self._made.values()):
            page.flush()

    def leave(self) -> None:
        """Announce what is typed, before another page, or the end, takes the place."""
        self.flush()
        for page in tuple(self._made.values()):
            page.leave()

    def unsaved_words(self) -> str:
        """Where something is typed that cannot be kept as it is; empty where nothing is."""
        for name in [name for name, left in self._left_off.items() if left.unsaved_words]:
            # It may have changed since the window of the former look: the page is asked.
            self._named(name)
        found = (page.unsaved_words() for page in self._made.values())
        return ", ".join(words for words in found if words)

    # --- Making -------------------------------------------------------------------------

    def _named(self, name: str) -> Page:
        if name not in self._made:
            self._made[name] = page = ENTRIES[name].make(self._context)
            page.wanted.connect(self._meet)
            page.follow(self._context.preferences)
            self.addWidget(page)
            left = self._left_off.pop(name, None)
            if left is not None and left.state is not None:
                page.go_on(left.state)
        return self._made[name]


def entry_of(to: Destination) -> PageEntry:
    """What the rooms say of the page that a destination is on."""
    return LEADS_TO[type(to)]
