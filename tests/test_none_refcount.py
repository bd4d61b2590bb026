"""Guard: PySide6 6.12.0 loses a reference to None at every call on Python 3.11.

After some thousands of calls the interpreter dies. The pin to 6.11.3 can be lifted when
a release passes this test.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_qt_calls_keep_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("x")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert sys.getrefcount(None) > before - CALLS // 10
