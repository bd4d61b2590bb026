"""The composition root: builds what the window needs, then opens it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import cap_desktop.gui  # noqa: F401 - it imports Qt in its own way, before anything else does

# isort: split
from PySide6.QtWidgets import QApplication

from cap_desktop import paths
from cap_desktop.errors import (
    CapError,
    DatabaseInUse,
    DatabaseLeftOpen,
    NotOpened,
    StorageError,
)
from cap_desktop.gui.kit.letting_go import let_go
from cap_desktop.gui.kit.room import Context
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.look.choice import colours_of
from cap_desktop.gui.platform.collector import WindowCollector
from cap_desktop.gui.platform.folder_hold import FolderHold, first_window
from cap_desktop.gui.platform.system_dialogs import FileDialogs, LastFolder
from cap_desktop.gui.platform.window_place import fit, place_of, put
from cap_desktop.gui.presentation.answering_group import group_name
from cap_desktop.gui.session.destinations import ToBeginning
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.session.presenters import Presenters
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.crash import tell_faults
from cap_desktop.gui.window.main_window import MainWindow
from cap_desktop.preferences import Preferences, load
from cap_desktop.services.folder.local_data import LocalData

if TYPE_CHECKING:
    from types import ModuleType

    from cap_desktop.gui.session.edition import Edition
    from cap_desktop.gui.session.own_data import OwnData
    from cap_desktop.gui.session.tasks import DataTask
    from cap_desktop.gui.window.background import Background
    from cap_desktop.gui.window.recovery import Recovery
    from cap_desktop.gui.window.report_presenter import ReportPresenter
    from cap_desktop.services.folder.erasing import Erased

EDITION = "cap-2026.1.0.json"
"""The questionnaire proposed at first launch."""


def main() -> int:
    """Open the window and return the exit code; 2 where the data are not opened."""
    application = looks.application(sys.argv)
    program = _made(application)
    if isinstance(program, int):
        return program
    program.when_moved = lambda: tell_faults(program.folder.incidents, lambda: program.window.look)
    program.when_moved()
    program.session.refused.connect(partial(_meet, application, program))
    program.open()
    code = application.exec()
    program.close()
    return code


def _made(application: QApplication) -> Program | int:
    """The program on its folder, or the exit code where a person leaves or another one runs."""
    take_over = False
    while True:
        try:
            where = _found()
            return Program(where.folder.path, _now, take_over=take_over, where=where)
        except CapError as error:
            if isinstance(error, StorageError) and _is_called_forward(error.path, error):
                return 0
            if not _goes_on(application, error):
                return 2
            take_over = isinstance(error, DatabaseLeftOpen)


def _found() -> paths.Whereabouts:
    """Where the data are; raises ``NotOpened`` where they were moved, and are away now.

    A new and empty folder in their place would hide that.
    """
    try:
        where = paths.whereabouts()
    except paths.PointerUnreadError as error:
        raise NotOpened(Path(str(error)), "damaged") from error
    if where.is_moved and not where.folder.database.exists():
        raise NotOpened(where.folder.path, "elsewhere")
    return where


def _is_called_forward(folder: Path, error: CapError) -> bool:
    """Tell the program that has these data open to come forward; False where it is elsewhere."""
    if not isinstance(error, DatabaseInUse | DatabaseLeftOpen):
        return False
    first = first_window()
    patience = first.STARTING_MS if isinstance(error, DatabaseInUse) else 0
    return bool(first.call(folder, patience))


def _goes_on(application: QApplication, error: CapError) -> bool:
    """Ask how to go on, where it has to be asked; False where the person leaves."""
    if isinstance(error, DatabaseLeftOpen) and not error.must_ask:
        return True
    look = looks.Look(colours_of("system"))
    looks.dress(application, look)
    return bool(_recovery().ask_again(look, error))


def _recovery() -> ModuleType:
    from cap_desktop.gui.window import recovery  # only where the data cannot be opened

    return recovery


class Program:
    """Everything that is wired for one folder of data, and the window that shows it."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime],
        *,
        take_over: bool = False,
        where: paths.Whereabouts | None = None,
    ) -> None:
        """Make the window from what was kept for the start.

        ``where`` says how it is known that the data are there: without it, they are not moved.

        Raises what ``hold`` does: where the data may be open elsewhere, a person may take over.

        Nothing heavy is imported here: the services are, on the storage lane, by ``open``.
        """
        self.data = LocalData(paths.DataFolder(folder), clock, where)
        self._clock = clock
        self._hold = FolderHold(self.folder, clock, self._come_forward, take_over=take_over)
        self.when_moved: Callable[[], None] = lambda: None
        self._collector = WindowCollector()
        self._lane = Lane("storage")
        self.session = Session(self._lane, clock, self.data.first_look())
        # Before anybody asks how to go on: that takes as long as a person does.
        self.session.refused.connect(self._listen)
        self._presenters = Presenters(self.session)
        self._work_lane: Lane | None = None
        self._was_shown = False
        self._edition = cache(self._read_edition)
        self.settings = load(self.folder.preferences)
        self._answer_as_chosen()
        self.dialogs = FileDialogs(self._last_folder())
        self.window = self._make_window()

    @property
    def folder(self) -> paths.DataFolder:
        """Where the data are now."""
        return self.data.folder

    @cached_property
    def background(self) -> Background:
        """What works behind the pages, from the moment that the first one is painted."""
        # Start-up: nothing of it is shown.
        from cap_desktop.gui.window.background import Background

        return Background(self.session, self._lane, self.data, self._clock, lambda: self.window)

    @cached_property
    def reports(self) -> ReportPresenter:
        """Where reports are made, on a lane of their own, from the first one on."""
        from cap_desktop.gui.window.report_presenter import ReportPresenter  # for the first one

        self._work_lane = Lane("work")
        return ReportPresenter(self.session, self._work_lane, self._clock, self.session)

    @cached_property
    def recovery(self) -> Recovery:
        """What to do where the data cannot be opened, from the first time that they cannot."""
        made: Recovery = _recovery().Recovery(self.folder, self._lane, self._clock, self._start)
        return made

    @cached_property
    def own_data(self) -> OwnData:
        """The data as files, from the first time that somebody looks at them so."""
        from cap_desktop.gui.session.own_data import OwnData  # for one page only

        made = OwnData(self.session, self.data, self._hold.claim)
        made.began.connect(self.background.checks.stop)
        made.erased.connect(self._forget_places)
        made.emptied.connect(self._show_first_window)
        made.moved.connect(self._follow_data)
        return made

    def open(self) -> None:
        """Show the window, then open the data behind it.

        A first launch is asked at once: what is typed meanwhile is typed there.
        """
        if self.session.standing is None and self.data.is_new():
            self.window.go(ToBeginning())
        if self.settings.window is None:
            fit(self.window)
        else:
            put(self.window, self.settings.window)
        self.window.show()
        self._was_shown = True
        QApplication.processEvents()
        self.window.listen()  # not before the first page: it takes some milliseconds
        self.session.ready.connect(self._listen)
        self.session.nothing_open.connect(self._listen)
        self._start()

    def _listen(self, _error: CapError | None = None) -> None:
        self._hold.listen(self.session)

    def _start(self) -> None:
        self.background.begin()
        self.session.opener.start(self.data.first_assessment, self.data.open)

    def _come_forward(self) -> None:
        # The window of today: another look makes another one.
        self.window.come_forward()

    def change_settings(self, settings: Preferences) -> None:
        """Keep the settings and follow them; a new look is shown in a window made anew."""
        former, self.settings = self.settings, settings
        try:
            self._write(settings)
        except CapError as error:
            self.session.not_saved.emit(error)
        self._answer_as_chosen()
        if (former.look, former.text_size) != (settings.look, settings.text_size):
            self._show_new_look()
        else:
            self.window.follow(settings)

    def _wear_system(self) -> None:
        """Follow a system that turns dark, or to high contrast, while the window is open."""
        if colours_of(self.settings.look) != self.window.look.colours:
            self._show_new_look()

    def _last_folder(self) -> LastFolder:
        """Where files were chosen last, kept from one start to the next."""
        last = LastFolder()
        last.path = Path(self.settings.folder) if self.settings.folder else None
        last.listener = lambda folder: self.change_settings(
            self.settings._replace(folder=str(folder))
        )
        return last

    def _answer_as_chosen(self) -> None:
        self.session.by = group_name(self.settings.answers_by)

    def _show_new_look(self) -> None:
        former = self.window
        former.pages.flush()
        self.window = self._make_window()
        self.window.restoreGeometry(former.saveGeometry())
        self.window.show_like(former)
        if former.isVisible():
            self.window.show()
        let_go(former, self.session)

    def close(self) -> None:
        """Save what is typed, finish what was asked, let go of the data."""
        self._keep_place()
        self.window.close()
        self._hold.stop_listening()
        self.background.close()
        if self._work_lane is not None:
            self.reports.stop()
            self._work_lane.close()
        if self.data.database is not None:
            # By the thread that opened it: SQLite lets no other one in.
            self._lane.run(self.data.close)
        self._lane.close()
        self._collector.stop()
        self._hold.let_go()

    def _keep_place(self) -> None:
        here = place_of(self.window)
        if self._was_shown and here != self.settings.window:
            # A disk that refuses has said so already, and a place is worth no question.
            with suppress(CapError):
                self._write(self.settings._replace(window=here))

    def _write(self, settings: Preferences) -> None:
        from cap_desktop.services.folder.keep_preferences import keep_preferences  # for a change

        keep_preferences(self.folder, settings)

    def open_former_data(self, source: Path) -> None:
        """Copy the data of a folder here, and open them; what they come from is only read."""
        missing: list[str] = []

        def shown() -> None:
            self.background.daily_copy.keep_again()
            if missing:
                self.window.arrivals.say_arrived(tuple(missing), source)

        self.session.opener.reopen(lambda: self.data.bring(source, missing.extend), shown)

    # --- The data as files ------------------------------------------------------------

    def _follow_data(self, release: Callable[[], None]) -> None:
        """Let go of the folder that the data left; hear a second start where they are now."""
        self._hold.follow(self.folder, release)
        self.__dict__.pop("recovery", None)
        self.when_moved()

    def _forget_places(self, erased: Erased) -> None:
        """Keep no place of files of somebody of whom nothing is kept any more."""
        self.background.daily_copy.forget_today()
        if erased.erasure.kind == "everything":
            self.dialogs.last.path = None
            self.settings = self.settings._replace(folder="", second_folder="")

    def _show_first_window(self, words: str) -> None:
        """Begin anew, as at the first launch: no page of before is left in sight or behind."""
        former = self.window
        self.window = self._make_window()
        self.window.restoreGeometry(former.saveGeometry())
        self.window.go(ToBeginning())
        self.window.show()
        if words:
            self.window.strip.say(words, stays=True)
        let_go(former, self.session)

    def _bring_back(self, wanted: DataTask) -> None:
        self.background.meet(wanted)

    def go_on(self, error: CapError) -> bool:
        """Ask how to go on where the data could not be opened; False where the person leaves."""
        return self.recovery.go_on(self.window, error)

    def _read_edition(self) -> Edition:
        from cap_desktop.gui.session.edition import read_edition  # for a new structure, or year

        return read_edition(paths.questionnaires() / EDITION, self._clock())

    def _make_window(self) -> MainWindow:
        look = looks.Look(colours_of(self.settings.look), self.settings.text_size / 100)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            looks.dress(application, look)
        context = Context(
            look,
            self.session,
            self.settings,
            self._presenters,
            self._edition,
            self.data,
            self.dialogs,
            lambda: self.own_data,
            lambda: self.background.checks,
        )
        window = MainWindow(context, lambda: self.reports)
        window.settings_wanted.connect(self.change_settings)
        window.former_data_wanted.connect(self.open_former_data)
        window.data_back_wanted.connect(self._bring_back)
        window.system_changed.connect(self._wear_system)
        if self._was_shown:
            window.listen()
        return window


def _meet(application: QApplication, program: Program, error: CapError) -> None:
    """Try again, or go on from a safety copy; leave where nobody wants to."""
    if not program.go_on(error):
        application.exit(2)


def _now() -> datetime:
    return datetime.now().astimezone()
