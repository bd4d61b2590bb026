"""Data that come from elsewhere: the folder of another computer, or a safety copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.window.exports import Exports
from cap_desktop.i18n import _, counted

NAMED = 3
"""How many files are named; how many there are is said besides."""


class FormerData(QObject):
    """Asks for a folder, and says what came of it where the exports say what was written."""

    chosen = Signal(object)

    def __init__(
        self, exports: Exports, ask_folder: Callable[[str], Path | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._exports = exports
        self.ask_folder = ask_folder

    def ask(self) -> None:
        """Ask for the folder of former data; ``chosen`` brings it."""
        folder = self.ask_folder(_("Ouvrir un dossier CAP existant"))
        if folder is not None:
            self.chosen.emit(folder)

    def say_arrived(self, missing: tuple[str, ...], folder: Path) -> None:
        """Say which evidence did not come with former data."""
        names = ", ".join(missing[:NAMED]) + ("…" if len(missing) > NAMED else "")
        said = counted(
            "Vos données sont ouvertes. {number} preuve n’y était pas\u00a0: {names}",
            "Vos données sont ouvertes. {number} preuves n’y étaient pas\u00a0: {names}",
            len(missing),
            names=names,
        )
        self._exports.say_with_folder(said, folder)

    def say_restored(self, day: str, folder: Path, aside: Path | None) -> None:
        """Say which copy is open, and where the damaged data are kept where there were any."""
        if aside is None:
            self._exports.say_with_folder(_("La copie du {day} est ouverte.", day=day), folder)
            return
        said = _(
            "La copie du {day} est ouverte. Le fichier abîmé est gardé\u00a0: {name}",
            day=day,
            name=aside.name,
        )
        self._exports.say_with_folder(said, aside.parent)
