"""The main window: the top bar is the journey; pages below it, each made at its first use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from cap_desktop.errors import CapError, NotSaved
from cap_desktop.gui.banner import Banner
from cap_desktop.gui.exporting import ask_folder, ask_path, open_folder
from cap_desktop.gui.pages.home import HomePage
from cap_desktop.gui.plan_desk import PlanDesk
from cap_desktop.gui.report_desk import EXPORTS, PLANS, REPORTS, ReportDesk, words_of
from cap_desktop.gui.theme import Theme
from cap_desktop.gui.top_bar import TopBar
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _, counted
from cap_desktop.settings import GROUPS, SMALLEST, STEP, Settings

if TYPE_CHECKING:
    from cap_desktop.domain.questionnaire import Questionnaire
    from cap_desktop.gui.pages.answering import AnsweringPage
    from cap_desktop.gui.pages.help import HelpPage, Part
    from cap_desktop.gui.pages.plan import PlanPage
    from cap_desktop.gui.pages.preferences import PreferencesPage
    from cap_desktop.gui.pages.profile import ProfilePage
    from cap_desktop.gui.pages.results import ResultsPage
    from cap_desktop.gui.pages.search import SearchPage
    from cap_desktop.gui.pages.trace import TracePage
    from cap_desktop.gui.pages.welcome import WelcomePage
    from cap_desktop.gui.pages.years import YearsPage
    from cap_desktop.gui.widgets.toast import Toast
    from cap_desktop.gui.widgets.work_bar import WorkBar
    from cap_desktop.services.safety_copies import DataPlace

Page = TypeVar("Page", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Edition:
    """The questionnaire proposed at first launch: its value, its bytes, and the year to begin."""

    questionnaire: Questionnaire
    content: bytes
    year: int


STAY, LOSE = "stay", "lose"
"""What a person may choose when the window closes and the disk refuses; else it is tried again."""

NAMED = 3
"""How many files are named; how many there are is said besides."""

MINIMUM = (1024, 640)
REFERENCE = (1366, 720)


class MainWindow(QMainWindow):
    """Holds the pages; it keeps no truth. It is made anew when the look changes."""

    settings_wanted = Signal(object)
    former_data_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        desk: PlanDesk,
        reports: ReportDesk,
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
        self.desk = desk
        self.reports = reports
        self.ask_path: Callable[[str, str, str], Path | None] = partial(ask_path, self)
        self.ask_folder: Callable[[str], Path | None] = partial(ask_folder, self)
        self.open_folder = open_folder
        self.decide = self._decide
        self._edition = edition
        self._place = place
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
        page.letter_keys = self.settings.letter_keys
        page.finished.connect(self.show_results)
        return page

    @cached_property
    def results(self) -> ResultsPage:
        """The scores."""
        from cap_desktop.gui.pages.results import ResultsPage

        page = self._added(ResultsPage(self.theme, self.workspace))
        page.question_wanted.connect(self.show_answering)
        page.trace_wanted.connect(self.show_trace)
        page.years_wanted.connect(self.show_years)
        for export in REPORTS:
            page.offer_report(export.kind, words_of(export))
        page.report_wanted.connect(self.export)
        page.plan_wanted.connect(self.show_plan)
        return page

    @cached_property
    def plan(self) -> PlanPage:
        """The improvement plan."""
        from cap_desktop.gui.pages.plan import PlanPage

        page = self._added(PlanPage(self.theme, self.desk))
        page.question_wanted.connect(self.show_answering)
        for export in (*REPORTS, *PLANS):
            page.offer_export(export.kind, words_of(export))
        page.export_wanted.connect(self.export)
        return page

    @cached_property
    def trace(self) -> TracePage:
        """How a score is made."""
        from cap_desktop.gui.pages.trace import TracePage

        page = self._added(TracePage(self.theme, self.workspace))
        page.left.connect(self.go_back)
        page.question_wanted.connect(self.show_answering)
        page.theme_wanted.connect(self.show_theme)
        return page

    @cached_property
    def years(self) -> YearsPage:
        """Two years side by side."""
        from cap_desktop.gui.pages.years import YearsPage

        page = self._added(YearsPage(self.theme, self.workspace))
        page.left.connect(self.go_back)
        page.theme_wanted.connect(self.show_trace)
        page.question_wanted.connect(self.show_answering)
        return page

    @cached_property
    def preferences(self) -> PreferencesPage:
        """The settings."""
        from cap_desktop.gui.pages.preferences import PreferencesPage

        page = self._added(PreferencesPage(self.theme, self.settings, self._place))
        page.chosen.connect(self.settings_wanted)
        page.left.connect(self.go_back)
        page.profile_wanted.connect(self.show_profile)
        return page

    @cached_property
    def profile(self) -> ProfilePage:
        """The structure and its profile."""
        from cap_desktop.gui.pages.profile import ProfilePage

        page = self._added(ProfilePage(self.theme, self.workspace))
        page.left.connect(self.go_back)
        return page

    @cached_property
    def help(self) -> HelpPage:
        """What the keys are, what a score means, what words mean."""
        from cap_desktop.gui.pages.help import HelpPage

        page = self._added(HelpPage(self.theme, self.workspace))
        page.left.connect(self.go_back)
        return page

    @cached_property
    def search(self) -> SearchPage:
        """Questions by their words or their number."""
        from cap_desktop.gui.pages.search import SearchPage

        page = self._added(SearchPage(self.theme, self.workspace))
        page.left.connect(self.go_back)
        page.question_wanted.connect(self.show_answering)
        return page

    @cached_property
    def welcome(self) -> WelcomePage:
        """The first launch, or a new structure."""
        from cap_desktop.gui.pages.welcome import WelcomePage

        page = self._added(WelcomePage(self.theme, self._edition().questionnaire))
        page.answers_by_chosen.connect(self._answer_as)
        page.begun.connect(self._begin)
        page.former_data_wanted.connect(self._open_former_data)
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

    def show_plan(self) -> None:
        """Show the improvement plan."""
        if self.workspace.current is None:
            self._wanted = self.show_plan
            return
        self._show(self.plan)
        self.bar.show_tab(self.bar.plan)
        self.plan.refresh()
        self.plan.focus_main()

    def show_theme(self, theme: str) -> None:
        """Show the questions of a theme."""
        self._show(self.answering)
        self.bar.show_tab(self.bar.answering)
        self.answering.go_to_theme(theme)

    def show_trace(self, name: str) -> None:
        """Show how the score of a part, an axis or a theme is made."""
        self._show_aside(self.trace, self.bar.results)
        self.trace.show_score(name)

    def show_years(self) -> None:
        """Show two years side by side."""
        self._show_aside(self.years, self.bar.results)
        self.years.back.setFocus()

    def show_preferences(self, changed_from: Settings | None = None) -> None:
        """Show the settings; `changed_from` those that were just changed, to keep the focus."""
        self._show_aside(self.preferences, place=_("Réglages"))
        self.preferences.refresh(changed_from)

    def show_profile(self) -> None:
        """Show the structure and its profile."""
        if self.workspace.current is None:
            self._wanted = self.show_profile
            return
        self._show_aside(self.profile, place=_("Votre structure"))
        self.profile.refresh()

    def show_search(self) -> None:
        """Find a question by its words or its number."""
        if self.workspace.current is not None:
            self._show_aside(self.search, place=_("Rechercher"))
            self.search.begin()

    def show_help(self) -> None:
        """Open the help at the part that fits the page."""
        parts: dict[str, Part] = {
            "answering": "keys",
            "search": "keys",
            "results": "scores",
            "trace": "scores",
            "preferences": "safe",
        }
        part = parts.get(self._name_of(self.pages.currentWidget()), "course")
        self._show_aside(self.help, place=_("Aide"))
        self.help.show_part(part)

    def _name_of(self, page: QWidget | None) -> str:
        """The name of a page that was made, empty for none."""
        return next((name for name, made in self.__dict__.items() if made is page), "")

    def go_back(self) -> None:
        """Leave a page outside the journey: back to where the person was, focus restored."""
        if not self._trail:
            self.show_home()
            return
        page, focus, mark = self._trail.pop()
        self._show(page, keep_trail=True)
        mark()
        if page is self.results:
            self.results.refresh()
        if focus is not None and isValid(focus):
            focus.setFocus()

    def _show_aside(self, page: QWidget, tab: QPushButton | None = None, place: str = "") -> None:
        """Show a page outside the journey, and remember the way back."""
        current = self.pages.currentWidget()
        if current is not None and current is not page:
            marked = next((known for known in self.bar.tabs() if known.isChecked()), None)
            words = self.bar.place.text()
            self._trail.append(
                (current, self.focusWidget(), lambda: self.bar.show_tab(marked, words))
            )
        self._show(page, keep_trail=True)
        self.bar.show_tab(tab, place)

    def _show(self, page: QWidget, *, keep_trail: bool = False) -> None:
        """Announce what is typed, then let another page take the place."""
        self.leave()
        if not keep_trail:
            self._trail.clear()
        self.pages.setCurrentWidget(page)

    def show_like(self, former: MainWindow) -> None:
        """Show what another window shows, in a look of its own, down to what is typed."""
        if self.workspace.standing is None:
            self._first_launch()
            self.welcome.show_entered(former.welcome.entered)
            return
        self._opened()
        name = former._name_of(former.pages.currentWidget())
        entry = former.answering.entry if name == "answering" else None
        if entry is not None:
            self.show_answering(entry.id)
        elif name == "preferences":
            self.show_preferences(former.settings)
        elif name == "profile" and former.profile.form is not None:
            typed = former.profile.form
            self.show_profile()
            self.profile.show_typed(typed.name.text(), typed.profile())
        elif name == "plan":
            self.show_plan()
            self.plan.edit(former.plan.editor.action)
        elif name in ("results", "years", "help", "search"):
            getattr(self, f"show_{name}")()

    def follow(self, settings: Settings) -> None:
        """Take settings that leave the look as it is."""
        self.settings = settings
        if "answering" in self.__dict__:
            self.answering.letter_keys = settings.letter_keys
        if "preferences" in self.__dict__:
            self.preferences.show_settings(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; where it cannot be, nothing is lost without being asked."""
        self.leave()
        while (error := self.workspace.finish()) is not None:
            chosen = self.decide(error)
            if chosen == STAY:
                event.ignore()
                return
            if chosen == LOSE:
                break
        super().closeEvent(event)

    def _decide(self, error: CapError) -> str:
        from cap_desktop.gui.widgets.decision import Act, Decision
        from cap_desktop.notices.errors import details, explained

        acts = (
            Act(STAY, _("Revenir à mes réponses")),
            Act(LOSE, _("Fermer sans enregistrer")),
            Act("retry", _("Réessayer")),
        )
        dialog = Decision(self.theme, explained(error), acts, details(error), self)
        dialog.exec()
        return dialog.chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width() / self.theme.scale)

    def leave(self) -> None:
        """Announce what is typed before another page, or the end, takes its place."""
        if "answering" in self.__dict__:
            self.answering.flush()
        if "plan" in self.__dict__:
            self.plan.flush()

    # --- What changed -----------------------------------------------------------------

    def _opened(self) -> None:
        standing = self.workspace.standing
        if standing is None:
            return
        self._name_structure()
        self.bar.show()
        wanted, self._wanted = self._wanted, None
        (wanted or self.show_home)()

    def _name_structure(self) -> None:
        standing = self.workspace.standing
        if standing is not None:
            self.setWindowTitle(f"CAP Desktop – {standing.name}")
            self.bar.show_standing(standing)

    def _first_launch(self) -> None:
        self.bar.hide()
        self.setWindowTitle(_("CAP Desktop – Premier lancement"))
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.show_copying(is_copying=False)
        self.welcome.offer_former_data(is_offered=self.workspace.standing is None)
        self.welcome.focus_main()

    def _saved(self, at: str) -> None:
        self.banner.hide()
        self.bar.saved.show_saved(at)

    def _not_saved(self, error: CapError) -> None:
        from cap_desktop.notices.errors import notice

        if "welcome" in self.__dict__:
            self.welcome.show_copying(is_copying=False)
        can_retry = isinstance(error, NotSaved)
        if can_retry:
            self.bar.saved.show_unsaved()
        elif not self.workspace.unsaved:
            self.bar.saved.settle()
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
        self._column = column
        self.setCentralWidget(body)
        self.bar.show_standing(self.workspace.standing)

    def _connect(self) -> None:
        bar, workspace = self.bar, self.workspace
        bar.home_wanted.connect(self.show_home)
        bar.answering_wanted.connect(self.show_answering)
        bar.results_wanted.connect(self.show_results)
        bar.plan_wanted.connect(self.show_plan)
        bar.settings_wanted.connect(self._show_preferences)
        bar.profile_wanted.connect(self.show_profile)
        bar.help_wanted.connect(self.show_help)
        bar.undo_wanted.connect(workspace.undo_stack.undo)
        bar.structure_wanted.connect(workspace.open_assessment)
        bar.new_structure_wanted.connect(self._first_launch)
        self.banner.retried.connect(workspace.try_again)
        self.home.question_wanted.connect(self.show_answering)
        self.home.results_wanted.connect(self.show_results)
        self.home.plan_wanted.connect(self.show_plan)
        self.home.year_wanted.connect(workspace.open_assessment)
        self.home.new_year_wanted.connect(self._begin_year)
        workspace.leaving.connect(self.leave)
        workspace.opened.connect(self._opened)
        workspace.changed.connect(self._name_structure)
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
            "Ctrl+4": self.show_plan,
            "Ctrl+,": self.show_preferences,
            "Ctrl+F": self.show_search,
            "Ctrl+G": self.show_search,
            "F1": self.show_help,
            "Ctrl+P": lambda: self.export("pdf"),
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

    def _show_preferences(self) -> None:
        # A click carries a flag: it is no settings.
        self.show_preferences()

    # --- Reports ----------------------------------------------------------------------

    @cached_property
    def toast(self) -> Toast:
        """What was just written."""
        from cap_desktop.gui.widgets.toast import Toast

        made = Toast(self.theme)
        self._column.addWidget(made)
        return made

    @cached_property
    def work(self) -> WorkBar:
        """How far the file that is being made is."""
        from cap_desktop.gui.widgets.work_bar import WorkBar

        made, reports = WorkBar(self.theme), self.reports
        self._column.addWidget(made)
        made.stop_wanted.connect(reports.stop)
        reports.progressed.connect(made.show_progress)
        reports.stopped.connect(made.end)
        reports.written.connect(self._say_written)
        reports.failed.connect(self._say_not_written)
        return made

    def export(self, kind: str) -> None:
        """Ask where to write a report or a copy of the plan, then have it made."""
        export = EXPORTS.get(kind)
        if export is None or self.workspace.current is None:
            return
        self.leave()
        path = self.ask_path(words_of(export), self.reports.name_for(export), f"*.{export.ending}")
        if path is not None and not self.reports.is_busy:
            self.work.begin(words_of(export))
            self.reports.make(export, path)

    def _say_written(self, path: Path) -> None:
        self.work.end()
        self._say_with_folder(_("Enregistré : {name}", name=path.name), path.parent)

    def _say_not_written(self, error: CapError) -> None:
        self.work.end()
        self._not_saved(error)

    def _resize_text(self, step: int | None) -> None:
        size = SMALLEST if step is None else self.settings.text_size + step
        self.settings_wanted.emit(self.settings.with_text_size(size))

    def _open_former_data(self) -> None:
        folder = self.ask_folder(_("Ouvrir un dossier CAP existant"))
        if folder is not None:
            self.banner.hide()
            self.welcome.show_copying(is_copying=True)
            self.former_data_wanted.emit(folder)

    def say_arrived(self, missing: tuple[str, ...], folder: Path) -> None:
        """Say which evidence did not come with former data."""
        names = ", ".join(missing[:NAMED]) + ("…" if len(missing) > NAMED else "")
        said = counted(
            "Vos données sont ouvertes. {number} preuve n’y était pas\u00a0: {names}",
            "Vos données sont ouvertes. {number} preuves n’y étaient pas\u00a0: {names}",
            len(missing),
            names=names,
        )
        self._say_with_folder(said, folder)

    def say_restored(self, day: str, aside: Path | None) -> None:
        """Say which copy is open, and where the damaged data are kept where there were any."""
        if aside is None:
            said = _("La copie du {day} est ouverte.", day=day)
            self._say_with_folder(said, self._place().folder)
            return
        said = _(
            "La copie du {day} est ouverte. Le fichier abîmé est gardé\u00a0: {name}",
            day=day,
            name=aside.name,
        )
        self._say_with_folder(said, aside.parent)

    def _say_with_folder(self, text: str, folder: Path) -> None:
        self.toast.say(text, _("Ouvrir le dossier"), lambda: self.open_folder(folder), stays=True)

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
