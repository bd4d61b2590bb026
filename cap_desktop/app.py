"""The composition root: builds what the window needs, then opens it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cap_desktop.errors import CapError
from cap_desktop.i18n import _

NO_DISPLAY = _(
    "Aucun écran n’est disponible ici, CAP Desktop ne peut donc pas ouvrir sa fenêtre : "
    "« make demo » montre un calcul complet dans le terminal.\n"
)


def main() -> int:
    """Open the window and return the exit code; 2 where there is no screen to open it on."""
    if not has_display():
        sys.stderr.write(NO_DISPLAY)
        return 2
    # Only now: Qt is heavy, and aborts the process where it finds no screen.
    from cap_desktop.gui import main_window, theme

    application = theme.application(sys.argv)
    window = main_window.MainWindow(_findings)
    window.show()
    return application.exec()


def _findings(path: Path) -> Sequence[str]:
    """What is wrong with a questionnaire file, as sentences."""
    from cap_desktop.notices.errors import notice
    from cap_desktop.notices.problems import line
    from cap_desktop.services.questionnaires import check

    try:
        return [line(problem) for problem in check(path).problems]
    except CapError as error:
        return [notice(error)]


def has_display() -> bool:
    """Tell whether a window can be opened; on macOS and Windows it always can."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
