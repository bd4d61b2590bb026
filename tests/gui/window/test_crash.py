"""A fault nobody foresaw is told in French and written down."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cap_desktop.gui.window.crash import LIMIT, tell_faults


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
    assert "tout neuf" in "".join(seen[1:])
    assert "RuntimeError: tout neuf" in log.read_text(encoding="utf-8")


def test_the_log_does_not_grow_for_ever(log: Path, qtbot: QtBot) -> None:
    del qtbot
    log.write_text("x" * (LIMIT + 1), encoding="utf-8")
    _meet(RuntimeError("encore"))
    assert log.stat().st_size < LIMIT
