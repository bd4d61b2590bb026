"""The actions in the order that is wanted, those that are wanted, and without one."""

from datetime import date

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.plan.plan_model import PlanColumn
from cap_desktop.gui.plan.plan_page import PlanPage
from tests.gui.driving import Driven
from tests.gui.plan.planned import page_of, plan_of, titles


def _shown(driven: Driven) -> list[str]:
    return [row.title for row in page_of(driven).table.rows.rows]


def test_alt_and_an_arrow_move_an_action(planned: Driven) -> None:
    table = page_of(planned).table
    before = titles(planned)
    table.show_current(plan_of(planned).actions[0].id)
    table.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    planned.saved(lambda: QTest.keyClick(table, Qt.Key.Key_Down, alt))
    assert titles(planned)[:2] == [before[1], before[0]]
    assert table.current == plan_of(planned).actions[1].id
    planned.saved(page_of(planned).filters.up.click)
    assert titles(planned) == before


def test_two_arrows_pressed_at_once_move_an_action_by_two(planned: Driven) -> None:
    table = page_of(planned).table
    before = titles(planned)
    table.show_current(plan_of(planned).actions[0].id)
    table.setFocus()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    planned.qtbot.waitUntil(lambda: planned.window.session.unsaved == 0)
    assert titles(planned) == [*before[1:3], before[0], *before[3:]]
    planned.saved(planned.window.session.undo_stack.undo)
    assert titles(planned) == [before[1], before[0], *before[2:]]


def test_a_row_that_is_dropped_moves_once_it_is_kept(planned: Driven) -> None:
    model = page_of(planned).table.rows
    before = titles(planned)
    data: QMimeData = model.mimeData([model.index(0, PlanColumn.ACTION)])
    move = Qt.DropAction.MoveAction
    planned.saved(lambda: model.dropMimeData(data, move, 3, 0, QModelIndex()))
    assert titles(planned) == [*before[1:3], before[0], *before[3:]]


def test_a_header_sorts_both_ways_and_a_third_click_gives_the_order_back(planned: Driven) -> None:
    page = page_of(planned)
    header, orders = page.table.horizontalHeader(), page.filters.orders
    due_of = {action.title: action.due for action in plan_of(planned).actions}
    dues = sorted(due for due in due_of.values() if due)
    assert dues[0] == date(2026, 9, 30) < dues[-1]
    header.sectionClicked.emit(PlanColumn.DUE)
    assert _shown(planned)[0] == "Ouvrir le jardin aux habitants une fois par mois"
    assert [due_of[title] for title in _shown(planned)][: len(dues)] == dues
    assert orders.currentData() == "due"
    assert not page.filters.up.isEnabled()
    header.sectionClicked.emit(PlanColumn.DUE)
    assert [due_of[title] for title in _shown(planned)][: len(dues)] == dues[::-1]
    assert orders.currentData() == "-due"
    assert not page.filters.up.isEnabled()
    header.sectionClicked.emit(PlanColumn.DUE)
    assert _shown(planned) == titles(planned)
    assert orders.currentData() == "given"


def test_filters_keep_what_is_late_or_of_one_owner(planned: Driven) -> None:
    filters = page_of(planned).filters
    filters.states.setCurrentIndex(filters.states.findData("late"))
    filters.changed.emit()
    assert _shown(planned) == ["Ouvrir le registre des données personnelles"]
    filters.owners.setCurrentIndex(filters.owners.findData("Direction"))
    filters.changed.emit()
    assert _shown(planned) == []
    assert page_of(planned).body.nothing.isVisible()
    page_of(planned).body.show_all.click()
    assert len(_shown(planned)) == 8


def test_a_removed_action_comes_back_by_the_toast(planned: Driven) -> None:
    page = page_of(planned)
    before = titles(planned)
    page.table.show_current(plan_of(planned).actions[1].id)
    page.table.setFocus()
    planned.saved(lambda: QTest.keyClick(page.table, Qt.Key.Key_Delete))
    assert titles(planned) == [before[0], *before[2:]]
    toast = planned.window.strip.toast
    assert toast.words.text() == "Action “Suivre le nombre d’heures des emplois trouvés” supprimée."
    toast.act.setFocus()
    planned.saved(toast.act.click)
    assert titles(planned) == before
    assert page.table.hasFocus()
    assert page.table.current == plan_of(planned).actions[1].id
    assert toast.words.text().endswith("rétablie.")


def test_a_toast_stays_while_the_keyboard_is_on_it(planned: Driven) -> None:
    toast = planned.window.strip.toast
    toast.say("Action supprimée.", ("Annuler", lambda: None))
    assert toast._left.isActive()
    toast.act.setFocus()
    assert not toast._left.isActive()
    page_of(planned).table.setFocus()
    assert toast._left.isActive()
    toast._left.timeout.emit()
    assert not toast.isVisible()


def test_more_than_twelve_open_actions_are_warned_about(planned: Driven) -> None:
    desk = planned.window.page(PlanPage).desk
    assert not page_of(planned).body.warning.isVisible()
    for _ in range(6):
        desk.write_action()
    planned.qtbot.waitUntil(lambda: len(titles(planned)) == 14)
    assert page_of(planned).body.warning.isVisible()
    assert "12 actions ouvertes" in page_of(planned).body.warning.text()
