"""Several actions at once, an action like another one, and every column sorted both ways."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.plan.plan_model import PlanColumn
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.plan.plan_table import SORTED
from cap_desktop.gui.session.destinations import ToPlan
from tests.gui.driving import Driven


@pytest.fixture
def page(demonstrated: Driven) -> PlanPage:
    demonstrated.window.go(ToPlan())
    made = demonstrated.window.page(PlanPage)
    demonstrated.qtbot.waitUntil(lambda: made.desk.current is not None)
    return made


def _titles(page: PlanPage) -> list[str]:
    assert page.desk.current is not None
    return [action.title for action in page.desk.current.actions]


def _choose_three(page: PlanPage) -> None:
    """Choose the first three by keyboard."""
    page.table.show_current(page.table.rows.rows[0].action)
    page.table.setFocus()
    for _step in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_three_are_removed_at_once_and_come_back_at_once(
    demonstrated: Driven, page: PlanPage
) -> None:
    before = _titles(page)
    _choose_three(page)
    assert page.body.several.isVisible()
    assert page.body.several.words.text() == "3 actions choisies"
    demonstrated.saved(lambda: QTest.keyClick(page.table, Qt.Key.Key_Delete))
    demonstrated.qtbot.waitUntil(lambda: _titles(page) == before[3:])
    assert demonstrated.window.strip.toast.words.text() == "3 actions supprimées."
    assert not page.body.several.isVisible()
    demonstrated.saved(demonstrated.window.session.undo_stack.undo)
    demonstrated.qtbot.waitUntil(lambda: _titles(page) == before)


def test_one_owner_is_given_to_three_and_taken_back_in_one_step(
    demonstrated: Driven, page: PlanPage
) -> None:
    assert page.desk.current is not None
    before = [action.owner for action in page.desk.current.actions]

    def owners() -> list[str]:
        assert page.desk.current is not None
        return [action.owner for action in page.desk.current.actions]

    _choose_three(page)
    owner = page.body.several.owner
    owner.setFocus()
    QTest.keyClicks(owner, "Direction, accueil")
    demonstrated.saved(lambda: QTest.keyClick(owner, Qt.Key.Key_Return))
    demonstrated.qtbot.waitUntil(lambda: owners() == ["Direction, accueil"] * 3 + before[3:])
    demonstrated.saved(demonstrated.window.session.undo_stack.undo)
    demonstrated.qtbot.waitUntil(lambda: owners() == before)


def test_a_copy_stands_after_its_model_opens_and_is_still_to_be_launched(
    demonstrated: Driven, page: PlanPage
) -> None:
    before = _titles(page)
    page.edit(page.table.rows.rows[1].action)
    demonstrated.saved(page.editor.fields.duplicate.click)
    copy = f"{before[1]} (copie)"
    demonstrated.qtbot.waitUntil(lambda: _titles(page) == [*before[:2], copy, *before[2:]])
    demonstrated.qtbot.waitUntil(lambda: page.editor.texts["title"].edit.toPlainText() == copy)
    assert page.desk.current is not None
    assert page.desk.current.action(page.editor.action).state == "todo"


@pytest.mark.only_looks
@pytest.mark.parametrize("column", list(SORTED))
def test_every_header_sorts_both_ways_with_its_arrow(page: PlanPage, column: PlanColumn) -> None:
    header = page.table.horizontalHeader()
    shown = []
    for way in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        header.sectionClicked.emit(column)
        assert header.isSortIndicatorShown()
        assert header.sortIndicatorSection() == column
        assert header.sortIndicatorOrder() == way
        assert page.filters.orders.currentData().removeprefix("-") == SORTED[column]
        shown.append([row.action for row in page.table.rows.rows])
    assert shown[0] != shown[1]
    assert sorted(shown[0]) == sorted(shown[1])
