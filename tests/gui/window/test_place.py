"""The window comes back as it was left, on the screens that are there, and forward when asked."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from cap_desktop.gui.platform.first_window import call
from cap_desktop.gui.platform.window_place import fit, on_screen
from cap_desktop.preferences import load
from tests.gui.driving import Open, begun

CALLS = """
import sys
from pathlib import Path
from cap_desktop.gui.platform.first_window import call
sys.exit(not call(Path(sys.argv[1])))
"""
LAPTOP, BESIDE = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("wanted", "screens", "found"),
    [
        (QRect(20, 30, 1100, 650), [LAPTOP], QRect(20, 30, 1100, 650)),
        (QRect(1500, 100, 1400, 800), [LAPTOP, BESIDE], QRect(1500, 100, 1400, 800)),
        (QRect(1500, 100, 1400, 800), [LAPTOP], QRect(0, 0, 1366, 728)),
        (QRect(-900, -50, 1100, 650), [LAPTOP], QRect(0, 0, 1100, 650)),
        (QRect(300, 300, 1100, 650), [LAPTOP], QRect(266, 78, 1100, 650)),
        (QRect(20, 30, 1100, 650), [], QRect(20, 30, 1100, 650)),
    ],
)
def test_a_window_is_wholly_on_a_screen_that_is_there(
    wanted: QRect, screens: list[QRect], found: QRect
) -> None:
    assert on_screen(wanted, screens) == found


def test_a_first_window_is_no_larger_than_a_small_screen(open_window: Open) -> None:
    driven = open_window()
    screen = QGuiApplication.primaryScreen().availableGeometry().size()
    window = QMainWindow()
    driven.qtbot.addWidget(window)
    window.resize(screen.width() + 300, screen.height() + 40)
    fit(window)
    assert window.size() == screen
    window.resize(screen.width() - 10, screen.height() - 20)
    fit(window)
    assert window.size() == screen - QSize(10, 20)
    driven.close()


def test_the_size_of_the_window_is_found_again(open_window: Open, tmp_path: Path) -> None:
    driven = begun(open_window)
    driven.window.setMinimumSize(1, 1)
    driven.window.setGeometry(12, 14, 640, 500)
    driven.close()
    kept = load(tmp_path / "donnees" / "reglages.json").window
    assert kept is not None
    assert (kept.x, kept.y, kept.width, kept.height) == (12, 14, 640, 500)
    again = open_window()
    assert again.program.settings.window == kept
    again.window.showMaximized()
    QApplication.processEvents()
    again.close()
    kept = load(tmp_path / "donnees" / "reglages.json").window
    assert kept is not None
    assert kept.is_maximised
    third = open_window()
    assert third.window.isMaximized()
    third.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_start_brings_the_first_window_forward(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    driven = begun(open_window)
    driven.window.showMinimized()
    QApplication.processEvents()
    assert driven.window.isMinimized()
    second = subprocess.Popen([sys.executable, "-c", CALLS, str(tmp_path / "donnees")])
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not driven.window.isMinimized())
    assert driven.window.isVisible()
    driven.close()
    assert not call(tmp_path / "donnees")


def test_the_window_bears_the_compass(open_window: Open) -> None:
    driven = open_window()
    assert not driven.window.windowIcon().isNull()
    driven.close()
