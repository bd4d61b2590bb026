"""Presses the keys of the digits on a real screen and says which levels and page they chose.

    python -m tests.gui.window.keyboard_robot FOLDER    a line of JSON a key

Started by `test_real_keyboard.py`, on a screen of its own whose keyboard has a French layout.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

from cap_desktop import app
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.window.main_window import MainWindow
from tests.folders import clock
from tests.gui.robots import comes
from tests.patience import PATIENCE

QUESTION = "projet_ecrit"
ZERO, FIRST = 19, 10
KEYPAD = {"4": "KP_4", "1": "KP_1"}
"""The keys of the keypad are known by their name, those of the row by their place."""


def _press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True, timeout=PATIENCE)


def _code(digit: str) -> str:
    return str(ZERO if digit == "0" else FIRST + int(digit) - 1)


def _shows(window: MainWindow, page: str) -> bool:
    return type(window.pages.currentWidget()).__name__ == page


def main(folder: Path) -> None:
    looks.application(sys.argv[:1])
    program = app.Program(folder, clock)
    window = program.window
    program.open()
    comes(lambda: program.session.is_ready and not program._lane.is_busy)
    window.activateWindow()
    comes(window.isActiveWindow)

    def level() -> object:
        current = program.session.current
        assert current is not None
        return current.answer(QUESTION).value

    def chooses(key: str, digit: str) -> bool:
        window.go(ToQuestion(QUESTION))
        _press(key)
        return comes(lambda: level() == f"n{digit}")

    def say(key: str, *, is_heard: bool) -> None:
        sys.stdout.write(json.dumps([key, is_heard]) + "\n")
        sys.stdout.flush()

    keys = [(_code(digit), digit) for digit in "40312"]
    keys += [(f"shift+{_code(digit)}", digit) for digit in "403"]
    keys += [(name, digit) for digit, name in KEYPAD.items()]
    for key, digit in keys:
        say(key, is_heard=chooses(key, digit))
    for rank, page in enumerate(("HomePage", "AnsweringPage", "ResultsPage", "PlanPage"), start=1):
        _press(f"ctrl+{_code(str(rank))}")
        say(f"ctrl+{rank}", is_heard=comes(partial(_shows, window, page)))
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
