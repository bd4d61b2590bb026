"""The plan page: from an idea to an action that is done, by mouse and by keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.home.home_words import what_now
from cap_desktop.gui.plan.plan_model import PlanColumn
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToHome, ToPlan
from cap_desktop.gui.session.tasks import WriteExport
from tests.gui.accessible import nameless, walk
from tests.gui.driving import Driven, Open, begun, refuse_to_save
from tests.gui.plan.planned import edited, page_of, plan_of, titles

# --- What the page says --------------------------------------------------------------------


def test_the_title_counts_the_actions_and_the_table_says_what_is_late(planned: Driven) -> None:
    page = page_of(planned)
    assert page.body.title.text() == "Plan d’amélioration 2026"
    assert page.body.count.text() == "8 actions · 1 abandonnée · 1 en retard"
    signs = [row.sign.words for row in page.table.rows.rows]
    assert signs[:3] == ["En retard", "En cours", "À lancer"]


def test_the_row_that_is_reached_is_said_with_the_table_and_each_cell_once(
    planned: Driven,
) -> None:
    table = page_of(planned).table
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


def test_from_row_to_row_only_the_cells_are_said(planned: Driven) -> None:
    table = page_of(planned).table
    planned.window.activateWindow()
    table.setFocus()
    planned.qtbot.waitUntil(table.hasFocus)
    table.show_current(table.rows.rows[0].action)
    arrived = table.accessibleDescription()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current == table.rows.rows[1].action
    assert table.accessibleDescription() == arrived


def test_every_control_of_the_page_and_of_the_editor_has_a_name(planned: Driven) -> None:
    page_of(planned).edit(plan_of(planned).actions[0].id)
    for section in (
        page_of(planned).editor.fields.means,
        page_of(planned).editor.fields.reviews_section,
    ):
        section.open(is_open=True)
    count, faults = nameless(planned)
    assert count > 30
    assert faults == []


def test_a_segment_says_that_it_is_checked(planned: Driven) -> None:
    page_of(planned).edit(plan_of(planned).actions[1].id)
    root = QAccessible.queryAccessibleInterface(page_of(planned).editor.fields.state)
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
    assert planned.window.pages.currentWidget() is page_of(planned)


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


# --- Nothing typed is lost -----------------------------------------------------------------


def test_a_full_disk_loses_nothing_of_an_action(planned: Driven) -> None:
    page, session = page_of(planned), planned.window.session
    first, other = (action.id for action in plan_of(planned).actions[:2])
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
    assert plan_of(planned).action(first).goal == "Un registre relu chaque année"


def test_an_action_keeps_a_title_and_says_so(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[0].id)
    title = page.editor.texts["title"]
    title.edit.setPlainText("")
    title.flush()
    assert title.fault.text() == "Donnez un intitulé à l’action."
    assert titles(planned)[0] == "Ouvrir le registre des données personnelles"


def test_a_title_pasted_on_two_lines_is_kept_on_one(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[0].id)
    title = page.editor.texts["title"]
    title.edit.setPlainText("Tenir le registre\nà jour")
    planned.saved(title.flush)
    assert titles(planned)[0] == "Tenir le registre à jour"


def test_a_day_that_is_none_stays_with_its_sentence(planned: Driven) -> None:
    page = page_of(planned)
    first, other = (action.id for action in plan_of(planned).actions[:2])
    page.edit(first)
    page.editor.due.line.setText("31/02/2027")
    page.edit(other)
    assert page.editor.due.line.text() == "31/03/2027"
    page.edit(first)
    assert page.editor.due.line.text() == "31/02/2027"
    assert "Écrivez un jour" in page.editor.due.fault.text()


# --- Beginning, carrying on ----------------------------------------------------------------


def test_an_empty_plan_says_how_to_begin(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToPlan())
    driven.qtbot.waitUntil(lambda: driven.window.page(PlanPage).desk.current is not None)
    page = page_of(driven)
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
    page, desk = page_of(planned), planned.window.page(PlanPage).desk
    for action in plan_of(planned).actions:
        desk.remove(action.id)
    planned.qtbot.waitUntil(lambda: not titles(planned))
    assert len(page.empty.cards) == 3
    assert page.empty.carry.text() == "Reprendre le plan 2025"
    page.empty.carry.click()
    assert page.carry.isVisible()
    assert [box.isChecked() for box in page.carry.boxes.values()] == [True]
    planned.saved(page.carry.take.click)
    assert [action.carried_from for action in plan_of(planned).actions] == [2025]
    assert not page.carry.isVisible()


def test_an_idea_that_is_put_aside_stays_aside(planned: Driven) -> None:
    page = page_of(planned)
    first = page.ideas.cards[0].idea.id
    planned.saved(page.ideas.cards[0].aside.click)
    assert first not in [card.idea.id for card in page.ideas.cards]
    assert page.ideas.again.text() == "Revoir 1 idée masquée"
    planned.saved(page.ideas.again.click)
    assert page.ideas.cards[0].idea.id == first


def test_an_idea_says_the_five_factors_of_its_priority(planned: Driven) -> None:
    ideas = page_of(planned).ideas
    assert not ideas.cards[0].isVisible()
    ideas.all.click()
    card = next(card for card in ideas.cards if not card.idea.alerts)
    assert card.isVisible()
    assert not card._reason.isVisible()
    card.why.click()
    assert card._reason.isVisible()
    for factor in ("Score aujourd’hui", "Cible", "Poids", "Importance", "Effort"):
        assert factor in card._reason.text()


def test_an_idea_that_answers_a_list_names_the_lines_that_are_missing(planned: Driven) -> None:
    ideas = page_of(planned).ideas
    ideas.all.click()
    card = ideas.cards[0]
    card.why.click()
    assert card._reason.text() == (
        "Pas coché\u00a0: Les jours de forte chaleur sont prévus\u00a0: eau, pauses, horaires."
    )


# --- What if, calendar ---------------------------------------------------------------------


def test_what_if_shows_projected_scores_and_keeps_nothing(planned: Driven) -> None:
    page = page_of(planned)
    kept = plan_of(planned).actions
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
    assert plan_of(planned).actions == kept
    assert planned.window.session.unsaved == 0


def _ask_calendar(driven: Driven) -> None:
    """Choose « Agenda » in the menu of the page."""
    (act,) = [act for act in page_of(driven).export.menu().actions() if "Agenda" in act.text()]
    act.trigger()


def test_the_calendar_is_written_where_it_was_asked(planned: Driven, tmp_path: Path) -> None:
    window, path = planned.window, tmp_path / "agenda.ics"
    folders: list[Path] = []
    window.exports.ask_path = lambda _title, _name, _kinds: path
    window.exports.open_path = folders.append
    with planned.qtbot.waitSignal(planned.program.reports.written):
        _ask_calendar(planned)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    words = f"Enregistré dans «\u00a0{tmp_path.name}\u00a0»\u00a0: agenda.ics"
    assert window.strip.toast.words.text() == words
    window.strip.toast.act.click()
    assert folders == [path]


def test_what_was_just_typed_is_in_the_calendar(planned: Driven, tmp_path: Path) -> None:
    window, page, path = planned.window, page_of(planned), tmp_path / "agenda.ics"
    window.exports.ask_path = lambda _title, _name, _kinds: path
    page.edit(plan_of(planned).actions[0].id)
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
    page = page_of(planned)
    wanted: list[object] = []
    page.wanted.connect(wanted.append)
    page.export.menu().actions()[-1].trigger()
    assert wanted == [WriteExport("ics")]


def test_a_change_that_cannot_be_is_said_and_nothing_breaks(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[0].id)
    kept = edited(planned)
    with planned.qtbot.waitSignal(planned.window.session.not_saved):
        page.editor.change(goal="trop long " * 1000)
    assert edited(planned) == kept
    assert planned.window.session.unsaved == 0


def test_the_first_action_that_is_opened_shows_its_whole_title(planned: Driven) -> None:
    page = page_of(planned)
    page.ideas.all.click()
    longest = max(page.ideas.cards, key=lambda card: len(card.idea.suggestion.title))
    planned.saved(longest.add.click)
    planned.qtbot.waitUntil(lambda: bool(page.edited) and page.editor.isVisible())
    edit = page.editor.texts["title"].edit
    planned.qtbot.waitUntil(lambda: edit.document().lineCount() > 1)
    line = edit.fontMetrics().height()
    planned.qtbot.waitUntil(lambda: edit.viewport().height() >= 2 * line)
