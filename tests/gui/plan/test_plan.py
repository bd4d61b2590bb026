"""The plan page: from an idea to an action that is done, by mouse and by keyboard alone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
)

from cap_desktop.domain.plan.plan import Action
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.home.home_words import what_now
from cap_desktop.gui.kit.section import FoldingSection
from cap_desktop.gui.plan.plan_model import PlanColumn
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToHome, ToPlan
from cap_desktop.gui.session.tasks import WriteExport
from cap_desktop.services.local.open_plan import OpenPlan
from tests.gui.accessible import nameless, walk
from tests.gui.driving import Driven, Open, begun, refuse_to_save


@pytest.fixture
def planned(demonstrated: Driven) -> Driven:
    """The plan of the demonstration in sight: eight actions, one late, one dropped."""
    demonstrated.window.go(ToPlan())
    demonstrated.qtbot.waitUntil(
        lambda: demonstrated.window.page(PlanPage).desk.current is not None
    )
    return demonstrated


def _page(driven: Driven) -> PlanPage:
    return driven.window.page(PlanPage)


def _opened(driven: Driven) -> OpenPlan:
    opened = driven.window.page(PlanPage).desk.current
    assert opened is not None
    return opened


def _titles(driven: Driven) -> list[str]:
    return [action.title for action in _opened(driven).actions]


def _shown(driven: Driven) -> list[str]:
    return [row.title for row in _page(driven).table.rows.rows]


def _edited(driven: Driven) -> Action:
    return _opened(driven).action(_page(driven).editor.action)


def _rank(driven: Driven, words: str) -> None:
    """Choose a priority by its first letter, as in any list."""
    box = _page(driven).editor.fields.priority
    box.setFocus()
    QTest.keyClicks(box, words[0])


def _press(driven: Driven, words: str) -> None:
    """Press the segment or button that has these words in its accessible name."""
    found = [
        made
        for made in _page(driven).editor.findChildren(QPushButton)
        if made.accessibleName().endswith(words)
    ]
    found[0].click()


# --- What the page says --------------------------------------------------------------------


def test_the_title_counts_the_actions_and_the_table_says_what_is_late(planned: Driven) -> None:
    page = _page(planned)
    assert page.body.title.text() == "Plan d’amélioration 2026"
    assert page.body.count.text() == "8 actions · 1 abandonnée · 1 en retard"
    signs = [row.sign.words for row in page.table.rows.rows]
    assert signs[:3] == ["En retard", "En cours", "À lancer"]


def test_the_row_that_is_reached_is_said_with_the_table_and_each_cell_once(
    planned: Driven,
) -> None:
    table = _page(planned).table
    model = table.rows
    table.setFocus()
    table.show_current(model.rows[0].action)
    assert table.accessibleDescription() == (
        "Ouvrir le registre des données personnelles, Ressources, En retard, priorité haute, "
        "pilote\u00a0: Secrétariat, échéance\u00a0: 15\u00a0novembre\u00a02026"
    )
    cell = model.index(0, PlanColumn.ACTION)
    said = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ouvrir le registre des données personnelles"


def test_every_control_of_the_page_and_of_the_editor_has_a_name(planned: Driven) -> None:
    _page(planned).edit(_opened(planned).actions[0].id)
    for section in (
        _page(planned).editor.fields.means,
        _page(planned).editor.fields.reviews_section,
    ):
        section.open(is_open=True)
    count, faults = nameless(planned)
    assert count > 30
    assert faults == []


def test_a_segment_says_that_it_is_checked(planned: Driven) -> None:
    _page(planned).edit(_opened(planned).actions[1].id)
    root = QAccessible.queryAccessibleInterface(_page(planned).editor.fields.state)
    assert root is not None
    items = list(walk(root))
    checked = [item.text(QAccessible.Text.Name) for item in items if item.state().checked]
    assert checked == ["Avancement\u00a0: En cours"]
    assert sum(item.role() == QAccessible.Role.RadioButton for item in items) == 4


def test_home_says_how_far_the_plan_is_and_what_is_late(planned: Driven) -> None:
    home = planned.window.page(HomePage)
    planned.window.go(ToHome())
    said = [made.text() for made in home.findChildren(QLabel) if made.isVisible()]
    assert "Agir" in said
    assert "0 sur 7" in said
    assert "Plan d’amélioration 2026" in said
    assert "1 en retard" in said
    assert "1 action en retard" in said
    go = [made for made in home.findChildren(QPushButton) if made.text() == "Ouvrir le plan"]
    go[0].click()
    assert planned.window.pages.currentWidget() is _page(planned)


def test_once_the_year_is_over_the_one_thing_to_do_is_the_plan(planned: Driven) -> None:
    standing = planned.current.standing
    over = standing._replace(following=None, is_sealed=True)
    assert what_now(over).title == "Suivre vos actions"
    assert what_now(over).is_plan
    unplanned = what_now(over._replace(plan=None))
    assert (unplanned.title, unplanned.is_plan) == ("Préparer votre plan", True)
    assert not what_now(over._replace(is_sealed=False)).is_plan


def test_results_and_home_lead_to_the_plan(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.page(ResultsPage).next.plan.click()
    assert window.pages.currentWidget() is window.page(PlanPage)
    window.go(ToHome())
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.page(PlanPage)


# --- A journey -----------------------------------------------------------------------------


def test_an_idea_becomes_an_action_that_is_done_and_reviewed(planned: Driven) -> None:
    page, editor = _page(planned), _page(planned).editor
    idea = page.ideas.cards[0].idea
    planned.saved(page.ideas.cards[0].add.click)
    assert _edited(planned).suggestion == idea.id
    assert _edited(planned).title == idea.suggestion.title
    assert editor.isVisible()
    editor.texts["owner"].edit.setPlainText("Direction")
    planned.saved(editor.texts["owner"].flush)
    editor.due.line.setText("31/03/2027")
    planned.saved(editor.due.flush)
    editor.milestones.title.setText("Premier essai")
    editor.milestones.day.setText("15/01/2027")
    planned.saved(editor.milestones.add.click)
    planned.saved(lambda: _press(planned, "En cours"))
    planned.saved(lambda: _press(planned, "50\u00a0%"))
    editor.reviews.comment.setText("Cela avance bien")
    planned.saved(editor.reviews.add.click)
    planned.saved(lambda: _press(planned, "Terminée"))
    action = _edited(planned)
    assert (action.owner, action.due) == ("Direction", date(2027, 3, 31))
    assert [item.title for item in action.milestones] == ["Premier essai"]
    assert [(item.day, item.role) for item in action.reviews] == [(date(2026, 11, 24), "Direction")]
    assert (action.state, action.progress) == ("done", 100)
    assert "1 terminée" in page.body.count.text()
    standing = planned.current.standing.plan
    assert standing is not None
    assert standing.done == 1


def test_the_action_is_found_again_after_closing(planned: Driven, open_window: Open) -> None:
    page = _page(planned)
    planned.saved(page.write_action)
    page.editor.texts["title"].edit.setPlainText("Tenir une réunion par mois")
    planned.close()
    again = open_window()
    again.window.go(ToPlan())
    again.qtbot.waitUntil(lambda: again.window.page(PlanPage).desk.current is not None)
    assert _titles(again)[-1] == "Tenir une réunion par mois"


def test_undo_and_redo_walk_through_the_changes_of_the_plan(planned: Driven) -> None:
    page, stack = _page(planned), planned.window.session.undo_stack
    before = _titles(planned)
    planned.saved(page.ideas.cards[0].add.click)
    planned.saved(lambda: _rank(planned, "Haute"))
    name = page.editor.action
    planned.saved(lambda: _rank(planned, "Basse"))
    assert stack.undoText().startswith("priorité de “")
    planned.saved(stack.undo)
    assert _edited(planned).priority == 1
    while stack.canUndo():
        planned.saved(stack.undo)
    assert _titles(planned) == before
    assert page.editor.action == ""
    while stack.canRedo():
        planned.saved(stack.redo)
    assert _opened(planned).action(name).priority == 3


def test_abandoning_asks_the_reason_in_place(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[2].id)
    reason = page.editor.texts["drop_reason"]
    assert not reason.isVisible()
    planned.saved(lambda: _press(planned, "Abandonnée"))
    assert reason.isVisible()
    assert reason.edit.hasFocus()
    reason.edit.setPlainText("Le partenaire a fermé")
    planned.saved(reason.flush)
    assert (_edited(planned).state, _edited(planned).drop_reason) == (
        "dropped",
        "Le partenaire a fermé",
    )


def test_a_figure_of_the_questionnaire_fills_the_value_to_start_from(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[2].id)
    figure = page.editor.fields.figure
    figure.setCurrentIndex(figure.findData("taux_sorties_dynamiques"))
    planned.saved(lambda: figure.activated.emit(figure.currentIndex()))
    action = _edited(planned)
    assert action.indicator_question == "taux_sorties_dynamiques"
    assert action.start_value
    target = page.editor.texts["target_value"]
    target.edit.setPlainText("beaucoup")
    target.flush()
    assert "Écrivez un nombre" in target.fault.text()
    target.edit.setPlainText("62,5")
    planned.saved(target.flush)
    assert _edited(planned).target_value == "62,5"


def test_the_expected_gain_is_said_in_a_sentence(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[1].id)
    planned.qtbot.waitUntil(page.editor.fields.gain.isVisible)
    assert page.editor.fields.gain.text().startswith(
        "Si cette pratique passe au niveau 3, le thème"
    )


def test_the_history_says_what_was_changed(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[1].id)
    planned.saved(lambda: _rank(planned, "Basse"))
    lines: list[object] = []
    planned.window.page(PlanPage).desk.history_read.connect(lines.append)
    page.editor.fields.past.open(is_open=True)
    planned.qtbot.waitUntil(lambda: bool(lines))
    labels = [
        page.editor.fields.past_lines.itemAt(rank).widget().text()  # type: ignore[union-attr]
        for rank in range(page.editor.fields.past_lines.count())
    ]
    assert "Modifié\u00a0: Priorité" in labels


def test_what_an_action_gave_is_said_in_the_year_after(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[0].id)
    assert page.editor.fields.carried.text() == "Vient du plan 2025"
    planned.qtbot.waitUntil(lambda: not page.editor.fields.observed.isHidden())
    assert page.editor.fields.observed.text().startswith("Depuis l’évaluation précédente")


def test_what_an_action_gave_was_read_before_it_is_opened(planned: Driven) -> None:
    page = _page(planned)
    planned.qtbot.waitUntil(lambda: bool(planned.window.page(PlanPage).desk.observed))
    page.edit(_opened(planned).actions[0].id)
    assert page.editor.fields.observed.text().startswith("Depuis l’évaluation précédente")


def test_zones_are_walked_before_any_action_was_opened(planned: Driven) -> None:
    page = _page(planned)
    page.new.setFocus()
    planned.window.go_to_zone(1)
    assert page.table.hasFocus()
    planned.window.go_to_zone(1)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert planned.window.bar.isAncestorOf(focused)
    planned.window.go_to_zone(1)
    assert page.new.hasFocus()
    page.flush()
    assert page.edited == ""


# --- Nothing typed is lost -----------------------------------------------------------------


def test_a_full_disk_loses_nothing_of_an_action(planned: Driven) -> None:
    page, session = _page(planned), planned.window.session
    first, other = (action.id for action in _opened(planned).actions[:2])
    page.edit(first)
    goal = page.editor.texts["goal"]
    refuse_to_save(planned, refuses=True)
    goal.edit.setPlainText("Un registre relu chaque année")
    with planned.qtbot.waitSignal(session.not_saved):
        goal.flush()
    assert goal.edit.toPlainText() == "Un registre relu chaque année"
    page.edit(other)
    page.edit(first)
    assert goal.edit.toPlainText() == "Un registre relu chaque année"
    refuse_to_save(planned, refuses=False)
    planned.saved(session.try_again)
    assert _opened(planned).action(first).goal == "Un registre relu chaque année"


def test_an_action_keeps_a_title_and_says_so(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[0].id)
    title = page.editor.texts["title"]
    title.edit.setPlainText("")
    title.flush()
    assert title.fault.text() == "Donnez un intitulé à l’action."
    assert _titles(planned)[0] == "Ouvrir le registre des données personnelles"


def test_a_title_pasted_on_two_lines_is_kept_on_one(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[0].id)
    title = page.editor.texts["title"]
    title.edit.setPlainText("Tenir le registre\nà jour")
    planned.saved(title.flush)
    assert _titles(planned)[0] == "Tenir le registre à jour"


def test_a_day_that_is_none_stays_with_its_sentence(planned: Driven) -> None:
    page = _page(planned)
    first, other = (action.id for action in _opened(planned).actions[:2])
    page.edit(first)
    page.editor.due.line.setText("31/02/2027")
    page.edit(other)
    assert page.editor.due.line.text() == "31/03/2027"
    page.edit(first)
    assert page.editor.due.line.text() == "31/02/2027"
    assert "Écrivez un jour" in page.editor.due.fault.text()


# --- Order, filters, removal ---------------------------------------------------------------


def test_alt_and_an_arrow_move_an_action(planned: Driven) -> None:
    table = _page(planned).table
    before = _titles(planned)
    table.show_current(_opened(planned).actions[0].id)
    table.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    planned.saved(lambda: QTest.keyClick(table, Qt.Key.Key_Down, alt))
    assert _titles(planned)[:2] == [before[1], before[0]]
    assert table.current == _opened(planned).actions[1].id
    planned.saved(_page(planned).filters.up.click)
    assert _titles(planned) == before


def test_two_arrows_pressed_at_once_move_an_action_by_two(planned: Driven) -> None:
    table = _page(planned).table
    before = _titles(planned)
    table.show_current(_opened(planned).actions[0].id)
    table.setFocus()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    planned.qtbot.waitUntil(lambda: planned.window.session.unsaved == 0)
    assert _titles(planned) == [*before[1:3], before[0], *before[3:]]
    planned.saved(planned.window.session.undo_stack.undo)
    assert _titles(planned) == [before[1], before[0], *before[2:]]


def test_a_row_that_is_dropped_moves_once_it_is_kept(planned: Driven) -> None:
    model = _page(planned).table.rows
    before = _titles(planned)
    data: QMimeData = model.mimeData([model.index(0, PlanColumn.ACTION)])
    move = Qt.DropAction.MoveAction
    planned.saved(lambda: model.dropMimeData(data, move, 3, 0, QModelIndex()))
    assert _titles(planned) == [*before[1:3], before[0], *before[3:]]


def test_a_header_sorts_both_ways_and_a_third_click_gives_the_order_back(planned: Driven) -> None:
    page = _page(planned)
    header, orders = page.table.horizontalHeader(), page.filters.orders
    due_of = {action.title: action.due for action in _opened(planned).actions}
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
    assert _shown(planned) == _titles(planned)
    assert orders.currentData() == "given"


def test_filters_keep_what_is_late_or_of_one_owner(planned: Driven) -> None:
    filters = _page(planned).filters
    filters.states.setCurrentIndex(filters.states.findData("late"))
    filters.changed.emit()
    assert _shown(planned) == ["Ouvrir le registre des données personnelles"]
    filters.owners.setCurrentIndex(filters.owners.findData("Direction"))
    filters.changed.emit()
    assert _shown(planned) == []
    assert _page(planned).body.nothing.isVisible()
    _page(planned).body.show_all.click()
    assert len(_shown(planned)) == 8


def test_a_removed_action_comes_back_by_the_toast(planned: Driven) -> None:
    page = _page(planned)
    before = _titles(planned)
    page.table.show_current(_opened(planned).actions[1].id)
    page.table.setFocus()
    planned.saved(lambda: QTest.keyClick(page.table, Qt.Key.Key_Delete))
    assert _titles(planned) == [before[0], *before[2:]]
    toast = planned.window.strip.toast
    assert toast.words.text() == "Action “Suivre le nombre d’heures des emplois trouvés” supprimée."
    toast.act.setFocus()
    planned.saved(toast.act.click)
    assert _titles(planned) == before
    assert page.table.hasFocus()
    assert page.table.current == _opened(planned).actions[1].id
    assert toast.words.text().endswith("rétablie.")


def test_a_toast_stays_while_the_keyboard_is_on_it(planned: Driven) -> None:
    toast = planned.window.strip.toast
    toast.say("Action supprimée.", ("Annuler", lambda: None))
    assert toast._left.isActive()
    toast.act.setFocus()
    assert not toast._left.isActive()
    _page(planned).table.setFocus()
    assert toast._left.isActive()
    toast._left.timeout.emit()
    assert not toast.isVisible()


def test_more_than_twelve_open_actions_are_warned_about(planned: Driven) -> None:
    desk = planned.window.page(PlanPage).desk
    assert not _page(planned).body.warning.isVisible()
    for _ in range(6):
        desk.write_action()
    planned.qtbot.waitUntil(lambda: len(_titles(planned)) == 14)
    assert _page(planned).body.warning.isVisible()
    assert "12 actions ouvertes" in _page(planned).body.warning.text()


# --- By keyboard alone ---------------------------------------------------------------------


def test_an_action_is_written_by_keyboard_alone(planned: Driven) -> None:
    page = _page(planned)
    control = Qt.KeyboardModifier.ControlModifier
    planned.saved(lambda: QTest.keyClick(page, Qt.Key.Key_N, control))
    title = page.editor.texts["title"]
    assert title.edit.hasFocus()
    QTest.keyClicks(title.edit, "Ouvrir le samedi")
    planned.saved(lambda: QTest.keyClick(title.edit, Qt.Key.Key_Return))
    assert _edited(planned).title == "Ouvrir le samedi"
    QTest.keyClick(title.edit, Qt.Key.Key_Tab)
    assert page.editor.fields.themes.hasFocus()
    QTest.keyClick(page.editor.fields.themes, Qt.Key.Key_Backtab)
    assert title.edit.hasFocus()
    QTest.keyClick(title.edit, Qt.Key.Key_Escape)
    assert not page.editor.isVisible()
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert _edited(planned).title == "Ouvrir le samedi"


def test_an_action_that_was_begun_and_left_as_it_was_is_gone(planned: Driven) -> None:
    page, stack = _page(planned), planned.window.session.undo_stack
    before, undoable = _titles(planned), stack.undoText()
    planned.saved(lambda: QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
    title = page.editor.texts["title"].edit
    assert title.hasFocus()
    planned.saved(lambda: QTest.keyClick(title, Qt.Key.Key_Escape))
    assert _titles(planned) == before
    assert page.body.count.text().startswith("8 actions")
    assert stack.undoText() == undoable


def test_all_that_every_action_needs_is_in_sight_on_a_small_laptop(planned: Driven) -> None:
    page = _page(planned)
    planned.window.resize(1366, 720)
    planned.qtbot.waitUntil(lambda: page.width() == 1366)
    page.edit(_opened(planned).actions[1].id)
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


def test_tab_follows_the_reading_through_the_ideas_to_the_table(planned: Driven) -> None:
    page = _page(planned)
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
    page = _page(planned)
    assert page.new.hasFocus()
    QTest.keyClick(page.new, Qt.Key.Key_F6)
    assert page.table.hasFocus()
    page.edit(_opened(planned).actions[0].id)
    page.editor.fields.remove.setFocus()
    QTest.keyClick(page.editor.fields.remove, Qt.Key.Key_F6)
    assert planned.window.bar.isAncestorOf(planned.window.focusWidget())
    QTest.keyClick(planned.window.focusWidget(), Qt.Key.Key_F6)
    assert page.new.hasFocus()


def test_in_a_narrow_window_an_action_takes_the_place_of_the_table(planned: Driven) -> None:
    window, page = planned.window, _page(planned)
    window.resize(1024, 640)
    planned.qtbot.waitUntil(lambda: page.width() == 1024)
    page.edit(_opened(planned).actions[0].id)
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
    page = _page(planned)
    planned.qtbot.waitUntil(lambda: page.width() == planned.window.width())
    assert _fits(page)
    page.what_if.click()
    planned.qtbot.waitUntil(lambda: bool(page.projection.bars))
    assert _fits(page)
    page.edit(_opened(planned).actions[0].id)
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


# --- Beginning, carrying on ----------------------------------------------------------------


def test_an_empty_plan_says_how_to_begin(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToPlan())
    driven.qtbot.waitUntil(lambda: driven.window.page(PlanPage).desk.current is not None)
    page = _page(driven)
    assert page.empty.isVisible()
    assert not page.body.filled.isVisible()
    assert not page.empty.carry.isVisible()
    assert page.body.count.text() == "Aucune action pour l’instant"
    assert page.empty.write.hasFocus()
    driven.saved(page.empty.write.click)
    assert page.body.filled.isVisible()
    assert page.editor.isVisible()
    driven.close()


def test_three_ideas_wait_in_an_empty_plan(planned: Driven) -> None:
    page, desk = _page(planned), planned.window.page(PlanPage).desk
    for action in _opened(planned).actions:
        desk.remove(action.id)
    planned.qtbot.waitUntil(lambda: not _titles(planned))
    assert len(page.empty.cards) == 3
    assert page.empty.carry.text() == "Reprendre le plan 2025"
    page.empty.carry.click()
    assert page.carry.isVisible()
    assert [box.isChecked() for box in page.carry.boxes.values()] == [True]
    planned.saved(page.carry.take.click)
    assert [action.carried_from for action in _opened(planned).actions] == [2025]
    assert not page.carry.isVisible()


def test_an_idea_that_is_put_aside_stays_aside(planned: Driven) -> None:
    page = _page(planned)
    first = page.ideas.cards[0].idea.id
    planned.saved(page.ideas.cards[0].aside.click)
    assert first not in [card.idea.id for card in page.ideas.cards]
    assert page.ideas.again.text() == "Revoir 1 idée masquée"
    planned.saved(page.ideas.again.click)
    assert page.ideas.cards[0].idea.id == first


def test_an_idea_says_the_five_factors_of_its_priority(planned: Driven) -> None:
    ideas = _page(planned).ideas
    card = ideas.cards[0]
    assert not card.isVisible()
    ideas.all.click()
    assert card.isVisible()
    assert not card._reason.isVisible()
    card.why.click()
    assert card._reason.isVisible()
    for factor in ("Score aujourd’hui", "Cible", "Poids", "Importance", "Effort"):
        assert factor in card._reason.text()


# --- What if, calendar ---------------------------------------------------------------------


def test_what_if_shows_projected_scores_and_keeps_nothing(planned: Driven) -> None:
    page = _page(planned)
    kept = _opened(planned).actions
    page.what_if.click()
    planned.qtbot.waitUntil(lambda: bool(page.projection.bars))
    assert not page.table.isColumnHidden(PlanColumn.TICK)
    many = len(page.projection.bars)
    assert "sur 100" in page.projection.bars[0].accessibleName()
    page.table.show_current(kept[1].id)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    planned.qtbot.waitUntil(lambda: len(page.projection.bars) < many)
    page.what_if.click()
    assert page.table.isColumnHidden(PlanColumn.TICK)
    assert _opened(planned).actions == kept
    assert planned.window.session.unsaved == 0


def _ask_calendar(driven: Driven) -> None:
    """Choose « Agenda » in the menu of the page."""
    (act,) = [act for act in _page(driven).export.menu().actions() if "Agenda" in act.text()]
    act.trigger()


def test_the_calendar_is_written_where_it_was_asked(planned: Driven, tmp_path: Path) -> None:
    window, path = planned.window, tmp_path / "agenda.ics"
    folders: list[Path] = []
    window.exports.ask_path = lambda _title, _name, _kinds: path
    window.exports.open_path = folders.append
    with planned.qtbot.waitSignal(planned.program.reports.written):
        _ask_calendar(planned)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert window.strip.toast.words.text() == "Enregistré\u00a0: agenda.ics"
    window.strip.toast.act.click()
    assert folders == [path]


def test_what_was_just_typed_is_in_the_calendar(planned: Driven, tmp_path: Path) -> None:
    window, page, path = planned.window, _page(planned), tmp_path / "agenda.ics"
    window.exports.ask_path = lambda _title, _name, _kinds: path
    page.edit(_opened(planned).actions[0].id)
    page.editor.texts["title"].edit.setPlainText("Choisir un chef de projet")
    page.editor.flush()
    page.editor.texts["owner"].edit.setPlainText("Claire Petit")
    page.editor.due.line.setText("17/05/2027")
    with planned.qtbot.waitSignal(planned.program.reports.written):
        _ask_calendar(planned)
        assert window.session.unsaved > 1
    written = path.read_text(encoding="utf-8").replace("\r\n ", "")
    assert "Choisir un chef de projet" in written
    assert "Claire Petit" in written
    assert "DTSTART;VALUE=DATE:20270517" in written


def test_other_exports_are_announced_by_their_kind(planned: Driven) -> None:
    page = _page(planned)
    wanted: list[object] = []
    page.wanted.connect(wanted.append)
    page.export.menu().actions()[-1].trigger()
    assert wanted == [WriteExport("ics")]


def test_a_change_that_cannot_be_is_said_and_nothing_breaks(planned: Driven) -> None:
    page = _page(planned)
    page.edit(_opened(planned).actions[0].id)
    kept = _edited(planned)
    with planned.qtbot.waitSignal(planned.window.session.not_saved):
        page.editor.change(goal="trop long " * 1000)
    assert _edited(planned) == kept
    assert planned.window.session.unsaved == 0


def test_the_first_action_that_is_opened_shows_its_whole_title(planned: Driven) -> None:
    page = _page(planned)
    planned.saved(page.ideas.cards[0].add.click)
    planned.qtbot.waitUntil(lambda: bool(page.edited) and page.editor.isVisible())
    edit = page.editor.texts["title"].edit
    planned.qtbot.waitUntil(lambda: edit.document().lineCount() > 1)
    line = edit.fontMetrics().height()
    planned.qtbot.waitUntil(lambda: edit.viewport().height() >= 2 * line)
