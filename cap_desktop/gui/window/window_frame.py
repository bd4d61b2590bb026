"""What the window is made of: the top bar, the pages below it, and what is said around them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.history import History
from cap_desktop.gui.window.page_stack import PageStack
from cap_desktop.gui.window.save_status import SaveStatus
from cap_desktop.gui.window.top_bar import TopBar
from cap_desktop.preferences import Preferences

if TYPE_CHECKING:
    from cap_desktop.gui.answering.answering_page import AnsweringPage
    from cap_desktop.gui.answering.search_page import SearchPage
    from cap_desktop.gui.plan.plan_page import PlanPage
    from cap_desktop.gui.plan.plan_presenter import PlanPresenter
    from cap_desktop.gui.results.results_page import ResultsPage
    from cap_desktop.gui.results.trace_page import TracePage
    from cap_desktop.gui.results.years_page import YearsPage
    from cap_desktop.gui.session.edition import Edition
    from cap_desktop.gui.settings.help_page import HelpPage
    from cap_desktop.gui.settings.preferences_page import PreferencesPage
    from cap_desktop.gui.structure.profile_page import ProfilePage
    from cap_desktop.gui.structure.welcome_page import WelcomePage
    from cap_desktop.gui.window.banner import Banner
    from cap_desktop.gui.window.exports import Exports
    from cap_desktop.gui.window.former_data import FormerData
    from cap_desktop.gui.window.report_presenter import ReportPresenter
    from cap_desktop.services.folder.safety_copies import FolderSummary

MINIMUM = (1024, 640)
REFERENCE = (1366, 720)


class WindowFrame(QMainWindow):
    """Lays out what the window is made of; where a wish leads is the window's business."""

    former_data_wanted = Signal(object)
    system_changed = Signal()

    def __init__(
        self,
        look: Look,
        session: Session,
        desk: Callable[[], PlanPresenter],
        reports: Callable[[], ReportPresenter],
        edition: Callable[[], Edition],
        settings: Preferences,
        place: Callable[[], FolderSummary],
    ) -> None:
        """What is given as a function is asked for once it is needed.

        `edition` reads the questionnaire proposed at first launch, `place` looks at the folder
        of the data.
        """
        super().__init__()
        self.look = look
        self.settings = settings
        self.session = session
        self._desk, self._reports = desk, reports
        self.setWindowTitle("CAP Desktop")
        self.setMinimumSize(*MINIMUM)
        self.resize(*REFERENCE)
        self.bar = TopBar(look)
        self.pages = PageStack(look, session, desk, edition, settings, place)
        self.way = History(self.bar, self.pages)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.pages, 1)
        self.news = SaveStatus(look, session, self.bar.saved, self._column)
        self.setCentralWidget(self._body)
        self.bar.show_standing(session.standing)
        system = QGuiApplication.styleHints()
        system.colorSchemeChanged.connect(self.system_changed)
        system.accessibility().contrastPreferenceChanged.connect(self.system_changed)

    def lay_out(self) -> None:
        """Give the first page its size before it is drawn: else it is drawn twice."""
        for layout in (self.layout(), self._column, self.pages.layout()):
            if layout is not None:
                layout.activate()

    def follow(self, settings: Preferences) -> None:
        """Take settings that leave the look as it is."""
        self.settings = settings
        self.pages.follow(settings)

    def go_to_zone(self, by: int) -> None:
        """Put the focus in another zone of the page, or in the top bar."""
        from cap_desktop.gui.kit.zones import first_stop, go_to_zone, zones_of

        page = self.pages.currentWidget()
        of_page = [] if page is None else zones_of(page)
        at_top = first_stop(self.bar)
        go_to_zone(of_page if at_top is None else [*of_page, (self.bar, at_top)], by)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the reading at each Tab: pages make parts of themselves anew at any time."""
        from cap_desktop.gui.kit.tab_order import follow_reading

        follow_reading(self._body)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button at Entrée: on some systems Qt leaves that to the space bar."""
        from cap_desktop.gui.kit.binding import press_button

        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not press_button():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width() / self.look.scale)

    # --- Its pages, and what is made at its first use -----------------------------------

    @property
    def home(self) -> HomePage:
        """Where the team stands."""
        return self.pages.home

    @property
    def answering(self) -> AnsweringPage:
        """One question at a time."""
        return self.pages.answering

    @property
    def results(self) -> ResultsPage:
        """The scores."""
        return self.pages.results

    @property
    def plan(self) -> PlanPage:
        """The improvement plan."""
        return self.pages.plan

    @property
    def trace(self) -> TracePage:
        """How a score is made."""
        return self.pages.trace

    @property
    def years(self) -> YearsPage:
        """Two years side by side."""
        return self.pages.years

    @property
    def preferences(self) -> PreferencesPage:
        """The settings."""
        return self.pages.preferences

    @property
    def profile(self) -> ProfilePage:
        """The structure and its profile."""
        return self.pages.profile

    @property
    def help(self) -> HelpPage:
        """What the keys are, what a score means, what words mean."""
        return self.pages.help

    @property
    def search(self) -> SearchPage:
        """Questions by their words or their number."""
        return self.pages.search

    @property
    def welcome(self) -> WelcomePage:
        """The first launch, or a new structure."""
        return self.pages.welcome

    @cached_property
    def exports(self) -> Exports:
        """Reports and copies of the plan."""
        from cap_desktop.gui.window.exports import Exports

        made = Exports(self.look, self.session, self._reports, self._column, self)
        made.failed.connect(self.news.say_error)
        return made

    @cached_property
    def arrivals(self) -> FormerData:
        """Data that come from elsewhere."""
        from cap_desktop.gui.window.former_data import FormerData

        made = FormerData(self.exports, self)
        made.chosen.connect(self.former_data_wanted)
        return made

    @property
    def banner(self) -> Banner:
        """What must be known, under the top bar."""
        return self.news.banner

    @property
    def desk(self) -> PlanPresenter:
        """The open plan."""
        return self._desk()

    @property
    def reports(self) -> ReportPresenter:
        """Where reports are made."""
        return self._reports()
