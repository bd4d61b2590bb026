"""The main window: the top bar, the pages below it, and where each wish of a person leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from cap_desktop.errors import CapError
from cap_desktop.gui.kit.announcing import announce_later
from cap_desktop.gui.kit.room import Context, PageEntry
from cap_desktop.gui.kit.zones import first_stop, go_to_zone, last_stop
from cap_desktop.gui.look import icons
from cap_desktop.gui.session.destinations import (
    Back,
    Destination,
    ToBeginning,
    ToDamage,
    ToHelp,
    ToHome,
    ToPlan,
    ToQuestion,
    ToResults,
    ToTheme,
)
from cap_desktop.gui.session.tasks import (
    AnswerAs,
    BeginStructure,
    BringFormerData,
    ChangePreferences,
    DataTask,
    OpenYear,
    Task,
    WriteExport,
    YearTask,
)
from cap_desktop.gui.window.history import History
from cap_desktop.gui.window.other_year import OtherYearBar
from cap_desktop.gui.window.page_stack import ENTRIES, Kind, PageStack, entry_of
from cap_desktop.gui.window.save_status import SaveStatus
from cap_desktop.gui.window.shortcuts import bind_shortcuts
from cap_desktop.gui.window.strip import Strip
from cap_desktop.gui.window.top_bar import TopBar
from cap_desktop.gui.window.undo_news import UndoNews
from cap_desktop.gui.window.window_name import WindowName
from cap_desktop.i18n import _
from cap_desktop.preferences import SMALLEST, Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from cap_desktop.gui.window.banner import Banner
    from cap_desktop.gui.window.exports import Exports
    from cap_desktop.gui.window.former_data import FormerData
    from cap_desktop.gui.window.key_presses import KeyPresses
    from cap_desktop.gui.window.report_presenter import ReportPresenter
    from cap_desktop.gui.window.year_acts import YearActs

MINIMUM = (1024, 640)
REFERENCE = (1366, 720)
ICON = 64


class MainWindow(QMainWindow):
    """It keeps no truth: it is made anew when the look changes."""

    settings_wanted = Signal(object)
    former_data_wanted = Signal(object)
    data_back_wanted = Signal(object)
    system_changed = Signal()

    def __init__(self, context: Context, reports: Callable[[], ReportPresenter]) -> None:
        """`reports` is asked for at the first file that is wanted."""
        super().__init__()
        self.look, self.session, self.settings = context.look, context.session, context.preferences
        self._edition, self._reports = context.edition, reports
        self.dialogs = context.dialogs
        self.decide: Callable[[CapError], str] | None = None
        self._wanted: Destination | None = None
        self.setWindowTitle("CAP Desktop")
        self.setWindowIcon(icons.icon("compass", self.look.colour("accent"), ICON))
        self.setMinimumSize(*MINIMUM)
        self.resize(*REFERENCE)
        journey = [item for item in ENTRIES.values() if item.stands == "journey"]
        self._journey = [item.tab for item in journey if item.tab is not None]
        self.bar = TopBar(self.look, self._journey)
        self.pages = PageStack(context, self.meet)
        self.way = History(self.bar, self.pages)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.other_year = OtherYearBar(self.look)
        self.other_year.wanted.connect(self.meet)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.other_year)
        self._column.addWidget(self.pages, 1)
        self.news = SaveStatus(self.look, self.session, self.bar.saved, self._column)
        self.news.wanted.connect(self.meet)
        self.pages.currentChanged.connect(self._stand_aside)
        self.strip = Strip(self.look, self._column, self._focus_page)
        self.told = WindowName(self, self.session, self.pages, self.bar, self.other_year)
        self.taking_back = UndoNews(self.session, self.bar, self.pages, self.strip, self._be_at)
        self.setCentralWidget(self._body)
        self.bar.show_standing(self.session.standing)
        self._follow_system()
        self._follow_session()
        bind_shortcuts(self, self, self._journey)
        if self.session.standing is not None:
            self._lay_out()
            self.go(ToHome())

    def page(self, kind: type[Kind]) -> Kind:
        """A page by its class, made where it was not yet."""
        return self.pages.page(kind)

    # --- Where a wish leads -------------------------------------------------------------

    def meet(self, wanted: Destination | Task) -> None:
        """Go where a page or the bar asks to be, or have done what it asks for."""
        if isinstance(wanted, WriteExport):
            self.export(wanted.kind)
        elif isinstance(wanted, OpenYear):
            self._open(wanted.assessment)
        elif isinstance(wanted, YearTask):
            self.acts.meet(wanted)
        elif isinstance(wanted, BeginStructure):
            edition = self._edition()
            self.session.opener.begin(wanted.name, edition.year, edition.content, wanted.profile)
        elif isinstance(wanted, AnswerAs):
            self.settings_wanted.emit(self.settings._replace(answers_by=wanted.group))
        elif isinstance(wanted, ChangePreferences):
            self.settings_wanted.emit(wanted.preferences)
        elif isinstance(wanted, DataTask):
            self.data_back_wanted.emit(wanted)
        elif isinstance(wanted, BringFormerData):
            self.arrivals.ask()
        else:
            self.go(wanted)

    def go(self, to: Destination) -> None:
        """Be somewhere else; what is typed is announced before."""
        if isinstance(to, Back):
            self._go_back()
            return
        entry = entry_of(to)
        if not self._is_open_to(entry):
            if entry.waits:
                self._wanted = to
            return
        if isinstance(to, ToHelp) and not to.part:
            to = ToHelp(entry_of(self.pages.here).help_part)
        if entry.stands != "alone" or self.session.standing is not None:
            self.pages.leave()
        self._be_at(to)

    def _be_at(self, to: Destination) -> None:
        """Show a place; what is typed on the page that is left stays there as it is."""
        entry, page = entry_of(to), self.pages.page_of(to)
        if entry.stands == "alone" and self.session.standing is None:
            self.bar.hide()
            self.setWindowTitle(_(entry.title))
        else:
            if entry.stands == "journey":
                self.way.forget()
            elif self.pages.currentWidget() is not page:
                self.way.remember()
            self.bar.show_tab(entry.tab, entry.place)
        is_new = self.pages.currentWidget() is not page
        self.session.days.check()
        self.pages.show_page(to, lambda page: page.show_destination(to))
        self.told.name_window()
        if is_new:
            self.told.say_heading(page)

    def _open(self, assessment: str) -> None:
        """Open another assessment; another year of the same structure stays on the same page."""
        standing, here = self.session.standing, self.pages.here
        years = () if standing is None else standing.years
        is_same = any(year.assessment == assessment for year in years)
        if is_same and isinstance(here, ToResults | ToPlan | ToQuestion | ToTheme):
            self._wanted = here if isinstance(here, ToResults | ToPlan) else ToQuestion()
        self.session.opener.open(assessment)

    def _is_open_to(self, entry: PageEntry) -> bool:
        if entry.needs == "assessment":
            return self.session.current is not None
        return entry.needs == "nothing" or self.session.standing is not None

    def _go_back(self) -> None:
        """Leave a page outside the journey: back to where the person was, focus restored."""
        visit = self.way.last()
        if visit is None:
            self.go(ToHome())
        else:
            self.pages.leave()
            page = self.pages.page_of(visit.to)
            is_new = self.pages.currentWidget() is not page
            self.way.show(visit)
            self.told.name_window()
            if is_new:
                self.told.say_heading(page)

    def export(self, kind: str) -> None:
        """Ask where to write a report or a copy of the plan, then have it made."""
        self.pages.flush()
        self.exports.make(kind)

    def resize_text(self, step: int | None) -> None:
        """Show larger texts, smaller ones, or without a step those of the first day."""
        size = SMALLEST if step is None else self.settings.text_size + step
        self.settings_wanted.emit(self.settings.with_text_size(size))

    # --- Another look, closing ------------------------------------------------------------

    def follow(self, settings: Preferences) -> None:
        """Take settings that leave the look as it is."""
        self.settings = settings
        self.pages.follow(settings)

    def show_like(self, former: MainWindow) -> None:
        """Show what another window shows, in a look of its own, down to what is typed."""
        here = former.way.here()
        self._wanted = former._wanted
        # Qt tells the size of a window that is not shown yet only when it is.
        self.bar.fit(self.width() / self.look.scale)
        self.pages.go_on(former.pages.left_off())
        self.way.follow(former.way)
        self.news.follow(former.news)
        self.told.follow(former.told)
        if "exports" in former.__dict__:
            self.exports.follow(former.exports)
        self.told.name_structure()
        if isinstance(here.to, ToBeginning):
            self.go(ToBeginning())
        self.way.show(here)
        self.told.name_structure()
        if self.settings.text_size != former.settings.text_size:
            size = _("Texte à {size}\u00a0%", size=self.settings.text_size)
            announce_later(self, size)

    def come_forward(self) -> None:
        """Be in front of every other window, as where the program is started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; where it cannot be, nothing is lost without being asked."""
        from cap_desktop.gui.window import closing  # start-up: at the end only

        self.pages.leave()
        decide = self.decide or partial(closing.ask_whether_to_lose, self.look, window=self)
        if closing.may_close(self.session, self.pages.unsaved_words, decide):
            super().closeEvent(event)
        else:
            event.ignore()

    # --- What changed -----------------------------------------------------------------

    def _follow_session(self) -> None:
        bar, session = self.bar, self.session
        bar.wanted.connect(self.meet)
        self.former_data_wanted.connect(self._show_copying)
        session.leaving.connect(self.pages.leave)
        session.undo_stack.moving.connect(self.pages.flush)
        session.opened.connect(self._opened)
        session.changed.connect(self.told.name_structure)
        session.changed.connect(self.told.say_arrival)
        session.nothing_open.connect(self._begin)

    def _follow_system(self) -> None:
        system = QGuiApplication.styleHints()
        system.colorSchemeChanged.connect(self.system_changed)
        system.accessibility().contrastPreferenceChanged.connect(self.system_changed)

    def _opened(self) -> None:
        if self.session.standing is None:
            return
        self.told.name_bars()
        self.told.say_arrival()
        self.bar.show()
        wanted, self._wanted = self._wanted, None
        self.go(ToHome() if wanted is None else wanted)
        self.told.name_window()

    def _begin(self) -> None:
        if not isinstance(self.pages.here, ToBeginning):
            self.go(ToBeginning())

    def _stand_aside(self) -> None:
        self.news.stand_aside(is_aside=isinstance(self.pages.here, ToDamage))

    def _show_copying(self, _folder: Path) -> None:
        self.banner.hide()
        self.go(ToBeginning(is_copying=True))

    # --- Keys and sizes -----------------------------------------------------------------

    def go_to_zone(self, by: int) -> None:
        """Put the focus in another zone of the page, or in the top bar."""
        zones = [*self.pages.page_of(self.pages.here).zones(), *self.strip.zones()]
        at_top = first_stop(self.bar)
        go_to_zone(zones if at_top is None else [*zones, (self.bar, at_top)], by)

    def _focus_page(self) -> None:
        """Put the keyboard back on the page, where the strip had it and nothing else takes it."""
        page = self.pages.page_of(self.pages.here)
        stop = last_stop(page) or first_stop(page)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the reading at each Tab: pages make parts of themselves anew at any time."""
        self._presses.follow_reading(self._body)
        return super().focusNextPrevChild(forward)

    def listen(self) -> None:
        """Hear what comes to the window; PySide6 makes the classes of all events for that."""
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the digits be known by their place: only what is not typed comes here."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.days.check()  # the computer may have slept over midnight
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._presses.offer_digit(event)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button at Entrée: on some systems Qt leaves that to the space bar."""
        if not self._presses.press_focused(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width() / self.look.scale)

    def _lay_out(self) -> None:
        """Give the first page its size before it is drawn: else it is drawn twice."""
        for layout in (self.layout(), self._column, self.pages.layout()):
            if layout is not None:
                layout.activate()

    # --- Made at their first use --------------------------------------------------------

    @cached_property
    def _presses(self) -> KeyPresses:
        from cap_desktop.gui.window.key_presses import KeyPresses  # start-up: at a key only

        return KeyPresses(self)

    @cached_property
    def exports(self) -> Exports:
        """Reports and copies of the plan."""
        from cap_desktop.gui.window.exports import Exports  # start-up: at the first wish

        ask_path = partial(self.dialogs.ask_path, self)
        made = Exports(
            self.look, self.session, self._reports, self._column, self.strip, ask_path, self
        )
        made.failed.connect(self.news.say_error)
        return made

    @cached_property
    def acts(self) -> YearActs:
        """What can become of a year or of a structure."""
        from cap_desktop.gui.window.year_acts import YearActs  # start-up: at the first wish

        return YearActs(self.look, self.session, self._edition, self)

    @cached_property
    def arrivals(self) -> FormerData:
        """Data that come from elsewhere."""
        from cap_desktop.gui.window.former_data import FormerData  # start-up: at the first wish

        made = FormerData(self.exports, partial(self.dialogs.ask_folder, self), self)
        made.chosen.connect(self.former_data_wanted)
        return made

    @property
    def banner(self) -> Banner:
        """What must be known, under the top bar."""
        return self.news.banner
