"""The name of the window, and what a screen reader is told of where one has arrived."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMainWindow

from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.other_year import OtherYearBar
from cap_desktop.gui.window.page_stack import PageStack, entry_of
from cap_desktop.gui.window.top_bar import TopBar
from cap_desktop.gui.window.window_title import window_title
from cap_desktop.gui.window.year_choice import arrival_words
from cap_desktop.i18n import _


class WindowName(QObject):
    """Says the page, the year and the structure, wherever the window says them.

    A child of the window: what it listens to lets it go with the window.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        pages: PageStack,
        bar: TopBar,
        other_year: OtherYearBar,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._pages = window, session, pages
        self._bar, self._other_year = bar, other_year
        self._said: tuple[str, bool] | None = None

    def name_window(self) -> None:
        """Put the page that is shown in the title."""
        standing, entry = self._session.standing, entry_of(self._pages.here)
        if standing is not None:
            page = entry.place or ("" if entry.tab is None else entry.tab.words)
            year = None if entry.needs == "nothing" else standing.year
            self._window.setWindowTitle(window_title(_(page) if page else "", year, standing.name))

    def name_structure(self) -> None:
        """Say everywhere whose data these are, and of which year."""
        self.name_window()
        self.name_bars()

    def name_bars(self) -> None:
        """Say it above the page; a reader says each title, and the page may be on its way out."""
        standing = self._session.standing
        if standing is not None:
            self._bar.show_standing(standing)
            self._other_year.show_standing(standing)

    def say_heading(self, page: Page) -> None:
        """Say the heading of a page that has just been turned to."""
        if QAccessible.isActive():
            announce(page, page.heading())

    def follow(self, former: WindowName) -> None:
        """Go on from another window: what it said last is known."""
        self._said = former._said

    def say_arrival(self) -> None:
        """Say which year is open and whether it can change, where either is new."""
        standing = self._session.standing
        now = None if standing is None else (standing.assessment, standing.is_sealed)
        if standing is not None and self._said not in (None, now):
            announce(self._bar.year, arrival_words(standing))
        self._said = now
