"""The composition root: builds what the window needs, then opens it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop import paths
from cap_desktop.errors import CapError
from cap_desktop.i18n import _
from cap_desktop.settings import Settings, load, written

if TYPE_CHECKING:
    from cap_desktop.gui.main_window import MainWindow

NO_DISPLAY = _(
    "Aucun écran n’est disponible ici, CAP Desktop ne peut donc pas ouvrir sa fenêtre\u00a0: "
    "«\u00a0make demo\u00a0» montre un calcul complet dans le terminal.\n"
)

SETTINGS = "reglages.json"

EDITION = "cap-2026.1.0.json"
"""The questionnaire proposed at first launch."""


def main() -> int:
    """Open the window and return the exit code; 2 where there is no screen to open it on."""
    if not has_display():
        sys.stderr.write(NO_DISPLAY)
        return 2
    # Only now: Qt is heavy, and aborts the process where it finds no screen.
    from cap_desktop.gui import theme

    application = theme.application(sys.argv)
    theme.dress(application, theme.Theme(theme.system_colours()))
    try:
        program = Program(paths.data(), _now)
    except CapError as error:
        return _refuse(error)
    program.window.show()
    code = application.exec()
    program.close()
    return code


class Program:
    """Everything that is wired for one folder of data, and the window that shows it."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        """Open the data; raises a ``CapError`` where it cannot."""
        from cap_desktop.gui.lanes import StorageLane
        from cap_desktop.gui.main_window import Edition, year_of
        from cap_desktop.gui.workspace import Workspace
        from cap_desktop.services.assessments import Assessments
        from cap_desktop.services.questionnaires import load as load_questionnaire
        from cap_desktop.storage.database import Database
        from cap_desktop.storage.evidence_folder import EvidenceFolder

        self._folder = folder
        self._release = hold(folder)
        self._lane = StorageLane()
        try:
            self._database = self._lane.run(lambda: Database(folder / "cap.db"))
        except CapError:
            self._lane.close()
            self._release()
            raise
        services = Assessments(self._database, EvidenceFolder(folder / "preuves"), clock)
        self.workspace = Workspace(services, self._lane, clock)

        @cache
        def edition() -> Edition:
            path = paths.questionnaires() / EDITION
            found = load_questionnaire(path).questionnaire
            return Edition(found, path.read_bytes(), year_of(clock()))

        self._edition = edition
        self.settings = load(folder / SETTINGS)
        self._answer_as_chosen()
        self.window = self._make_window()
        self.workspace.start()

    def change_settings(self, settings: Settings) -> None:
        """Keep the settings and follow them; a new look is shown in a window made anew."""
        from cap_desktop.exchange.output_file import write_whole

        former, self.settings = self.settings, settings
        try:
            write_whole(self._folder / SETTINGS, written(settings))
        except CapError as error:
            self.workspace.not_saved.emit(error)
        self._answer_as_chosen()
        if (former.look, former.text_size) != (settings.look, settings.text_size):
            self._show_new_look()
        else:
            self.window.follow(settings)

    def _answer_as_chosen(self) -> None:
        from cap_desktop.gui.answering_group import group_name

        self.workspace.by = group_name(self.settings.answers_by)

    def _show_new_look(self) -> None:
        former = self.window
        self.window = self._make_window()
        self.window.restoreGeometry(former.saveGeometry())
        self.window.take_over(former)
        if former.isVisible():
            self.window.show()
        former.close()
        former.deleteLater()

    def close(self) -> None:
        """Save what is typed, finish what was asked, let go of the data."""
        self.window.close()
        self._lane.close()
        self._database.close()
        self._release()

    def _make_window(self) -> MainWindow:
        from PySide6.QtWidgets import QApplication

        from cap_desktop.gui import theme
        from cap_desktop.gui.main_window import MainWindow
        from cap_desktop.services.safety_copies import place_of

        colours = {"light": theme.LIGHT, "dark": theme.DARK}.get(self.settings.look)
        look = theme.Theme(colours or theme.system_colours(), self.settings.text_size / 100)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.dress(application, look)
        window = MainWindow(
            look,
            self.workspace,
            self._edition,
            self.settings,
            lambda: place_of(self._folder),
        )
        window.settings_wanted.connect(self.change_settings)
        return window


def hold(folder: Path) -> Callable[[], None]:
    """Keep other copies of the program out of a folder; return what lets them in again.

    Raises ``DatabaseInUse``, or ``NotSaved`` where the folder cannot be written.
    """
    from PySide6.QtCore import QLockFile

    from cap_desktop.errors import DatabaseInUse, NotSaved

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(folder, "read_only") from error
    lock = QLockFile(str(folder / "cap.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            number, machine, _name = lock.getLockInfo()[-3:]
            raise DatabaseInUse(folder, f"{machine}, {number}")
        raise NotSaved(folder, "read_only")
    return lock.unlock


def _refuse(error: CapError) -> int:
    """Say why the window cannot open, where the person looks: on the screen."""
    from cap_desktop.gui import theme
    from cap_desktop.gui.widgets.decision import Act, Decision
    from cap_desktop.notices.errors import details, explained

    look = theme.Theme(theme.system_colours())
    acts = (Act("close", _("Fermer CAP Desktop")),)
    Decision(look, explained(error), acts, details(error)).exec()
    return 2


def _now() -> datetime:
    return datetime.now().astimezone()


def has_display() -> bool:
    """Tell whether a window can be opened; on macOS and Windows it always can."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
