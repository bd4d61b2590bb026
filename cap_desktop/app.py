"""The composition root: builds what the window needs, then opens it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop import paths
from cap_desktop.errors import CapError
from cap_desktop.i18n import _
from cap_desktop.preferences import Preferences, load, written

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtWidgets import QApplication

    from cap_desktop.gui.look.look import Look
    from cap_desktop.gui.plan.plan_presenter import PlanPresenter
    from cap_desktop.gui.session.edition import Edition
    from cap_desktop.gui.session.lane import StorageLane
    from cap_desktop.gui.window.main_window import MainWindow
    from cap_desktop.gui.window.report_presenter import ReportPresenter
    from cap_desktop.services.folder.former_data import SafetyCopy
    from cap_desktop.services.folder.safety_copies import DataPlace
    from cap_desktop.services.local.assessments import Assessments
    from cap_desktop.services.local.open_assessment import OpenAssessment
    from cap_desktop.storage.local.database import Database

SETTINGS = "reglages.json"
DATABASE = "cap.db"
FAULTS = "incidents.log"

EDITION = "cap-2026.1.0.json"
"""The questionnaire proposed at first launch."""


def main() -> int:
    """Open the window and return the exit code; 2 where there is no screen to open it on."""
    from cap_desktop.gui.platform import screen

    refused = screen.why_no_window() or _without_qt()
    if refused:
        sys.stderr.write(refused + "\n")
        return 2
    from cap_desktop.gui.look import look as looks
    from cap_desktop.gui.look.choice import colours_of
    from cap_desktop.gui.window.crash import tell_faults

    application = looks.application(sys.argv)
    try:
        program = Program(paths.data(), _now)
    except CapError as error:
        look = looks.Look(colours_of("system"))
        looks.dress(application, look)
        ask_again(look, error)
        return 2
    tell_faults(paths.data() / FAULTS, lambda: program.window.look)
    program.session.refused.connect(partial(_meet, application, program))
    program.open()
    code = application.exec()
    program.close()
    return code


def _without_qt() -> str | None:
    """Import Qt; say which library of the system it lacks, if any."""
    from cap_desktop.gui.platform import screen
    from cap_desktop.gui.platform.qt_import import import_qt

    # A start makes much and throws nothing away; `WindowCollector` collects from then on.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        import_qt()
    except ImportError as error:
        lacking = screen.why_no_qt(error)
        if lacking is None:
            raise
        return lacking
    return screen.why_no_platform()


class Program:
    """Everything that is wired for one folder of data, and the window that shows it."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        """Make the window from what was kept for the start; raises ``DatabaseInUse``.

        Nothing heavy is imported here: the services are, on the storage lane, by ``open``.
        """
        from cap_desktop.gui.platform.collector import WindowCollector
        from cap_desktop.gui.session.lane import StorageLane
        from cap_desktop.gui.session.session import Session
        from cap_desktop.storage.local.start import first_look

        self._folder = folder
        self._clock = clock
        self._database: Database | None = None
        self._release = hold(folder)
        self._collector = WindowCollector()
        self._lane = StorageLane()
        self.session = Session(self._lane, clock, first_look(folder / DATABASE))
        self._work_lane: StorageLane | None = None
        self._edition = cache(self._read_edition)
        self.settings = load(folder / SETTINGS)
        self._answer_as_chosen()
        self.window = self._make_window()
        self.choose_copy: Callable[[Look, CapError, Sequence[SafetyCopy]], date | None] = (
            choose_copy
        )
        self.ask_again: Callable[[Look, CapError], bool] = ask_again
        self._copied_on: date | None = None

    @cached_property
    def desk(self) -> PlanPresenter:
        """The open plan, from the first time that it is looked at."""
        from cap_desktop.gui.plan.plan_presenter import PlanPresenter

        return PlanPresenter(self.session)

    @cached_property
    def reports(self) -> ReportPresenter:
        """Where reports are made, on a lane of their own, from the first one on."""
        from cap_desktop.gui.session.lane import StorageLane
        from cap_desktop.gui.window.report_presenter import ReportPresenter

        self._work_lane = StorageLane()
        return ReportPresenter(self.session, self._work_lane, self._clock)

    def open(self) -> None:
        """Show the window, then open the data behind it."""
        from PySide6.QtWidgets import QApplication

        self.window.show()
        QApplication.processEvents()
        self.session.ready.connect(self._keep_copy)
        # A program left open for days, or begun today, has its copy of the day too.
        # A method, which the signal does not hold: a lambda would keep the windows for ever.
        self.session.saved.connect(self._keep_copy)
        self.session.start(self._open_first, self._open_services)

    def change_settings(self, settings: Preferences) -> None:
        """Keep the settings and follow them; a new look is shown in a window made anew."""
        from cap_desktop.exchange.output_file import write_whole

        former, self.settings = self.settings, settings
        try:
            write_whole(self._folder / SETTINGS, written(settings))
        except CapError as error:
            self.session.not_saved.emit(error)
        self._answer_as_chosen()
        if (former.look, former.text_size) != (settings.look, settings.text_size):
            self._show_new_look()
        else:
            self.window.follow(settings)

    def _wear_system(self) -> None:
        """Follow a system that turns dark, or to high contrast, while the window is open."""
        from cap_desktop.gui.look.choice import colours_of

        if colours_of(self.settings.look) != self.window.look.colours:
            self._show_new_look()

    def _answer_as_chosen(self) -> None:
        from cap_desktop.gui.presentation.answering_group import group_name

        self.session.by = group_name(self.settings.answers_by)

    def _show_new_look(self) -> None:
        former = self.window
        former.pages.flush()
        self.window = self._make_window()
        self.window.restoreGeometry(former.saveGeometry())
        self.window.show_like(former)
        if former.isVisible():
            self.window.show()
        former.hide()
        former.deleteLater()

    def close(self) -> None:
        """Save what is typed, finish what was asked, let go of the data."""
        self.window.close()
        if self._work_lane is not None:
            self.reports.stop()
            self._work_lane.close()
        self._lane.close()
        if self._database is not None:
            self._database.close()
        self._collector.stop()
        self._release()

    def _open_first(self) -> OpenAssessment | None:
        """Read what was open last; runs on the lane."""
        from cap_desktop.services.folder.start import open_at_start

        return open_at_start(self._folder / DATABASE)

    def _open_services(self) -> Assessments:
        """Open the database; runs on the lane, which owns it."""
        from cap_desktop.services.folder.first_launch import require_data_or_none
        from cap_desktop.services.local.assessments import Assessments
        from cap_desktop.storage.local.database import Database
        from cap_desktop.storage.local.evidence_folder import EvidenceFolder

        if self._database is not None:
            self._database.close()
        require_data_or_none(self._folder)
        self._database = Database(self._folder / DATABASE)
        return Assessments(self._database, EvidenceFolder(self._folder / "preuves"), self._clock)

    def open_former_data(self, source: Path) -> None:
        """Copy the data of a folder here, and open them; what they come from is only read."""
        from cap_desktop.services.folder.former_data import Arrival, prepare, settle

        arrived: list[Arrival] = []

        def bring() -> Assessments:
            arrived.append(prepare(source, self._folder))
            if self._database is not None:
                self._database.close()
            settle(arrived[0], self._folder)
            return self._open_services()

        def shown() -> None:
            self._copied_on = None
            self._keep_copy()
            if arrived[0].missing:
                self.window.arrivals.say_arrived(arrived[0].missing, source)

        self.session.reopen_data(bring, shown)

    def go_on(self, error: CapError) -> bool:
        """Ask how to go on where the data could not be opened; False where the person leaves."""
        from cap_desktop.errors import DatabaseDamaged, DatabaseGone, NotOpened, NotSaved

        if isinstance(error, DatabaseDamaged | DatabaseGone):
            return self.recover(error)
        if isinstance(error, NotSaved):
            # Nothing was typed yet: it is the opening that failed.
            cause, error = error, NotOpened(error.path, error.cause)
            error.__cause__ = cause
        if not self.ask_again(self.window.look, error):
            return False
        self.session.start(self._open_first, self._open_services)
        return True

    def recover(self, error: CapError) -> bool:
        """Offer the safety copies where the data cannot be read; False where none is taken."""
        from cap_desktop.services.folder.former_data import restore, safety_copies
        from cap_desktop.words.days import whole_day

        copies = self._lane.run(lambda: safety_copies(self._folder))
        day = self.choose_copy(self.window.look, error, copies)
        if day is None:
            return False
        today = self._clock().date()
        try:
            aside = self._lane.run(lambda: restore(self._folder, day, today))
        except CapError as failure:
            return self.recover(failure)
        self.session.start(self._open_first, self._open_services)
        self.window.arrivals.say_restored(whole_day(day), self._folder, aside)
        return True

    def _keep_copy(self) -> None:
        """Keep the copy of the day, behind what is shown; asked once a day."""
        database, today = self._database, self._clock().date()
        if database is not None and self._copied_on != today:
            from cap_desktop.services.folder.safety_copies import keep_daily_copy

            self._copied_on = today
            self._lane.submit(
                lambda: keep_daily_copy(database, self._folder, today),
                lambda _copy: None,
                self.session.not_saved.emit,
            )

    def _place(self) -> DataPlace:
        from cap_desktop.services.folder.safety_copies import place_of

        return place_of(self._folder)

    def _read_edition(self) -> Edition:
        from cap_desktop.gui.session.edition import Edition, year_of
        from cap_desktop.services.files.questionnaires import load as load_questionnaire

        path = paths.questionnaires() / EDITION
        found = load_questionnaire(path).questionnaire
        return Edition(found, path.read_bytes(), year_of(self._clock()))

    def _make_window(self) -> MainWindow:
        from PySide6.QtWidgets import QApplication

        from cap_desktop.gui.look import look as looks
        from cap_desktop.gui.look.choice import colours_of
        from cap_desktop.gui.window.main_window import MainWindow

        look = looks.Look(colours_of(self.settings.look), self.settings.text_size / 100)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            looks.dress(application, look)
        window = MainWindow(
            look,
            self.session,
            lambda: self.desk,
            lambda: self.reports,
            self._edition,
            self.settings,
            self._place,
        )
        window.settings_wanted.connect(self.change_settings)
        window.former_data_wanted.connect(self.open_former_data)
        window.system_changed.connect(self._wear_system)
        return window


def hold(folder: Path) -> Callable[[], None]:
    """Keep other copies of the program out of a folder; return what lets them in again.

    Raises ``DatabaseInUse``, or ``OutputDenied`` where the folder cannot be written.
    """
    import errno
    import shutil

    from PySide6.QtCore import QLockFile

    from cap_desktop.errors import DatabaseInUse, OutputDenied

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputDenied(folder, error.errno or 0) from error
    lock = QLockFile(str(folder / "cap.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            number, machine, _name = lock.getLockInfo()[-3:]
            raise DatabaseInUse(folder, f"{machine}, {number}")
        # Qt does not say why; the system does.
        full = shutil.disk_usage(folder).free == 0
        raise OutputDenied(folder, errno.ENOSPC if full else errno.EACCES)
    return lock.unlock


def _meet(application: QApplication, program: Program, error: CapError) -> None:
    """Try again, or go on from a safety copy; leave where nobody wants to."""
    if not program.go_on(error):
        application.exit(2)


def choose_copy(look: Look, error: CapError, copies: Sequence[SafetyCopy]) -> date | None:
    """Ask which copy to restore; the import waits until it is needed."""
    from cap_desktop.gui.window import recovery

    return recovery.choose_copy(look, error, copies)


def ask_again(look: Look, error: CapError) -> bool:
    """Say why the window cannot open, where the person looks; True where it is tried again.

    Only what passes by itself can be tried again.
    """
    from cap_desktop.errors import NotOpened
    from cap_desktop.gui.kit.decision import Decision, DecisionAct
    from cap_desktop.notices.errors import details, explained

    acts = [DecisionAct("close", _("Fermer CAP Desktop"))]
    if isinstance(error, NotOpened):
        acts.append(DecisionAct("retry", _("Réessayer")))
    dialog = Decision(look, explained(error), acts, details(error))
    dialog.exec()
    return dialog.chosen == "retry"


def _now() -> datetime:
    from datetime import datetime

    return datetime.now().astimezone()
