"""The plan of the demonstration, and how a test reads and drives it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cap_desktop.domain.plan.plan import Action
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.services.local.open_plan import OpenPlan
from tests.gui.driving import Driven


def page_of(driven: Driven) -> PlanPage:
    return driven.window.page(PlanPage)


def plan_of(driven: Driven) -> OpenPlan:
    opened = page_of(driven).desk.current
    assert opened is not None
    return opened


def titles(driven: Driven) -> list[str]:
    return [action.title for action in plan_of(driven).actions]


def edited(driven: Driven) -> Action:
    return plan_of(driven).action(page_of(driven).editor.action)


def rank(driven: Driven, words: str) -> None:
    """Choose a priority by its first letter, as in any list."""
    box = page_of(driven).editor.fields.priority
    box.setFocus()
    # Else two letters that come soon after each other are the beginning of one word.
    usual = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(0)
    QTest.keyClicks(box, words[0])
    QApplication.setKeyboardInputInterval(usual)


def press(driven: Driven, words: str) -> None:
    """Press the segment or button that has these words in its accessible name."""
    found = [
        made
        for made in page_of(driven).editor.findChildren(QPushButton)
        if made.accessibleName().endswith(words)
    ]
    found[0].click()
