"""The composition root: builds what the window needs, then opens it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop import paths
from cap_desktop.errors import CapError
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.gui.main_window import MainWindow
    from cap_desktop.gui.theme import Theme

NO_DISPLAY = _(
    "Aucun écran n’est disponible ici, CAP Desktop ne peut donc pas ouvrir sa fenêtre\u00a0: "
    "«\u00a0make demo\u00a0» montre un calcul complet dans le terminal.\n"
)

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
    look = theme.Theme(theme.system_colours())
    theme.dress(application, look)
    try:
        window, close = build(paths.data(), look, _now)
    except CapError as error:
        return _refuse(error)
    window.show()
    code = application.exec()
    close()
    return code


def build(
    folder: Path, look: Theme, clock: Callable[[], datetime]
) -> tuple[MainWindow, Callable[[], None]]:
    """Wire the window to the data of a folder; also return what closes everything.

    Raises a ``CapError`` where the data cannot be opened.
    """
    from cap_desktop.gui.lanes import StorageLane
    from cap_desktop.gui.main_window import MainWindow, year_of
    from cap_desktop.gui.workspace import Workspace
    from cap_desktop.services.assessments import Assessments
    from cap_desktop.services.questionnaires import load
    from cap_desktop.storage.database import Database
    from cap_desktop.storage.evidence_folder import EvidenceFolder

    release = hold(folder)
    lane = StorageLane()
    try:
        database = lane.run(lambda: Database(folder / "cap.db"))
    except CapError:
        lane.close()
        release()
        raise
    services = Assessments(database, EvidenceFolder(folder / "preuves"), clock)
    workspace = Workspace(services, lane, clock)
    edition = paths.questionnaires() / EDITION
    window = MainWindow(
        look, workspace, load(edition).questionnaire, edition.read_bytes(), year_of(clock())
    )
    workspace.start()

    def close() -> None:
        window.close()
        lane.close()
        database.close()
        release()

    return window, close


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
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from cap_desktop.notices.errors import notice

    box = QMessageBox()
    box.setWindowTitle("CAP Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(notice(error))
    box.exec()
    return 2


def _now() -> datetime:
    return datetime.now().astimezone()


def has_display() -> bool:
    """Tell whether a window can be opened; on macOS and Windows it always can."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
