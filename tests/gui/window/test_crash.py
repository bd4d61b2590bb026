"""A fault nobody foresaw is told in French and written down."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cap_desktop.gui.window.crash import tell_faults
from cap_desktop.gui.window.fault_dialog import LIMIT


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    before = sys.excepthook
    path = tmp_path / "incidents.log"
    tell_faults(path, lambda: None)
    yield path
    sys.excepthook = before


def _meet(error: Exception) -> list[str]:
    """Let an error reach the hook, and close the dialog that comes."""
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog.windowTitle())
        seen.extend(text.toPlainText() for text in dialog.findChildren(QPlainTextEdit))
        dialog.reject()

    QTimer.singleShot(0, close)
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - what is tested is what reaches nobody else
        sys.excepthook(type(caught), caught, caught.__traceback__)
    return seen


def test_a_fault_is_told_and_its_details_are_kept(log: Path, qtbot: QtBot) -> None:
    del qtbot
    seen = _meet(RuntimeError("tout neuf"))
    for told in (seen[1], log.read_text(encoding="utf-8")):
        assert "RuntimeError" in told
        assert "in _meet" in told


def test_what_an_error_says_of_an_answer_is_neither_shown_nor_written(
    log: Path, qtbot: QtBot
) -> None:
    del qtbot
    seen = _meet(KeyError("une réponse confidentielle"))
    assert "confidentielle" not in "".join(seen)
    assert "confidentielle" not in log.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
def test_the_log_is_for_its_person_alone(log: Path, qtbot: QtBot) -> None:
    del qtbot
    _meet(RuntimeError("tout neuf"))
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_the_log_does_not_grow_for_ever(log: Path, qtbot: QtBot) -> None:
    del qtbot
    log.write_text("x" * (LIMIT + 1), encoding="utf-8")
    _meet(RuntimeError("encore"))
    assert log.stat().st_size < LIMIT
