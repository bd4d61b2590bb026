"""The pages of the window, each made at its first use; one is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session
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
    from cap_desktop.services.folder.safety_copies import FolderSummary

Page = TypeVar("Page", bound=QWidget)


class PageStack(QStackedWidget):
    """What a page asks for is announced here; the window knows where it leads."""

    question_wanted = Signal(str)
    theme_wanted = Signal(str)
    results_wanted = Signal()
    trace_wanted = Signal(str)
    years_wanted = Signal()
    plan_wanted = Signal()
    profile_wanted = Signal()
    export_wanted = Signal(str)
    left = Signal()
    settings_wanted = Signal(object)
    answers_by_chosen = Signal(str)
    former_data_wanted = Signal()
    begun = Signal(str, object)

    def __init__(
        self,
        look: Look,
        session: Session,
        desk: Callable[[], PlanPresenter],
        edition: Callable[[], Edition],
        settings: Preferences,
        place: Callable[[], FolderSummary],
    ) -> None:
        """What is given as a function is asked for by the first page that needs it."""
        super().__init__()
        self._look, self._session = look, session
        self._desk, self._edition, self._place = desk, edition, place
        self._settings = settings
        self._made: dict[str, QWidget] = {}
        self._left_off: dict[str, object] = {}
        self.home = self._added("home", HomePage(look, session))
        self.home.question_wanted.connect(self.question_wanted)
        self.home.results_wanted.connect(self.results_wanted)
        self.home.plan_wanted.connect(self.plan_wanted)

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        current = self.currentWidget()
        return next((name for name, page in self._made.items() if page is current), "")

    def named(self, name: str) -> QWidget:
        """A page by its name, made where it was not yet."""
        page = getattr(self, name)
        assert isinstance(page, QWidget)
        return page

    def stop_copying(self) -> None:
        """Former data are not copied any more."""
        if "welcome" in self._made:
            self.welcome.show_copying(is_copying=False)

    def refresh(self, page: QWidget) -> None:
        """Let a page show what is saved now, where it does not follow by itself."""
        from cap_desktop.gui.kit.page import Refreshed

        if isinstance(page, Refreshed):
            page.refresh()

    def left_off(self) -> dict[str, object]:
        """Where every page is, and what is typed there and not saved, by its name."""
        from cap_desktop.gui.kit.page import GoesOn

        made = {
            name: page.left_off() for name, page in self._made.items() if isinstance(page, GoesOn)
        }
        return self._left_off | made

    def go_on(self, left_off: dict[str, object]) -> None:
        """Let every page go on from there, once it is made."""
        self._left_off = dict(left_off)

    def follow(self, settings: Preferences) -> None:
        """Take settings that leave the look as it is."""
        self._settings = settings
        if "answering" in self._made:
            self.answering.letter_keys = settings.letter_keys
        if "results" in self._made:
            self.results.letter_keys = settings.letter_keys
        if "preferences" in self._made:
            self.preferences.show_settings(settings)

    def flush(self) -> None:
        """Announce what is typed."""
        if "answering" in self._made:
            self.answering.flush()
        if "plan" in self._made:
            self.plan.flush()

    def leave(self) -> None:
        """Announce what is typed, before another page, or the end, takes the place."""
        self.flush()
        if "plan" in self._made:
            self.plan.leave()

    def unsaved_words(self) -> str:
        """Where something is typed that cannot be kept as it is; empty where nothing is."""
        is_there = "plan" in self._made or "plan" in self._left_off
        return self.plan.unsaved_words() if is_there else ""

    # --- Pages ------------------------------------------------------------------------

    @cached_property
    def answering(self) -> AnsweringPage:
        """One question at a time."""
        from cap_desktop.gui.answering.answering_page import AnsweringPage

        page = AnsweringPage(self._look, self._session)
        page.letter_keys = self._settings.letter_keys
        page.finished.connect(self.results_wanted)
        return self._added("answering", page)

    @cached_property
    def results(self) -> ResultsPage:
        """The scores."""
        from cap_desktop.gui.results.results_page import ResultsPage
        from cap_desktop.gui.window.report_presenter import REPORTS, words_of

        page = ResultsPage(self._look, self._session)
        page.letter_keys = self._settings.letter_keys
        page.question_wanted.connect(self.question_wanted)
        page.trace_wanted.connect(self.trace_wanted)
        page.years_wanted.connect(self.years_wanted)
        page.plan_wanted.connect(self.plan_wanted)
        for export in REPORTS:
            page.offer_report(export.kind, words_of(export))
        page.report_wanted.connect(self.export_wanted)
        return self._added("results", page)

    @cached_property
    def plan(self) -> PlanPage:
        """The improvement plan."""
        from cap_desktop.gui.plan.plan_page import PlanPage
        from cap_desktop.gui.window.report_presenter import PLANS, REPORTS, words_of

        page = PlanPage(self._look, self._desk())
        page.question_wanted.connect(self.question_wanted)
        for export in (*REPORTS, *PLANS):
            page.offer_export(export.kind, words_of(export))
        page.export_wanted.connect(self.export_wanted)
        return self._added("plan", page)

    @cached_property
    def trace(self) -> TracePage:
        """How a score is made."""
        from cap_desktop.gui.results.trace_page import TracePage

        page = TracePage(self._look, self._session)
        page.left.connect(self.left)
        page.question_wanted.connect(self.question_wanted)
        page.theme_wanted.connect(self.theme_wanted)
        return self._added("trace", page)

    @cached_property
    def years(self) -> YearsPage:
        """Two years side by side."""
        from cap_desktop.gui.results.years_page import YearsPage

        page = YearsPage(self._look, self._session)
        page.left.connect(self.left)
        page.theme_wanted.connect(self.trace_wanted)
        page.question_wanted.connect(self.question_wanted)
        return self._added("years", page)

    @cached_property
    def preferences(self) -> PreferencesPage:
        """The settings."""
        from cap_desktop.gui.settings.preferences_page import PreferencesPage

        page = PreferencesPage(self._look, self._settings, self._place)
        page.chosen.connect(self.settings_wanted)
        page.left.connect(self.left)
        page.profile_wanted.connect(self.profile_wanted)
        return self._added("preferences", page)

    @cached_property
    def profile(self) -> ProfilePage:
        """The structure and its profile."""
        from cap_desktop.gui.structure.profile_page import ProfilePage

        page = ProfilePage(self._look, self._session)
        page.left.connect(self.left)
        return self._added("profile", page)

    @cached_property
    def help(self) -> HelpPage:
        """What the keys are, what a score means, what words mean."""
        from cap_desktop.gui.settings.help_page import HelpPage

        page = HelpPage(self._look, self._session)
        page.left.connect(self.left)
        return self._added("help", page)

    @cached_property
    def search(self) -> SearchPage:
        """Questions by their words or their number."""
        from cap_desktop.gui.answering.search_page import SearchPage

        page = SearchPage(self._look, self._session)
        page.left.connect(self.left)
        page.question_wanted.connect(self.question_wanted)
        return self._added("search", page)

    @cached_property
    def welcome(self) -> WelcomePage:
        """The first launch, or a new structure."""
        from cap_desktop.gui.structure.welcome_page import WelcomePage

        page = WelcomePage(self._look, self._edition().questionnaire)
        page.answers_by_chosen.connect(self.answers_by_chosen)
        page.begun.connect(self.begun)
        page.former_data_wanted.connect(self.former_data_wanted)
        return self._added("welcome", page)

    def _added(self, name: str, page: Page) -> Page:
        self._made[name] = page
        self.addWidget(page)
        self._let_go_on(name, page)
        return page

    def _let_go_on(self, name: str, page: QWidget) -> None:
        if name in self._left_off:
            from cap_desktop.gui.kit.page import GoesOn

            left_off = self._left_off.pop(name)
            if left_off is not None and isinstance(page, GoesOn):
                page.go_on(left_off)
