"""The dialogs of files: in French, and where the person was last."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.platform import system_dialogs
from cap_desktop.gui.platform.system_dialogs import LastFolder, ask_files, ask_folder, ask_path
from tests.folders import clock

ENGLISH = ("look", "file", "type:", "folder", "name:", "open", "save", "cancel", "choose")


@pytest.fixture
def last(monkeypatch: pytest.MonkeyPatch) -> LastFolder:
    made = LastFolder()
    monkeypatch.setattr(system_dialogs, "last_folder", made)
    return made


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
    qtbot: QtBot, last: LastFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    kept: list[Path] = []
    last.listener = kept.append
    documents, folder = last.start(), tmp_path / "Rapports"
    folder.mkdir()
    shown = _choose(monkeypatch, folder / "rapport.pdf")
    assert ask_path(window, "Rapport", "rapport.pdf", "*.pdf") == folder / "rapport.pdf"
    _choose(monkeypatch, None)
    assert ask_files(window, "Preuve") == []
    assert ask_folder(window, "Dossier") is None
    assert shown[0][0] == documents
    assert kept == [folder]
    assert last.start() == folder
    folder.rmdir()
    assert last.start() == documents


def test_no_word_of_a_dialog_is_english(
    qtbot: QtBot, last: LastFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    last.path = tmp_path
    shown = _choose(monkeypatch, None)
    ask_path(window, "Rapport", "rapport.pdf", "*.pdf")
    ask_folder(window, "Dossier")
    ask_files(window, "Preuve")
    said = [word.replace("&", "").lower() for _folder, words in shown for word in words]
    assert [word for word in said if word.startswith(ENGLISH)] == []
    assert "dans le dossier\u00a0:" in said


@pytest.mark.usefixtures("qtbot")
def test_the_last_folder_is_there_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = app.Program(tmp_path / "donnees", clock)
    system_dialogs.last_folder.remember(tmp_path)
    program.close()
    program.window.deleteLater()
    fresh = LastFolder()
    monkeypatch.setattr(system_dialogs, "last_folder", fresh)
    again = app.Program(tmp_path / "donnees", clock)
    assert fresh.path == tmp_path
    again.close()
    again.window.deleteLater()
