"""The way back from a page outside the journey."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from cap_desktop.gui.kit.focus_spot import spot_of, take_focus, widget_at
from cap_desktop.gui.session.destinations import Destination
from cap_desktop.gui.session.values import Value
from cap_desktop.gui.window.page_stack import PageStack, entry_of
from cap_desktop.gui.window.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cap_desktop.gui.kit.focus_spot import FocusSpot
    from cap_desktop.gui.kit.page import Page
    from cap_desktop.gui.kit.scroll_position import ScrollPosition

    PlaceOn = Callable[[QWidget, QWidget | None], ScrollPosition]
    GoTo = Callable[[QWidget, ScrollPosition], None]


class Visit(Value):
    """A destination, the place on its page, and the focus where it was in the bar."""

    to: Destination
    place: ScrollPosition
    in_bar: FocusSpot | None


class History:
    """Remembers values, no widget: a window made anew has the same way back."""

    def __init__(self, bar: TopBar, pages: PageStack) -> None:
        self._bar, self._pages = bar, pages
        self._visits: list[Visit] = []

    @cached_property
    def _places(self) -> tuple[PlaceOn, GoTo]:
        from cap_desktop.gui.kit.scroll_position import go_to, place_on  # start-up: no way back yet

        return place_on, go_to

    def here(self) -> Visit:
        """The page that is shown, and where the person is on it."""
        to = self._pages.here
        focused = self._pages.window().focusWidget()
        place_on, _go_to = self._places
        place = place_on(self._pages.page_of(to), focused)
        return Visit(to, place, spot_of(self._bar, focused))

    def remember(self) -> None:
        """Come back later to where the person is now."""
        self._visits.append(self.here())

    def forget(self) -> None:
        """Be on the journey, where there is nothing to come back to."""
        self._visits.clear()

    def last(self) -> Visit | None:
        """Take one step back; None where there is none."""
        return self._visits.pop() if self._visits else None

    def show(self, visit: Visit) -> None:
        """Be there again: what has changed meanwhile is shown as it is now."""
        entry = entry_of(visit.to)
        _place_on, go_to = self._places

        def arrive(page: Page) -> None:
            page.refresh()
            go_to(page, visit.place)

        self._bar.show_tab(entry.tab, entry.place)
        self._pages.show_page(visit.to, arrive)
        if visit.in_bar is not None:
            # What has no room any more is in the menu.
            stop = widget_at(self._bar, visit.in_bar) or self._bar.menu
            take_focus(stop, visit.in_bar)

    def follow(self, former: History) -> None:
        """Take the steps of the same way in a former window."""
        self._visits = list(former._visits)
