"""The main window: the top bar is the journey; pages below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cap_desktop.domain.questionnaire import Questionnaire
from cap_desktop.errors import CapError
from cap_desktop.gui.pages.answering import AnsweringPage
from cap_desktop.gui.pages.help import HelpPage, Part
from cap_desktop.gui.pages.home import HomePage
from cap_desktop.gui.pages.preferences import PreferencesPage
from cap_desktop.gui.pages.profile import ProfilePage
from cap_desktop.gui.pages.results import ResultsPage
from cap_desktop.gui.pages.search import SearchPage
from cap_desktop.gui.pages.welcome import WelcomePage
from cap_desktop.gui.theme import BODY, SEMIBOLD, SMALL, TOP_BAR, Theme
from cap_desktop.gui.widgets.pieces import button, label
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.notices.errors import notice
from cap_desktop.services.assessments import OpenAssessment
from cap_desktop.services.safety_copies import DataPlace
from cap_desktop.settings import GROUPS, SMALLEST, STEP, Settings


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

    settings_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        edition: Callable[[], Edition],
        settings: Settings,
        place: Callable[[], DataPlace],
    ) -> None:
        """`edition` reads the questionnaire proposed at first launch, only when it is needed.

        `place` looks at the folder of the data.
        """
        super().__init__()
        self.theme = theme
        self.settings = settings
        self.workspace = workspace
        self._edition = edition
        self.setWindowTitle("CAP Desktop")
        self.setMinimumSize(*MINIMUM)
        self.resize(*REFERENCE)
        self.pages = QStackedWidget()
        self.home = HomePage(theme, workspace)
        self.answering = AnsweringPage(theme, workspace)
        self.results = ResultsPage(theme, workspace)
        self.preferences = PreferencesPage(theme, settings, place)
        self.profile = ProfilePage(theme, workspace)
        self.help = HelpPage(theme, workspace)
        self.search = SearchPage(theme, workspace)
        self.welcome: WelcomePage
        for page in (
            self.home,
            self.answering,
            self.results,
            self.preferences,
            self.profile,
            self.help,
            self.search,
        ):
            self.pages.addWidget(page)
        self._before: tuple[QWidget, QWidget | None] | None = None
        self._build()
        self._connect()

    # --- Moving -----------------------------------------------------------------------

    def show_home(self) -> None:
        """Show where the team stands."""
        self._leave()
        self._bar.show()
        self._tab_home.setChecked(True)
        self.pages.setCurrentWidget(self.home)
        self.home.refresh()
        self.home.focus_main()

    def show_answering(self, question: str = "") -> None:
        """Show a question, or the one that waits."""
        opened = self.workspace.current
        if opened is None:
            return
        self._leave()
        self._tab_answer.setChecked(True)
        self.pages.setCurrentWidget(self.answering)
        entry = self.answering.entry
        wanted = question or (entry.id if entry else self._waiting(opened))
        self.answering.go_to(wanted)

    def _answer_again(self) -> None:
        # A click carries a flag: it is no question.
        self.show_answering()

    def show_results(self) -> None:
        """Show the scores."""
        self._leave()
        self._tab_results.setChecked(True)
        self.pages.setCurrentWidget(self.results)
        self.results.refresh()

    def show_preferences(self, changed_from: Settings | None = None) -> None:
        """Show the settings."""
        self._leave()
        self.pages.setCurrentWidget(self.preferences)
        self.preferences.refresh(changed_from)

    def _show_settings_again(self) -> None:
        # A click carries a flag: it is no settings.
        self.show_preferences()

    def show_profile(self) -> None:
        """Show the structure and its profile."""
        self._leave()
        self.pages.setCurrentWidget(self.profile)
        self.profile.refresh()

    def show_search(self) -> None:
        """Find a question by its words or its number."""
        if self.workspace.current is not None:
            self._leave()
            self._step_aside(self.search)
            self.search.begin()

    def show_help(self) -> None:
        """Open the help at the part that fits the page."""
        page = self.pages.currentWidget()
        parts: dict[QWidget | None, Part] = {
            self.answering: "keys",
            self.search: "keys",
            self.results: "scores",
            self.preferences: "safe",
        }
        self._leave()
        self._step_aside(self.help)
        self.help.show_part(parts.get(page, "course"))

    def _step_aside(self, page: QWidget) -> None:
        """Show a page that leads back to where the person was, to the very control."""
        current = self.pages.currentWidget()
        if current is not None and current not in (self.help, self.search):
            self._before = (current, self.focusWidget())
        self.pages.setCurrentWidget(page)

    def _come_back(self) -> None:
        if self._before is None:
            return
        page, focused = self._before
        self.pages.setCurrentWidget(page)
        if focused is not None and isValid(focused):
            focused.setFocus()

    def show_again(self) -> None:
        """Show what is open."""
        if self.workspace.current is None:
            self._first_launch()
        else:
            self._opened(self.workspace.current)

    def take_over(self, former: MainWindow) -> None:
        """Show what a former window showed, in a new look."""
        self.show_again()
        page = former.pages.currentWidget()
        if isinstance(page, WelcomePage):
            self.welcome.show_entered(page.entered)
        elif page is former.preferences:
            self.show_preferences(former.settings)
        elif page is former.profile and former.profile.form is not None:
            self.show_profile()
            typed = former.profile.form
            self.profile.show_typed(typed.name.text(), typed.profile())
        elif page is former.answering and former.answering.entry is not None:
            self.show_answering(former.answering.entry.id)
        elif page is former.results:
            self.show_results()
        elif page is former.help:
            self.show_help()
        elif page is former.search:
            self.show_search()

    def follow(self, settings: Settings) -> None:
        """Take settings that leave the look as it is."""
        self.settings = settings
        self.preferences.show_settings(settings)

    def show_theme(self, theme: str) -> None:
        """Show the questions of a theme."""
        self._tab_answer.setChecked(True)
        self.pages.setCurrentWidget(self.answering)
        self.answering.go_to_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        """Announce what is typed before another page, or the end, takes its place."""
        self.answering.flush()

    def _waiting(self, opened: OpenAssessment) -> str:
        from cap_desktop.gui.reading import next_question

        entry = next_question(opened)
        return entry.id if entry else opened.questionnaire.outline.questions[0].id

    # --- What changed -----------------------------------------------------------------

    def _opened(self, opened: OpenAssessment) -> None:
        self._name_window(opened)
        self.show_home()

    def _name_window(self, opened: OpenAssessment) -> None:
        self.setWindowTitle(f"CAP Desktop – {opened.structure.name}")

    def _first_launch(self) -> None:
        self._bar.hide()
        self.welcome = WelcomePage(self.theme, self._edition().questionnaire)
        self.welcome.answers_by_chosen.connect(self._answer_as)
        self.welcome.begun.connect(self._begin)
        self.pages.addWidget(self.welcome)
        self.pages.setCurrentWidget(self.welcome)
        self.setWindowTitle(_("CAP Desktop – Premier lancement"))
        self.welcome.focus_main()

    def _saved(self, at: str) -> None:
        self._banner.hide()
        self.saved.setText(_("Enregistré à {at}", at=at))
        self.saved.setProperty("tone", "success")
        self._repolish()

    def _not_saved(self, error: CapError) -> None:
        self.saved.setText(_("Pas encore enregistré"))
        self.saved.setProperty("tone", "danger")
        self._repolish()
        self._banner_text.setText(notice(error))
        self._banner.show()

    def _repolish(self) -> None:
        self.saved.style().unpolish(self.saved)
        self.saved.style().polish(self.saved)

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = self._top_bar()
        column.addWidget(self._bar)
        column.addWidget(self._banner_frame())
        column.addWidget(self.pages, 1)
        self.setCentralWidget(body)

    def _top_bar(self) -> QFrame:
        theme, px = self.theme, self.theme.px
        bar = QFrame()
        bar.setProperty("box", "bar")
        bar.setFixedHeight(px(TOP_BAR))
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(16))
        row.addWidget(label(theme, "CAP", BODY, SEMIBOLD, "accent"))
        self._tabs = QWidget()
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.setSpacing(px(12))
        self._group = QButtonGroup(self)
        self._tab_home = self._tab(tabs, _("Accueil"), "house")
        self._tab_answer = self._tab(tabs, _("Répondre"), "clipboard-list")
        self._tab_results = self._tab(tabs, _("Résultats"), "chart-bar")
        row.addWidget(self._tabs)
        row.addStretch(1)
        self.saved = label(theme, "", SMALL, tone="success")
        self.saved.setWordWrap(False)
        row.addWidget(self.saved)
        self.undo = button(theme, _("Annuler"), "quiet", "undo-2")
        self.undo.clicked.connect(self.workspace.undo_stack.undo)
        self.undo.setEnabled(False)
        row.addWidget(self.undo)
        self.adjust = button(theme, _("Réglages"), "quiet", "settings")
        self.adjust.clicked.connect(self._show_settings_again)
        row.addWidget(self.adjust)
        return bar

    def _tab(self, row: QHBoxLayout, text: str, icon: str) -> QPushButton:
        made = button(self.theme, text, "tab", icon)
        made.setCheckable(True)
        self._group.addButton(made)
        row.addWidget(made)
        return made

    def _banner_frame(self) -> QFrame:
        self._banner = QFrame()
        self._banner.setProperty("box", "banner")
        row = QHBoxLayout(self._banner)
        self._banner_text = label(self.theme, "", BODY)
        row.addWidget(self._banner_text, 1)
        close = button(self.theme, _("Fermer"))
        close.clicked.connect(self._banner.hide)
        row.addWidget(close)
        self._banner.hide()
        return self._banner

    def _connect(self) -> None:
        self._tab_home.clicked.connect(self.show_home)
        self._tab_answer.clicked.connect(self._answer_again)
        self._tab_results.clicked.connect(self.show_results)
        self.home.question_wanted.connect(self.show_answering)
        self.home.results_wanted.connect(self.show_results)
        self.home.year_wanted.connect(self.workspace.open_assessment)
        self.home.new_year_wanted.connect(self._begin_year)
        self.answering.finished.connect(self.show_results)
        self.results.theme_wanted.connect(self.show_theme)
        self.workspace.opened.connect(self._opened)
        self.workspace.nothing_open.connect(self._first_launch)
        self.workspace.saved.connect(self._saved)
        self.workspace.not_saved.connect(self._not_saved)
        self.workspace.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        for rank, act in enumerate(
            (self.show_home, self.show_answering, self.show_results), start=1
        ):
            QShortcut(QKeySequence(f"Ctrl+{rank}"), self, lambda act=act: act())
        self.preferences.chosen.connect(self.settings_wanted)
        self.preferences.left.connect(self.show_again)
        self.preferences.profile_wanted.connect(self.show_profile)
        self.search.question_wanted.connect(self.show_answering)
        self.search.left.connect(self._come_back)
        self.help.left.connect(self._come_back)
        for keys, show in (
            ("Ctrl+F", self.show_search),
            ("Ctrl+G", self.show_search),
            ("F1", self.show_help),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(show)
        self.profile.left.connect(self._show_settings_again)
        self.workspace.changed.connect(self._name_window)
        for keys, step in (("Ctrl++", STEP), ("Ctrl+=", STEP), ("Ctrl+-", -STEP), ("Ctrl+0", None)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._resize_text(step))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.workspace.undo_stack.undo)
        redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        redo.activated.connect(self.workspace.undo_stack.redo)
        undo.setContext(Qt.ShortcutContext.WindowShortcut)

    def _resize_text(self, step: int | None) -> None:
        size = SMALLEST if step is None else self.settings.text_size + step
        self.settings_wanted.emit(self.settings.with_text_size(size))

    def _answer_as(self, group: str) -> None:
        for known in GROUPS:
            if known == group:
                self.settings_wanted.emit(replace(self.settings, answers_by=known))

    def _begin_year(self, year: int) -> None:
        self.workspace.begin_year(year, self._edition().content)

    def _begin(self, name: str, profile: object) -> None:
        if isinstance(profile, dict):
            edition = self._edition()
            self.workspace.begin(name, edition.year, edition.content, profile)


def year_of(now: datetime) -> int:
    """The year an assessment begun today is about."""
    return now.year
