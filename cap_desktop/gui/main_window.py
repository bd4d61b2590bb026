"""The main window: the top bar is the journey; pages below it, each made at its first use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cap_desktop.errors import CapError, NotSaved
from cap_desktop.gui.banner import Banner
from cap_desktop.gui.pages.home import HomePage
from cap_desktop.gui.theme import Theme
from cap_desktop.gui.top_bar import TopBar
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.settings import SMALLEST, STEP, Settings

if TYPE_CHECKING:
    from cap_desktop.domain.questionnaire import Questionnaire
    from cap_desktop.gui.pages.answering import AnsweringPage
    from cap_desktop.gui.pages.preferences import PreferencesPage
    from cap_desktop.gui.pages.results import ResultsPage
    from cap_desktop.gui.pages.welcome import WelcomePage

Page = TypeVar("Page", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Edition:
    """The questionnaire proposed at first launch: its value, its bytes, and the year to begin."""

    questionnaire: Questionnaire
    content: bytes
    year: int


MINIMUM = (1024, 640)
REFERENCE = (1366, 720)


class MainWindow(QMainWindow):
    """Holds the pages; it keeps no truth. It is made anew when the look changes."""

    look_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        edition: Callable[[], Edition],
        settings: Settings,
    ) -> None:
        """`edition` reads the questionnaire proposed at first launch, only when it is needed."""
        super().__init__()
        self.theme = theme
        self.settings = settings
        self.workspace = workspace
        self._edition = edition
        self._wanted: Callable[[], None] | None = None
        self._trail: list[tuple[QWidget, QWidget | None, Callable[[], None]]] = []
        self.setWindowTitle("CAP Desktop")
        self.setMinimumSize(*MINIMUM)
        self.resize(*REFERENCE)
        self.bar = TopBar(theme)
        self.banner = Banner(theme)
        self.pages = QStackedWidget()
        self.home = HomePage(theme, workspace)
        self.pages.addWidget(self.home)
        self._build()
        self._connect()
        self._bind_keys()
        if workspace.standing is not None:
            self.show_home()

    # --- Pages, each made at its first use ---------------------------------------------

    @cached_property
    def answering(self) -> AnsweringPage:
        """One question at a time."""
        from cap_desktop.gui.pages.answering import AnsweringPage

        page = self._added(AnsweringPage(self.theme, self.workspace))
        page.finished.connect(self.show_results)
        return page

    @cached_property
    def results(self) -> ResultsPage:
        """The scores."""
        from cap_desktop.gui.pages.results import ResultsPage

        page = self._added(ResultsPage(self.theme, self.workspace))
        page.theme_wanted.connect(self.show_theme)
        return page

    @cached_property
    def preferences(self) -> PreferencesPage:
        """The settings."""
        from cap_desktop.gui.pages.preferences import PreferencesPage

        page = self._added(PreferencesPage(self.theme, self.settings))
        page.chosen.connect(self.look_wanted)
        page.left.connect(self.go_back)
        return page

    @cached_property
    def welcome(self) -> WelcomePage:
        """The first launch, or a new structure."""
        from cap_desktop.gui.pages.welcome import WelcomePage

        page = self._added(WelcomePage(self.theme, self._edition().questionnaire))
        page.begun.connect(self._begin)
        return page

    def _added(self, page: Page) -> Page:
        self.pages.addWidget(page)
        return page

    # --- Moving -----------------------------------------------------------------------

    def show_home(self) -> None:
        """Show where the team stands."""
        if self.workspace.standing is None:
            return
        self._show(self.home)
        self.bar.show_tab(self.bar.home)
        self.home.refresh()
        self.home.focus_main()

    def show_answering(self, question: str = "") -> None:
        """Show a question, or the one that waits."""
        opened = self.workspace.current
        if opened is None:
            self._wanted = lambda: self.show_answering(question)
            return
        self._show(self.answering)
        self.bar.show_tab(self.bar.answering)
        entry = self.answering.entry
        following = opened.standing.following
        first = opened.questionnaire.outline.questions[0].id
        waiting = first if following is None else following.question
        self.answering.go_to(question or (entry.id if entry else waiting))

    def show_results(self) -> None:
        """Show the scores."""
        if self.workspace.current is None:
            self._wanted = self.show_results
            return
        self._show(self.results)
        self.bar.show_tab(self.bar.results)
        self.results.refresh()

    def show_theme(self, theme: str) -> None:
        """Show the questions of a theme."""
        self._show(self.answering)
        self.bar.show_tab(self.bar.answering)
        self.answering.go_to_theme(theme)

    def show_preferences(self) -> None:
        """Show the settings."""
        self._show_aside(self.preferences, _("Réglages"))

    def go_back(self) -> None:
        """Leave a page outside the journey: back to where the person was, focus restored."""
        if not self._trail:
            self.show_home()
            return
        page, focus, mark = self._trail.pop()
        self._show(page)
        mark()
        if focus is not None:
            focus.setFocus()

    def _show_aside(self, page: QWidget, place: str) -> None:
        """Show a page outside the journey, and remember the way back."""
        current = self.pages.currentWidget()
        if current is not None and current is not page:
            tab = next((tab for tab in self.bar.tabs() if tab.isChecked()), None)
            before = self.bar.place.text()
            focus = QApplication.focusWidget()
            self._trail.append((current, focus, lambda: self.bar.show_tab(tab, before)))
        self._show(page, keep_trail=True)
        self.bar.show_tab(None, place)

    def _show(self, page: QWidget, *, keep_trail: bool = False) -> None:
        """Announce what is typed, then let another page take the place."""
        self._leave()
        if not keep_trail and not any(page is step[0] for step in self._trail):
            self._trail.clear()
        self.pages.setCurrentWidget(page)

    def show_like(self, former: MainWindow) -> None:
        """Show what another window shows, in a look of its own."""
        if self.workspace.standing is None:
            self._first_launch()
            return
        self._opened()
        page = former.pages.currentWidget()
        names = [name for name, made in former.__dict__.items() if made is page]
        if "answering" in names:
            entry = former.answering.entry
            self.show_answering(entry.id if entry else "")
        elif "results" in names:
            self.show_results()
        elif "preferences" in names:
            self.show_preferences()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width() / self.theme.scale)

    def _leave(self) -> None:
        if "answering" in self.__dict__:
            self.answering.flush()

    # --- What changed -----------------------------------------------------------------

    def _opened(self) -> None:
        standing = self.workspace.standing
        if standing is None:
            return
        self.setWindowTitle(f"CAP Desktop – {standing.name}")
        self.bar.show_standing(standing)
        wanted, self._wanted = self._wanted, None
        (wanted or self.show_home)()

    def _first_launch(self) -> None:
        self.bar.show_standing(None)
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.name.setFocus()

    def _saved(self, at: str) -> None:
        self.banner.hide()
        self.bar.saved.show_saved(at)

    def _not_saved(self, error: CapError) -> None:
        from cap_desktop.notices.errors import notice

        can_retry = isinstance(error, NotSaved)
        if can_retry:
            self.bar.saved.show_unsaved()
        self.banner.say(notice(error), can_retry=can_retry)

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(body)
        self.bar.show_standing(self.workspace.standing)

    def _connect(self) -> None:
        bar, workspace = self.bar, self.workspace
        bar.home_wanted.connect(self.show_home)
        bar.answering_wanted.connect(self.show_answering)
        bar.results_wanted.connect(self.show_results)
        bar.settings_wanted.connect(self.show_preferences)
        bar.undo_wanted.connect(workspace.undo_stack.undo)
        bar.structure_wanted.connect(workspace.open_assessment)
        bar.new_structure_wanted.connect(self._first_launch)
        self.banner.retried.connect(workspace.try_again)
        self.home.question_wanted.connect(self.show_answering)
        self.home.results_wanted.connect(self.show_results)
        self.home.year_wanted.connect(workspace.open_assessment)
        self.home.new_year_wanted.connect(self._begin_year)
        workspace.opened.connect(self._opened)
        workspace.nothing_open.connect(self._first_launch)
        workspace.saving.connect(bar.saved.begin)
        workspace.saved.connect(self._saved)
        workspace.not_saved.connect(self._not_saved)
        workspace.undo_stack.undoTextChanged.connect(bar.show_undo)
        bar.show_undo(workspace.undo_stack.undoText())

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+1": self.show_home,
            "Ctrl+2": self.show_answering,
            "Ctrl+3": self.show_results,
            "Ctrl+,": self.show_preferences,
            "Ctrl+Z": self.workspace.undo_stack.undo,
            "Ctrl+Shift+Z": self.workspace.undo_stack.redo,
            "Ctrl+Y": self.workspace.undo_stack.redo,
            "Ctrl++": lambda: self._resize_text(STEP),
            "Ctrl+=": lambda: self._resize_text(STEP),
            "Ctrl+-": lambda: self._resize_text(-STEP),
            "Ctrl+0": lambda: self._resize_text(None),
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, lambda act=act: act())

    def _resize_text(self, step: int | None) -> None:
        size = SMALLEST if step is None else self.settings.text_size + step
        self.look_wanted.emit(self.settings.with_text_size(size))

    def _begin_year(self, year: int) -> None:
        self.workspace.begin_year(year, self._edition().content)

    def _begin(self, name: str, profile: object) -> None:
        if isinstance(profile, dict):
            edition = self._edition()
            self.workspace.begin(name, edition.year, edition.content, profile)


def year_of(now: datetime) -> int:
    """The year an assessment begun today is about."""
    return now.year
