"""From an idea to an action that is done, and what became of it."""

from datetime import date

from PySide6.QtWidgets import QApplication

from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.session.destinations import ToPlan
from tests.gui.driving import Driven, Open
from tests.gui.plan.planned import edited, page_of, plan_of, press, rank, titles


def test_an_idea_becomes_an_action_that_is_done_and_reviewed(planned: Driven) -> None:
    page, editor = page_of(planned), page_of(planned).editor
    idea = page.ideas.cards[0].idea
    planned.saved(page.ideas.cards[0].add.click)
    assert edited(planned).suggestion == idea.id
    assert edited(planned).title == idea.suggestion.title
    assert editor.isVisible()
    editor.texts["owner"].edit.setPlainText("Direction")
    planned.saved(editor.texts["owner"].flush)
    editor.due.line.setText("31/03/2027")
    planned.saved(editor.due.flush)
    editor.milestones.title.setText("Premier essai")
    editor.milestones.day.setText("15/01/2027")
    planned.saved(editor.milestones.add.click)
    planned.saved(lambda: press(planned, "En cours"))
    planned.saved(lambda: press(planned, "50\u00a0%"))
    editor.reviews.comment.setText("Cela avance bien")
    planned.saved(editor.reviews.add.click)
    planned.saved(lambda: press(planned, "Terminée"))
    action = edited(planned)
    assert (action.owner, action.due) == ("Direction", date(2027, 3, 31))
    assert [item.title for item in action.milestones] == ["Premier essai"]
    assert [(item.day, item.role) for item in action.reviews] == [(date(2026, 11, 24), "Direction")]
    assert (action.state, action.progress) == ("done", 100)
    assert "1 terminée" in page.body.count.text()
    standing = planned.current.standing.plan
    assert standing is not None
    assert standing.done == 1


def test_the_action_is_found_again_after_closing(planned: Driven, open_window: Open) -> None:
    page = page_of(planned)
    planned.saved(page.write_action)
    page.editor.texts["title"].edit.setPlainText("Tenir une réunion par mois")
    planned.close()
    again = open_window()
    again.window.go(ToPlan())
    again.qtbot.waitUntil(lambda: again.window.page(PlanPage).desk.current is not None)
    assert titles(again)[-1] == "Tenir une réunion par mois"


def test_undo_and_redo_walk_through_the_changes_of_the_plan(planned: Driven) -> None:
    page, stack = page_of(planned), planned.window.session.undo_stack
    before = titles(planned)
    planned.saved(page.ideas.cards[0].add.click)
    # The first idea answers an alert: its priority is high already.
    planned.saved(lambda: rank(planned, "Basse"))
    planned.saved(lambda: rank(planned, "Haute"))
    name = page.editor.action
    planned.saved(lambda: rank(planned, "Basse"))
    assert stack.undoText().startswith("priorité de “")
    planned.saved(stack.undo)
    assert edited(planned).priority == 1
    while stack.canUndo():
        planned.saved(stack.undo)
    assert titles(planned) == before
    assert page.editor.action == ""
    while stack.canRedo():
        planned.saved(stack.redo)
    assert plan_of(planned).action(name).priority == 3


def test_abandoning_asks_the_reason_in_place(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[2].id)
    reason = page.editor.texts["drop_reason"]
    assert not reason.isVisible()
    planned.saved(lambda: press(planned, "Abandonnée"))
    assert reason.isVisible()
    assert reason.edit.hasFocus()
    reason.edit.setPlainText("Le partenaire a fermé")
    planned.saved(reason.flush)
    assert (edited(planned).state, edited(planned).drop_reason) == (
        "dropped",
        "Le partenaire a fermé",
    )


def test_a_figure_of_the_questionnaire_fills_the_value_to_start_from(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[2].id)
    figure = page.editor.fields.figure
    figure.setCurrentIndex(figure.findData("taux_sorties_dynamiques"))
    planned.saved(lambda: figure.activated.emit(figure.currentIndex()))
    action = edited(planned)
    assert action.indicator_question == "taux_sorties_dynamiques"
    assert action.start_value
    target = page.editor.texts["target_value"]
    target.edit.setPlainText("beaucoup")
    target.flush()
    assert "Écrivez un nombre" in target.fault.text()
    target.edit.setPlainText("62,5")
    planned.saved(target.flush)
    assert edited(planned).target_value == "62,5"


def test_the_expected_gain_is_said_in_a_sentence(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[1].id)
    planned.qtbot.waitUntil(page.editor.fields.gain.isVisible)
    assert page.editor.fields.gain.text().startswith(
        "Si cette pratique passe au niveau 3, le thème"
    )


def test_the_history_says_what_was_changed(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(plan_of(planned).actions[1].id)
    planned.saved(lambda: rank(planned, "Basse"))
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
    page = page_of(planned)
    page.edit(plan_of(planned).actions[0].id)
    assert page.editor.fields.carried.text() == "Vient du plan 2025"
    planned.qtbot.waitUntil(lambda: not page.editor.fields.observed.isHidden())
    assert page.editor.fields.observed.text().startswith("Depuis l’évaluation précédente")


def test_what_an_action_gave_was_read_before_it_is_opened(planned: Driven) -> None:
    page = page_of(planned)
    planned.qtbot.waitUntil(lambda: bool(planned.window.page(PlanPage).desk.observed))
    page.edit(plan_of(planned).actions[0].id)
    assert page.editor.fields.observed.text().startswith("Depuis l’évaluation précédente")


def test_zones_are_walked_before_any_action_was_opened(planned: Driven) -> None:
    page = page_of(planned)
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
