"""The main window: the top bar is the journey; pages below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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

from cap_desktop.domain.questionnaire import Questionnaire
from cap_desktop.errors import CapError
from cap_desktop.gui.pages.answering import AnsweringPage
from cap_desktop.gui.pages.home import HomePage
from cap_desktop.gui.pages.preferences import PreferencesPage
from cap_desktop.gui.pages.results import ResultsPage
from cap_desktop.gui.pages.trace import TracePage
from cap_desktop.gui.pages.welcome import WelcomePage
from cap_desktop.gui.pages.years import YearsPage
from cap_desktop.gui.theme import BODY, SEMIBOLD, SMALL, TOP_BAR, Theme
from cap_desktop.gui.widgets.pieces import button, label
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.notices.errors import notice
from cap_desktop.services.assessments import OpenAssessment
from cap_desktop.settings import SMALLEST, STEP, Settings


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
        self._came_from: QWidget | None = None
        self.setWindowTitle("CAP Desktop")
        self.setMinimumSize(*MINIMUM)
        self.resize(*REFERENCE)
        self.pages = QStackedWidget()
        self.home = HomePage(theme, workspace)
        self.answering = AnsweringPage(theme, workspace)
        self.results = ResultsPage(theme, workspace)
        self.trace = TracePage(theme, workspace)
        self.years = YearsPage(theme, workspace)
        self.preferences = PreferencesPage(theme, settings)
        self.welcome: WelcomePage
        for page in (
            self.home,
            self.answering,
            self.results,
            self.trace,
            self.years,
            self.preferences,
        ):
            self.pages.addWidget(page)
        self._build()
        self._connect()

    # --- Moving -----------------------------------------------------------------------

    def show_home(self) -> None:
        """Show where the team stands."""
        self._leave()
        self._tabs.setVisible(True)
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

    def show_trace(self, name: str) -> None:
        """Show how the score of a part, an axis or a theme is made."""
        self._leave()
        self._came_from = self.pages.currentWidget()
        self._tab_results.setChecked(True)
        self.pages.setCurrentWidget(self.trace)
        self.trace.show_score(name)

    def show_years(self) -> None:
        """Show two years side by side."""
        self._leave()
        self._came_from = self.results
        self._tab_results.setChecked(True)
        self.pages.setCurrentWidget(self.years)
        self.years.back.setFocus()

    def _back_to_results(self) -> None:
        """Return to where a score was asked for, on the control that asked."""
        is_trace = self.pages.currentWidget() is self.trace
        if is_trace and self._came_from is self.years:
            self.pages.setCurrentWidget(self.years)
            self._came_from = self.results
        else:
            self.show_results()
        page = self.pages.currentWidget()
        focused = None if page is None else page.focusWidget()
        if focused is not None:
            focused.setFocus()

    def show_preferences(self) -> None:
        """Show the settings."""
        self._leave()
        self.pages.setCurrentWidget(self.preferences)

    def show_again(self) -> None:
        """Show what is open, in a window made anew."""
        if self.workspace.current is None:
            self._first_launch()
        else:
            self._opened(self.workspace.current)

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
        self.setWindowTitle(f"CAP Desktop – {opened.structure.name}")
        self.show_home()

    def _first_launch(self) -> None:
        self._tabs.setVisible(False)
        self.welcome = WelcomePage(self.theme, self._edition().questionnaire)
        self.welcome.begun.connect(self._begin)
        self.pages.addWidget(self.welcome)
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.name.setFocus()

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
        column.addWidget(self._top_bar())
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
        self.adjust.clicked.connect(self.show_preferences)
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
        self.results.question_wanted.connect(self.show_answering)
        self.results.trace_wanted.connect(self.show_trace)
        self.results.years_wanted.connect(self.show_years)
        self.trace.left.connect(self._back_to_results)
        self.trace.question_wanted.connect(self.show_answering)
        self.trace.theme_wanted.connect(self.show_theme)
        self.years.left.connect(self._back_to_results)
        self.years.theme_wanted.connect(self.show_trace)
        self.years.question_wanted.connect(self.show_answering)
        self.workspace.opened.connect(self._opened)
        self.workspace.nothing_open.connect(self._first_launch)
        self.workspace.saved.connect(self._saved)
        self.workspace.not_saved.connect(self._not_saved)
        self.workspace.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        for rank, act in enumerate(
            (self.show_home, self.show_answering, self.show_results), start=1
        ):
            QShortcut(QKeySequence(f"Ctrl+{rank}"), self, lambda act=act: act())
        self.preferences.chosen.connect(self.look_wanted)
        self.preferences.left.connect(self.show_again)
        for keys, step in (("Ctrl++", STEP), ("Ctrl+=", STEP), ("Ctrl+-", -STEP), ("Ctrl+0", None)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._resize_text(step))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.workspace.undo_stack.undo)
        redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        redo.activated.connect(self.workspace.undo_stack.redo)
        undo.setContext(Qt.ShortcutContext.WindowShortcut)

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
