from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cap_desktop.gui.main_window import MainWindow


def test_the_problems_of_a_file_are_listed_and_take_the_focus(qtbot: QtBot) -> None:
    window = MainWindow(lambda path: [f"{path.name}\u00a0: titre vide."])
    qtbot.addWidget(window)
    window.show()
    window.show_file(Path("cap.json"))
    assert "1 problème" in window.findings.toPlainText()
    assert "titre vide" in window.findings.toPlainText()


def test_a_valid_file_is_said_to_be_valid(qtbot: QtBot) -> None:
    window = MainWindow(lambda _path: [])
    qtbot.addWidget(window)
    window.show_file(Path("cap.json"))
    assert "valable" in window.findings.toPlainText()


def test_the_keyboard_reaches_the_only_button(qtbot: QtBot) -> None:
    window = MainWindow(lambda _path: [])
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.open_button
    assert window.findings.accessibleName()
