"""Files and folders as the system shows them: where to write, what to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget


def ask_path(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where to write a file, `name` by default; None where nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there; None where nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def open_path(path: Path) -> None:
    """Open a file with the program of its kind, or show a folder in the file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
