"""Answers through the real widgets for ever, and says on its output what was shown as saved.

Started and killed by `test_kill.py`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from cap_desktop import app
from cap_desktop.gui.answering.answer_fields import LevelField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.structure.welcome_page import WelcomePage

PROFILE = {
    "structure_type": ("ai",),
    "legal_form": ("association",),
    "size_band": ("moins_de_onze",),
    "private_clients": ("oui",),
    "volunteers": ("oui",),
}


def main(folder: Path, turn: int) -> None:
    qt = looks.application([])
    program = app.Program(folder, lambda: datetime.now(UTC))
    window = program.window
    session = window.session
    pending: list[str] = []
    level = turn

    def begin() -> None:
        window.page(WelcomePage).name.setText("Robot")
        for field, options in PROFILE.items():
            for option in options:
                window.page(WelcomePage).boxes[field][option].setChecked(True)
        window.page(WelcomePage).go.click()

    def answer() -> None:
        nonlocal level
        page = window.page(AnsweringPage)
        while not isinstance(page.field, LevelField):
            page.go_next()
            if window.pages.currentWidget() is window.page(ResultsPage):
                window.go(ToQuestion("projet_ecrit"))
        level += 1
        assert page.entry is not None
        kept = session.current
        if kept is not None and kept.answer(page.entry.id).value == f"n{level % 5}":
            level += 1
        pending.append(f"{page.entry.id} n{level % 5}")
        QTest.keyClick(page, Qt.Key(Qt.Key.Key_0 + level % 5))

    def saved(_at: str) -> None:
        # What a person has seen as saved: from here on it may never be lost.
        sys.stdout.write(pending.pop(0) + "\n")
        sys.stdout.flush()
        window.page(AnsweringPage).go_next()
        if window.pages.currentWidget() is window.page(ResultsPage):
            window.go(ToQuestion("projet_ecrit"))
        QTimer.singleShot(0, answer)

    def opened() -> None:
        window.go(ToQuestion("projet_ecrit"))
        QTimer.singleShot(0, answer)

    session.nothing_open.connect(begin)
    session.opened.connect(opened)
    session.saved.connect(saved)
    program.open()
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
