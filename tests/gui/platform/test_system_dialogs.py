"""The dialogs of files: in French, and where the person was last."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.platform.system_dialogs import FileDialogs, LastFolder
from tests.folders import clock

ENGLISH = ("look", "file", "type:", "folder", "name:", "open", "save", "cancel", "choose")


@pytest.fixture
def dialogs() -> FileDialogs:
    return FileDialogs(LastFolder())


def _choose(
    monkeypatch: pytest.MonkeyPatch, path: Path | None
) -> list[tuple[Path, frozenset[str]]]:
    """Answer the dialog as a person does; what it showed comes back."""
    shown: list[tuple[Path, frozenset[str]]] = []

    def answer(dialog: QFileDialog) -> int:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        words = {made.text() for made in dialog.findChildren(QLabel)}
        words |= {made.text() for made in dialog.findChildren(QPushButton)}
        files = dialog.findChild(QTreeView)
        assert isinstance(files, QTreeView)
        shown.append((Path(dialog.directory().path()), frozenset(words)))
        if path is not None:
            dialog.selectFile(str(path))
        return int(path is not None)

    monkeypatch.setattr(QFileDialog, "exec", answer)
    return shown


def test_a_dialog_opens_in_the_documents_then_where_a_file_was_chosen(
    qtbot: QtBot, dialogs: FileDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, last = QWidget(), dialogs.last
    qtbot.addWidget(window)
    kept: list[Path] = []
    last.listener = kept.append
    documents, folder = last.start(), tmp_path / "Rapports"
    folder.mkdir()
    shown = _choose(monkeypatch, folder / "rapport.pdf")
    assert dialogs.ask_path(window, "Rapport", "rapport.pdf", "*.pdf") == folder / "rapport.pdf"
    _choose(monkeypatch, None)
    assert dialogs.ask_files(window, "Preuve") == []
    assert dialogs.ask_folder(window, "Dossier") is None
    assert shown[0][0] == documents
    assert kept == [folder]
    assert last.start() == folder
    folder.rmdir()
    assert last.start() == documents


def test_a_name_typed_without_its_ending_has_that_of_its_kind(
    qtbot: QtBot, dialogs: FileDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    _choose(monkeypatch, tmp_path / "ma synthèse")
    chosen = dialogs.ask_path(window, "Synthèse", "CAP-2026-synthese.pdf", "*.pdf")
    assert chosen == tmp_path / "ma synthèse.pdf"


def test_no_word_of_a_dialog_is_english(
    qtbot: QtBot, dialogs: FileDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs.last.path = tmp_path
    shown = _choose(monkeypatch, None)
    dialogs.ask_path(window, "Rapport", "rapport.pdf", "*.pdf")
    dialogs.ask_folder(window, "Dossier")
    dialogs.ask_files(window, "Preuve")
    said = [word.replace("&", "").lower() for _folder, words in shown for word in words]
    assert [word for word in said if word.startswith(ENGLISH)] == []
    assert "dans le dossier\u00a0:" in said


@pytest.mark.usefixtures("qtbot")
def test_the_last_folder_is_there_at_the_next_start_of_the_same_data(tmp_path: Path) -> None:
    program = app.Program(tmp_path / "donnees", clock)
    program.dialogs.last.remember(tmp_path)
    program.close()
    program.window.deleteLater()
    again = app.Program(tmp_path / "donnees", clock)
    other = app.Program(tmp_path / "autres", clock)
    assert again.dialogs.last.path == tmp_path
    assert other.dialogs.last.path is None
    other.close()
    other.window.deleteLater()
    again.close()
    again.window.deleteLater()
