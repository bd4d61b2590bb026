"""The plan under quick hands: what is typed, undone or left half-way is kept or told."""

from collections.abc import Callable
from datetime import date
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions

from cap_desktop.domain.plan import Action
from cap_desktop.errors import CapError, NotSaved
from cap_desktop.gui.pages.plan import PlanPage
from cap_desktop.gui.plan_desk import PlanDesk
from tests.gui.conftest import Driven

Open = Callable[[], Driven]


@pytest.fixture
def planned(demonstrated: Driven) -> Driven:
    """The plan of the demonstration in sight."""
    _read(demonstrated)
    return demonstrated


def _read(driven: Driven) -> None:
    driven.window.show_plan()
    driven.qtbot.waitUntil(lambda: _desk(driven).current is not None)


def _page(driven: Driven) -> PlanPage:
    return driven.window.plan


def _desk(driven: Driven) -> PlanDesk:
    return driven.window.desk


def _names(driven: Driven) -> list[str]:
    opened = _desk(driven).current
    assert opened is not None
    return [action.id for action in opened.actions]


def _action(driven: Driven, name: str) -> Action:
    opened = _desk(driven).current
    assert opened is not None
    return opened.action(name)


# --- Undone faster than saved --------------------------------------------------------------


def test_a_move_and_a_removal_are_undone_at_once(planned: Driven) -> None:
    before = _names(planned)
    planned.saved(lambda: _desk(planned).shift(before[0], 1))
    planned.saved(lambda: _page(planned).remove(before[0]))
    with capture_exceptions() as raised:
        for _press in range(2):
            QTest.keyClick(planned.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        planned.qtbot.waitUntil(lambda: planned.window.workspace.unsaved == 0)
    assert raised == []
    assert _names(planned) == before


def test_a_restored_action_is_moved_from_where_it_stood(planned: Driven) -> None:
    before = _names(planned)
    planned.saved(lambda: _page(planned).remove(before[3]))
    _desk(planned).restore(before[3])
    planned.saved(lambda: _desk(planned).shift(before[3], -1))
    assert _names(planned)[2:4] == [before[3], before[2]]


def test_a_fault_in_a_step_that_is_undone_is_told_and_ends_nothing(planned: Driven) -> None:
    stack = planned.window.workspace.undo_stack

    def fail() -> NoReturn:
        raise RuntimeError

    planned.window.workspace.do("rien", lambda: None, fail)
    with capture_exceptions() as raised:
        stack.undo()
    assert [kind for kind, _error, _trace in raised] == [RuntimeError]
    assert stack.canRedo()
