"""The plan by keyboard alone, and in any window."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from cap_desktop.gui.kit.section import FoldingSection
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.session.destinations import ToPlan
from tests.gui.driving import Driven
from tests.gui.plan.planned import edited, page_of, plan_of, titles


def test_an_action_is_written_by_keyboard_alone(planned: Driven) -> None:
    page = page_of(planned)
    control = Qt.KeyboardModifier.ControlModifier
    planned.saved(lambda: QTest.keyClick(page, Qt.Key.Key_N, control))
    title = page.editor.texts["title"]
    assert title.edit.hasFocus()
    QTest.keyClicks(title.edit, "Ouvrir le samedi")
    planned.saved(lambda: QTest.keyClick(title.edit, Qt.Key.Key_Return))
    assert edited(planned).title == "Ouvrir le samedi"
    QTest.keyClick(title.edit, Qt.Key.Key_Tab)
    assert page.editor.fields.themes.hasFocus()
    QTest.keyClick(page.editor.fields.themes, Qt.Key.Key_Backtab)
    assert title.edit.hasFocus()
    QTest.keyClick(title.edit, Qt.Key.Key_Escape)
    assert not page.editor.isVisible()
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert edited(planned).title == "Ouvrir le samedi"


def test_tab_follows_the_reading_through_the_ideas_to_the_table(planned: Driven) -> None:
    page = page_of(planned)
    first = page.ideas.cards[0]
    page.new.setFocus()
    QTest.keyClick(page.new, Qt.Key.Key_Tab)
    assert page.ideas.all.hasFocus()
    QTest.keyClick(page.ideas.all, Qt.Key.Key_Space)
    for stop in (first.why, first.aside, first.add):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus(), stop.accessibleName()
    page.filters.down.setFocus()
    QTest.keyClick(page.filters.down, Qt.Key.Key_Tab)
    assert page.table.hasFocus()


def test_f6_goes_from_zone_to_zone(planned: Driven) -> None:
    page = page_of(planned)
    assert page.new.hasFocus()
    QTest.keyClick(page.new, Qt.Key.Key_F6)
    assert page.table.hasFocus()
    page.edit(plan_of(planned).actions[0].id)
    page.editor.fields.remove.setFocus()
    QTest.keyClick(page.editor.fields.remove, Qt.Key.Key_F6)
    assert planned.window.bar.isAncestorOf(planned.window.focusWidget())
    QTest.keyClick(planned.window.focusWidget(), Qt.Key.Key_F6)
    assert page.new.hasFocus()


def test_in_a_narrow_window_an_action_takes_the_place_of_the_table(planned: Driven) -> None:
    window, page = planned.window, page_of(planned)
    window.resize(1024, 640)
    planned.qtbot.waitUntil(lambda: page.width() == 1024)
    page.edit(plan_of(planned).actions[0].id)
    assert page.body.area.isVisible()
    window.setMinimumSize(0, 0)
    window.resize(900, 640)
    planned.qtbot.waitUntil(lambda: not page.body.area.isVisible())
    assert page.editor.isVisible()
    QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    assert page.body.area.isVisible()
    assert not page.editor.isVisible()


@pytest.mark.parametrize("size", [100, 120, 150, 200])
def test_nothing_is_cut_at_any_size_of_the_text(planned: Driven, size: int) -> None:
    window = planned.window
    window.settings_wanted.emit(window.settings.with_text_size(size))
    planned.window.resize(1366, 720)
    planned.window.go(ToPlan())
    page = page_of(planned)
    planned.qtbot.waitUntil(lambda: page.width() == planned.window.width())
    assert _fits(page)
    page.what_if.click()
    planned.qtbot.waitUntil(lambda: bool(page.projection.bars))
    assert _fits(page)
    page.edit(plan_of(planned).actions[0].id)
    for section in page.editor.findChildren(FoldingSection):
        section.open(is_open=True)
    assert _fits(page)


def _fits(page: PlanPage) -> bool:
    """True where nothing that is in sight is wider than the room it has, once it is drawn."""
    for _ in range(3):
        page.window().grab()
        QCoreApplication.processEvents()
    shown = [area for area in (page.body.area, page.editor.fields.area) if area.isVisible()]
    pairs = [(area.widget(), area.viewport().width()) for area in shown]
    return all(inside and inside.minimumSizeHint().width() <= room for inside, room in pairs)


def test_an_action_that_was_begun_and_left_as_it_was_is_gone(planned: Driven) -> None:
    page, stack = page_of(planned), planned.window.session.undo_stack
    before, undoable = titles(planned), stack.undoText()
    planned.saved(lambda: QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
    title = page.editor.texts["title"].edit
    assert title.hasFocus()
    planned.saved(lambda: QTest.keyClick(title, Qt.Key.Key_Escape))
    assert titles(planned) == before
    assert page.body.count.text().startswith("8 actions")
    assert stack.undoText() == undoable


def test_all_that_every_action_needs_is_in_sight_on_a_small_laptop(planned: Driven) -> None:
    page = page_of(planned)
    planned.window.resize(1366, 720)
    planned.qtbot.waitUntil(lambda: page.width() == 1366)
    page.edit(plan_of(planned).actions[1].id)
    fields = page.editor.fields
    planned.qtbot.waitUntil(lambda: fields.state.isVisible() and fields.gain.isVisible())
    seen = fields.area.viewport()
    planned.qtbot.waitUntil(
        lambda: all(
            seen.rect().contains(made.mapTo(seen, made.rect().bottomRight()))
            for made in (fields.themes, fields.priority, page.editor.due, fields.progress)
        )
    )
    boxes = QFontMetrics(fields.themes.font())
    longest = max(
        boxes.horizontalAdvance(fields.themes.itemText(rank))
        for rank in range(fields.themes.count())
    )
    option = QStyleOptionComboBox()
    fields.themes.initStyleOption(option)
    field = fields.themes.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        fields.themes,
    )
    assert longest <= field.width()
