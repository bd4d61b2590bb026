"""Files and folders as the system shows them: where to write, what to open."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

# By their modules: making the classes of the dialogs takes time that a start does not have.
from PySide6 import QtCore, QtGui, QtWidgets

from cap_desktop.i18n import _

if TYPE_CHECKING:
    from PySide6.QtCore import QFileInfo
    from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget


class LastFolder:
    """Where a file was chosen last, as Qt has it too: for every dialog of the program.

    Whoever keeps it from one start to the next puts it here, and listens.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        self.listener: Callable[[Path], None] | None = None

    def start(self) -> Path:
        """Where a dialog opens: there, else in the documents of the person."""
        if self.path is not None and self.path.is_dir():
            return self.path
        place = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QtCore.QStandardPaths.writableLocation(place))
        return documents if documents.is_dir() else Path.home()

    def remember(self, folder: Path) -> None:
        """Open the next dialog there."""
        if folder != self.path:
            self.path = folder
            if self.listener is not None:
                self.listener(folder)


class FileDialogs:
    """The dialogs of one program: each opens where the one before was left."""

    def __init__(self, last: LastFolder) -> None:
        self.last = last

    def ask_path(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Ask where to write a file, `name` by default; None where nothing was chosen."""
        dialog = _dialog(parent, title, _("Enregistrer"), self.last.start())
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kinds)
        # A name typed without its ending would make a file that nothing opens.
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        return next(iter(self._chosen(dialog)), None)

    def ask_files(self, parent: QWidget, title: str) -> list[Path]:
        """Ask for files that are there; none where nothing was chosen."""
        dialog = _dialog(parent, title, _("Ouvrir"), self.last.start())
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        return self._chosen(dialog)

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder that is there; None where nothing was chosen."""
        dialog = _dialog(parent, title, _("Choisir"), self.last.start())
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        return next(iter(self._chosen(dialog)), None)

    def _chosen(self, dialog: QFileDialog) -> list[Path]:
        chosen = _answer(dialog)
        if chosen:
            self.last.remember(chosen[0].parent)
        return chosen


def _dialog(parent: QWidget, title: str, act: str, folder: Path) -> QFileDialog:
    dialog = QtWidgets.QFileDialog(parent, title, str(folder))
    names = dialog.DialogLabel
    # The French of Qt lacks some of these: they were reworded in English since.
    dialog.setLabelText(names.LookIn, _("Dans le dossier\u00a0:"))
    dialog.setLabelText(names.FileName, _("Nom du fichier\u00a0:"))
    dialog.setLabelText(names.FileType, _("Type de fichier\u00a0:"))
    dialog.setLabelText(names.Accept, act)
    dialog.setIconProvider(_kinds())
    return dialog


@cache
def _kinds() -> QFileIconProvider:
    """One for all dialogs: Qt does not own it, and it has to live as long as they do."""

    class Kinds(QtWidgets.QFileIconProvider):
        """Says in French what Qt says in English, where it draws the dialog itself."""

        def type(self, info: QFileInfo, /) -> str:
            if info.isDir():
                return _("Dossier")
            return _("Fichier {ending}", ending=info.suffix()) if info.suffix() else _("Fichier")

    return Kinds()


def _answer(dialog: QFileDialog) -> list[Path]:
    # Last: Qt names it anew with the kind of what is chosen.
    dialog.setLabelText(dialog.DialogLabel.Reject, _("Annuler"))
    was_accepted = bool(dialog.exec())
    chosen = [Path(name) for name in dialog.selectedFiles()] if was_accepted else []
    dialog.deleteLater()
    return chosen


def open_path(path: Path) -> None:
    """Open a file with the program of its kind, or show a folder in the file manager."""
    QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path)))
