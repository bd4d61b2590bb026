"""The main window: where each wish of a person leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from cap_desktop.errors import CapError
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.window_frame import WindowFrame
from cap_desktop.i18n import _
from cap_desktop.preferences import GROUPS, SMALLEST, STEP, Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from cap_desktop.gui.plan.plan_presenter import PlanPresenter
    from cap_desktop.gui.session.edition import Edition
    from cap_desktop.gui.settings.help_page import HelpPart
    from cap_desktop.gui.window.report_presenter import ReportPresenter
    from cap_desktop.services.folder.safety_copies import FolderSummary


class MainWindow(WindowFrame):
    """It keeps no truth: it is made anew when the look changes."""

    settings_wanted = Signal(object)

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
        super().__init__(look, session, desk, reports, edition, settings, place)
        self.decide: Callable[[CapError], str] = self._decide
        self._edition = edition
        self._wanted: Callable[[MainWindow], None] | None = None
        self._follow_wishes()
        self._follow_workspace()
        self._bind_keys()
        if session.standing is not None:
            self.lay_out()
            self.show_home()

    # --- The journey --------------------------------------------------------------------

    def show_home(self) -> None:
        """Show where the team stands."""
        if self.session.standing is not None:
            self._show(self.home, self.bar.home)
            self.home.refresh()
            self.home.focus_main()

    def show_answering(self, question: str = "") -> None:
        """Show a question, or the one that waits."""
        opened = self.session.current
        if opened is None:
            self._wanted = lambda window: window.show_answering(question)
            return
        self._show(self.answering, self.bar.answering)
        entry = self.answering.entry
        following = opened.standing.following
        first = opened.questionnaire.outline.questions[0].id
        waiting = first if following is None else following.question
        self.answering.go_to(question or (entry.id if entry else waiting))

    def show_theme(self, theme: str) -> None:
        """Show the questions of a theme."""
        self._show(self.answering, self.bar.answering)
        self.answering.go_to_theme(theme)

    def show_results(self) -> None:
        """Show the scores."""
        if self.session.current is None:
            self._wanted = MainWindow.show_results
            return
        self._show(self.results, self.bar.results)
        self.results.refresh()

    def show_plan(self) -> None:
        """Show the improvement plan."""
        if self.session.current is None:
            self._wanted = MainWindow.show_plan
            return
        self._show(self.plan, self.bar.plan)
        self.plan.refresh()
        self.plan.focus_main()

    # --- Beside the journey -------------------------------------------------------------

    def show_trace(self, name: str) -> None:
        """Show how the score of a part, an axis or a theme is made."""
        self._show_aside(self.trace, self.bar.results)
        self.trace.show_score(name)

    def show_years(self) -> None:
        """Show two years side by side."""
        self._show_aside(self.years, self.bar.results)
        self.years.back.setFocus()

    def show_preferences(self) -> None:
        """Show the settings."""
        self._show_aside(self.preferences, place=_("Réglages"))
        self.preferences.refresh()

    def show_profile(self) -> None:
        """Show the structure and its profile."""
        if self.session.current is None:
            self._wanted = MainWindow.show_profile
            return
        self._show_aside(self.profile, place=_("Votre structure"))
        self.profile.refresh()

    def show_search(self) -> None:
        """Find a question by its words or its number."""
        if self.session.current is not None:
            self._show_aside(self.search, place=_("Rechercher"))
            self.search.begin()

    def show_help(self) -> None:
        """Open the help at the part that fits the page."""
        parts: dict[str, HelpPart] = {
            "answering": "keys",
            "search": "keys",
            "results": "scores",
            "trace": "scores",
            "preferences": "safe",
        }
        part = parts.get(self.pages.shown, "course")
        self._show_aside(self.help, place=_("Aide"))
        self.help.show_part(part)

    def go_back(self) -> None:
        """Leave a page outside the journey: back to where the person was, focus restored."""
        visit = self.way.last()
        if visit is None:
            self.show_home()
        else:
            self.leave()
            self.way.show(visit)

    def _show(self, page: QWidget, tab: QPushButton) -> None:
        """Announce what is typed, then let a page of the journey take the place."""
        self.leave()
        self.way.forget()
        self.pages.setCurrentWidget(page)
        self.bar.show_tab(tab)

    def _show_aside(self, page: QWidget, tab: QPushButton | None = None, place: str = "") -> None:
        """Show a page outside the journey, and remember the way back."""
        self.leave()
        if self.pages.currentWidget() is not page:
            self.way.remember()
        self.pages.setCurrentWidget(page)
        self.bar.show_tab(tab, place)

    def leave(self) -> None:
        """Announce what is typed before another page, or the end, takes its place."""
        self.pages.leave()

    # --- Another look, closing ------------------------------------------------------------

    def show_like(self, former: MainWindow) -> None:
        """Show what another window shows, in a look of its own, down to what is typed."""
        here = former.way.here()
        self._wanted = former._wanted
        self.pages.go_on(former.pages.left_off())
        self.way.follow(former.way)
        self.news.follow(former.news)
        if "exports" in former.__dict__:
            self.exports.follow(former.exports)
        self._name_structure()
        if here.page == "welcome":
            self._first_launch()
        self.way.show(here)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; where it cannot be, nothing is lost without being asked."""
        from cap_desktop.gui.window.closing import may_close

        self.leave()
        if may_close(self.session, self.pages.unsaved_words, self.decide):
            super().closeEvent(event)
        else:
            event.ignore()

    def _decide(self, error: CapError) -> str:
        from cap_desktop.gui.window.closing import ask_whether_to_lose

        return ask_whether_to_lose(self.look, error, self)

    # --- What changed -----------------------------------------------------------------

    def _opened(self) -> None:
        if self.session.standing is None:
            return
        self._name_structure()
        self.bar.show()
        wanted, self._wanted = self._wanted, None
        (wanted or MainWindow.show_home)(self)

    def _name_structure(self) -> None:
        standing = self.session.standing
        if standing is not None:
            self.setWindowTitle(f"{standing.name} – CAP Desktop")
            self.bar.show_standing(standing)

    def _first_launch(self) -> None:
        self.bar.hide()
        self.setWindowTitle(_("Premier lancement – CAP Desktop"))
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.show_copying(is_copying=False)
        self.welcome.offer_former_data(is_offered=self.session.standing is None)
        self.welcome.focus_main()

    def _follow_workspace(self) -> None:
        bar, session = self.bar, self.session
        session.leaving.connect(self.leave)
        session.undo_stack.moving.connect(self.pages.flush)
        session.opened.connect(self._opened)
        session.changed.connect(self._name_structure)
        session.nothing_open.connect(self._first_launch)
        session.not_saved.connect(self.pages.stop_copying)
        session.undo_stack.undoTextChanged.connect(bar.show_undo)
        bar.show_undo(session.undo_stack.undoText())

    # --- Wishes -------------------------------------------------------------------------

    def _follow_wishes(self) -> None:
        bar, pages, session = self.bar, self.pages, self.session
        bar.home_wanted.connect(self.show_home)
        bar.answering_wanted.connect(self.show_answering)
        bar.results_wanted.connect(self.show_results)
        bar.plan_wanted.connect(self.show_plan)
        bar.settings_wanted.connect(self.show_preferences)
        bar.profile_wanted.connect(self.show_profile)
        bar.help_wanted.connect(self.show_help)
        bar.undo_wanted.connect(session.undo_stack.undo)
        bar.structure_wanted.connect(session.open_assessment)
        bar.new_structure_wanted.connect(self._first_launch)
        pages.question_wanted.connect(self.show_answering)
        pages.theme_wanted.connect(self.show_theme)
        pages.results_wanted.connect(self.show_results)
        pages.trace_wanted.connect(self.show_trace)
        pages.years_wanted.connect(self.show_years)
        pages.plan_wanted.connect(self.show_plan)
        pages.profile_wanted.connect(self.show_profile)
        pages.export_wanted.connect(self.export)
        pages.left.connect(self.go_back)
        pages.settings_wanted.connect(self.settings_wanted)
        pages.answers_by_chosen.connect(self._answer_as)
        pages.begun.connect(self._begin)
        pages.former_data_wanted.connect(self._ask_former_data)
        self.former_data_wanted.connect(self._show_copying)
        self.home.year_wanted.connect(session.open_assessment)
        self.home.new_year_wanted.connect(self._begin_year)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+1": self.show_home,
            "Ctrl+2": self.show_answering,
            "Ctrl+3": self.show_results,
            "Ctrl+4": self.show_plan,
            "Ctrl+,": self.show_preferences,
            "Ctrl+F": self.show_search,
            "Ctrl+G": self.show_search,
            "F1": self.show_help,
            "F6": lambda: self.go_to_zone(1),
            "Shift+F6": lambda: self.go_to_zone(-1),
            "Ctrl+P": lambda: self.export("pdf"),
            "Ctrl+Z": self.session.undo_stack.undo,
            "Ctrl+Shift+Z": self.session.undo_stack.redo,
            "Ctrl+Y": self.session.undo_stack.redo,
            "Ctrl++": lambda: self._resize_text(STEP),
            "Ctrl+=": lambda: self._resize_text(STEP),
            "Ctrl+-": lambda: self._resize_text(-STEP),
            "Ctrl+0": lambda: self._resize_text(None),
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, lambda act=act: act())

    def export(self, kind: str) -> None:
        """Ask where to write a report or a copy of the plan, then have it made."""
        self.pages.flush()
        self.exports.make(kind)

    def _resize_text(self, step: int | None) -> None:
        size = SMALLEST if step is None else self.settings.text_size + step
        self.settings_wanted.emit(self.settings.with_text_size(size))

    def _ask_former_data(self) -> None:
        self.arrivals.ask()

    def _show_copying(self, _folder: Path) -> None:
        self.banner.hide()
        self.welcome.show_copying(is_copying=True)

    def _answer_as(self, group: str) -> None:
        for known in GROUPS:
            if known == group:
                self.settings_wanted.emit(self.settings._replace(answers_by=known))

    def _begin_year(self, year: int) -> None:
        self.session.begin_year(year, self._edition().content)

    def _begin(self, name: str, profile: object) -> None:
        if isinstance(profile, dict):
            edition = self._edition()
            self.session.begin(name, edition.year, edition.content, profile)
