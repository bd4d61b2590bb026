"""Presses the keys of the digits on a real screen and says which levels and page they chose.

    python -m tests.gui.window.keyboard_robot FOLDER    a line of JSON

Started by `test_real_keyboard.py`, on a screen of its own whose keyboard has a French layout.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cap_desktop import app
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.window.main_window import MainWindow
from tests.folders import clock
from tests.patience import PATIENCE

QUESTION = "projet_ecrit"
ZERO, FIRST = 19, 10
KEYPAD = {"4": "KP_4", "1": "KP_1"}
"""The keys of the keypad are known by their name, those of the row by their place."""


def _wait(is_so: Callable[[], object]) -> bool:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            return False
        QApplication.processEvents()
        time.sleep(0.005)
    return True


def _press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True)


def _code(digit: str) -> str:
    return str(ZERO if digit == "0" else FIRST + int(digit) - 1)


def _shows(window: MainWindow, page: str) -> bool:
    return type(window.pages.currentWidget()).__name__ == page


def main(folder: Path) -> None:
    looks.application(sys.argv[:1])
    program = app.Program(folder, clock)
    window = program.window
    program.open()
    _wait(lambda: program.session.is_ready and not program._lane.is_busy)
    window.activateWindow()
    _wait(window.isActiveWindow)

    def level() -> object:
        current = program.session.current
        assert current is not None
        return current.answer(QUESTION).value

    def chooses(key: str, digit: str) -> bool:
        window.go(ToQuestion(QUESTION))
        _press(key)
        return _wait(lambda: level() == f"n{digit}")

    keys = [(_code(digit), digit) for digit in "40312"]
    keys += [(f"shift+{_code(digit)}", digit) for digit in "403"]
    keys += [(name, digit) for digit, name in KEYPAD.items()]
    missed = [key for key, digit in keys if not chooses(key, digit)]
    for rank, page in enumerate(("HomePage", "AnsweringPage", "ResultsPage", "PlanPage"), start=1):
        _press(f"ctrl+{_code(str(rank))}")
        if not _wait(partial(_shows, window, page)):
            missed.append(f"ctrl+{rank}")
    program.close()
    sys.stdout.write(json.dumps({"pressed": len(keys) + 4, "missed": missed}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
