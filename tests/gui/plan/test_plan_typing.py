"""The plan under quick hands: what is typed, undone or left half-way is kept or told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions

from cap_desktop.domain.plan.plan import Action
from cap_desktop.errors import CapError, TypedNotKept
from cap_desktop.gui.kit.section import FoldingSection
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.plan.plan_presenter import PlanPresenter
from cap_desktop.gui.session.destinations import ToHome, ToPlan
from cap_desktop.gui.window.closing import LOSE, STAY
from tests.gui.driving import Driven, Open, refuse_to_save
from tests.gui.pages import settle
from tests.gui.plan.planned import page_of, plan_of

REVIEW = "Vu avec l’équipe\u00a0: il manque le devis."
TOO_LONG = "mot " * 2001
SHORTEN = "Raccourcissez ce texte pour l’enregistrer."


def _read(driven: Driven) -> None:
    driven.window.go(ToPlan())
    driven.qtbot.waitUntil(lambda: _desk(driven).current is not None)


def _desk(driven: Driven) -> PlanPresenter:
    return driven.window.page(PlanPage).desk


def _names(driven: Driven) -> list[str]:
    return [action.id for action in plan_of(driven).actions]


def _action(driven: Driven, name: str) -> Action:
    return plan_of(driven).action(name)


def _said(driven: Driven, name: str) -> list[str]:
    return [review.comment for review in _action(driven, name).reviews]


# --- Undone faster than saved --------------------------------------------------------------


def test_a_move_and_a_removal_are_undone_at_once(planned: Driven) -> None:
    before = _names(planned)
    planned.saved(lambda: _desk(planned).shift(before[0], 1))
    planned.saved(lambda: page_of(planned).remove(before[0]))
    with capture_exceptions() as raised:
        for _press in range(2):
            QTest.keyClick(planned.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        planned.qtbot.waitUntil(lambda: planned.window.session.unsaved == 0)
    assert raised == []
    assert _names(planned) == before


def test_a_restored_action_is_moved_from_where_it_stood(planned: Driven) -> None:
    before = _names(planned)
    planned.saved(lambda: page_of(planned).remove(before[3]))
    planned.window.taking_back.undo()
    planned.saved(lambda: _desk(planned).shift(before[3], -1))
    assert _names(planned)[2:4] == [before[3], before[2]]


def test_a_fault_in_a_step_that_is_undone_is_told_and_ends_nothing(planned: Driven) -> None:
    stack = planned.window.session.undo_stack

    def fail() -> None:
        list[str]().remove("rien")

    planned.window.session.do("rien", lambda: None, fail)
    with capture_exceptions() as raised:
        stack.undo()
    assert [kind for kind, _error, _trace in raised] == [ValueError]
    assert stack.canRedo()


# --- Lines that are typed and not added ----------------------------------------------------


def test_half_typed_lines_are_found_again_with_their_action(planned: Driven) -> None:
    page, editor = page_of(planned), page_of(planned).editor
    first, other = _names(planned)[:2]
    before = _said(planned, first)
    page.edit(first)
    editor.reviews.comment.setText(REVIEW)
    editor.milestones.title.setText("Réunion du comité")
    page.edit(other)
    assert (editor.reviews.comment.text(), editor.milestones.title.text()) == ("", "")
    page.edit(first)
    assert editor.reviews.comment.text() == REVIEW
    assert editor.reviews.day.text() == "24/11/2026"
    assert editor.milestones.title.text() == "Réunion du comité"
    assert _said(planned, first) == before


def test_what_is_typed_whole_is_added_on_leaving_thepage_of(planned: Driven) -> None:
    page, editor = page_of(planned), page_of(planned).editor
    first, other = _names(planned)[:2]
    before, milestones = _said(planned, first), _action(planned, first).milestones
    page.edit(other)
    editor.reviews.comment.setText("Dit d’une autre action")
    page.edit(first)
    editor.reviews.comment.setText(REVIEW)
    editor.milestones.title.setText("Réunion du comité")
    planned.saved(lambda: planned.window.go(ToHome()))
    assert _said(planned, first) == [*before, REVIEW]
    assert _said(planned, other)[-1] == "Dit d’une autre action"
    assert editor.reviews.comment.text() == ""
    # No day: it is no milestone yet.
    assert _action(planned, first).milestones == milestones
    assert editor.milestones.title.text() == "Réunion du comité"


def test_a_review_that_is_typed_whole_is_there_after_closing(
    planned: Driven, open_window: Open
) -> None:
    page, first = page_of(planned), _names(planned)[0]
    page.edit(first)
    page.editor.reviews.comment.setText(REVIEW)
    planned.close()
    again = open_window()
    _read(again)
    assert _said(again, first)[-1] == REVIEW


def test_an_export_or_another_look_adds_nothing_of_what_is_typed(planned: Driven) -> None:
    first = _names(planned)[0]
    page_of(planned).edit(first)
    page_of(planned).editor.reviews.comment.setText(REVIEW)
    page_of(planned).editor.findChildren(FoldingSection)[1].open(is_open=True)
    planned.window.export("pdf")
    program = planned.program
    program.change_settings(program.settings.with_text_size(program.settings.text_size + 25))
    assert planned.window.session.unsaved == 0
    assert page_of(planned).editor.reviews.comment.text() == REVIEW
    folds = [
        fold.title.isChecked() for fold in page_of(planned).editor.findChildren(FoldingSection)
    ]
    assert folds[:3] == [False, True, False]


def test_two_reviews_added_at_once_are_both_kept(planned: Driven) -> None:
    page, first = page_of(planned), _names(planned)[0]
    page.edit(first)
    reviews = page.editor.reviews
    for said in ("un", "deux"):
        reviews.comment.setText(said)
        reviews.add.click()
    planned.qtbot.waitUntil(lambda: planned.window.session.unsaved == 0)
    assert _said(planned, first)[-2:] == ["un", "deux"]


def test_a_review_and_a_milestone_that_are_too_long_say_so(planned: Driven) -> None:
    page, editor = page_of(planned), page_of(planned).editor
    page.edit(_names(planned)[0])
    editor.reviews.comment.setText(TOO_LONG)
    editor.milestones.title.setText(TOO_LONG)
    editor.milestones.day.setText("31/03/2027")
    with capture_exceptions() as raised:
        editor.reviews.add.click()
        editor.milestones.add.click()
    assert raised == []
    assert (editor.reviews.fault.text(), editor.milestones.fault.text()) == (SHORTEN, SHORTEN)
    assert editor.reviews.comment.text() == TOO_LONG


# --- Texts that are refused ----------------------------------------------------------------


def test_a_text_that_is_too_long_says_so_until_it_is_mended(planned: Driven) -> None:
    page, first = page_of(planned), _names(planned)[0]
    page.edit(first)
    goal = page.editor.texts["goal"]
    goal.edit.setPlainText(TOO_LONG)
    goal.flush()
    planned.saved(lambda: _desk(planned).change(first, "pilote", owner="Direction bis"))
    assert goal.fault.text() == SHORTEN
    goal.edit.setPlainText("Un objectif")
    planned.saved(goal.flush)
    assert goal.fault.text() == ""
    assert _action(planned, first).goal == "Un objectif"


def test_what_is_typed_and_not_saved_is_told_in_words(planned: Driven) -> None:
    page, editor = page_of(planned), page_of(planned).editor
    first, other = (_action(planned, name) for name in _names(planned)[:2])
    assert page.unsaved_words() == ""
    page.edit(first.id)
    editor.due.line.setText("31/02/2027")
    editor.texts["goal"].edit.setPlainText(TOO_LONG)
    page.edit(other.id)
    editor.milestones.title.setText("Réunion du comité")
    assert page.unsaved_words() == (
        f"action «\u00a0{first.title}\u00a0» de 2026 (objectif, échéance), "
        f"action «\u00a0{other.title}\u00a0» de 2026 (jalons)"
    )
    editor.milestones.title.clear()
    page.remove(first.id)
    assert page.unsaved_words() == ""


def test_what_waits_to_be_saved_is_not_told_as_lost(planned: Driven) -> None:
    page, session = page_of(planned), planned.window.session
    first, other = _names(planned)[:2]
    page.edit(first)
    refuse_to_save(planned, refuses=True)
    page.editor.texts["goal"].edit.setPlainText("Un registre relu chaque année")
    with planned.qtbot.waitSignal(session.not_saved):
        page.edit(other)
    assert session.unsaved == 1
    assert page.unsaved_words() == ""
    refuse_to_save(planned, refuses=False)
    session.try_again()
    planned.qtbot.waitUntil(lambda: not session.unsaved)


# --- Another year --------------------------------------------------------------------------


def _open_year(driven: Driven, name: str) -> None:
    with driven.qtbot.waitSignal(driven.window.session.opened):
        driven.window.session.opener.open(name)
    _read(driven)


def test_a_refused_text_stays_in_the_plan_of_its_year(planned: Driven) -> None:
    page, session = page_of(planned), planned.window.session
    opened = _desk(planned).current
    assert opened is not None
    action = next(item for item in opened.actions if item.carried_from is not None)
    years = {item.year: item.id for item in session.years}
    page.edit(action.id)
    goal = page.editor.texts["goal"]
    goal.edit.setPlainText(TOO_LONG)
    goal.flush()
    assert action.carried_from is not None
    _open_year(planned, years[action.carried_from])
    assert page.edited == ""
    page.edit(action.id)
    assert goal.edit.kept_text() == (_action(planned, action.id).goal or "")
    assert page.unsaved_words() == f"action «\u00a0{action.title}\u00a0» de 2026 (objectif)"
    _open_year(planned, opened.assessment.id)
    page.edit(action.id)
    assert goal.edit.kept_text() == TOO_LONG


def test_a_plan_that_could_not_be_read_is_read_at_the_next_look(demonstrated: Driven) -> None:
    window = demonstrated.window
    refuse_to_save(demonstrated, refuses=True)
    with demonstrated.qtbot.waitSignal(window.session.not_saved):
        window.go(ToPlan())
    page = window.page(PlanPage)
    assert not page.empty.isVisible()
    assert not page.body.filled.isVisible()
    demonstrated.idle()
    refuse_to_save(demonstrated, refuses=False)
    window.go(ToHome())
    _read(demonstrated)
    assert page.body.filled.isVisible()
    assert not page.empty.isVisible()


# --- Closing -----------------------------------------------------------------------------------


def test_closing_asks_before_a_text_that_cannot_be_kept_is_lost(planned: Driven) -> None:
    window, page = planned.window, page_of(planned)
    page.edit(_names(planned)[0])
    page.editor.texts["goal"].edit.setPlainText(TOO_LONG)
    asked: list[CapError] = []

    def stay(error: CapError) -> str:
        asked.append(error)
        return STAY

    window.decide = stay
    assert not window.close()
    assert [type(error) for error in asked] == [TypedNotKept]
    assert "objectif" in str(asked[0])
    page.editor.texts["goal"].edit.setPlainText("Un objectif tenable")
    assert window.close()
    assert len(asked) == 1


def test_closing_asks_too_after_another_look(planned: Driven) -> None:
    page = page_of(planned)
    page.edit(_names(planned)[0])
    page.editor.texts["goal"].edit.setPlainText(TOO_LONG)
    page.editor.flush()
    planned.window.go(ToHome())
    planned.window.settings_wanted.emit(planned.window.settings._replace(text_size=125))
    asked: list[CapError] = []

    def lose(error: CapError) -> str:
        asked.append(error)
        return LOSE

    planned.window.decide = lose
    assert planned.window.close()
    assert [type(error) for error in asked] == [TypedNotKept]


# --- Read as typed -------------------------------------------------------------------------


def test_a_word_as_long_as_its_field_brings_no_bar_over_itself(planned: Driven) -> None:
    planned.window.resize(1366, 720)
    page = page_of(planned)
    page.edit(next(action.id for action in plan_of(planned).actions if action.owner))
    edit = page.editor.texts["owner"].edit
    edit.setPlainText("Accompagnement")
    settle(planned)
    for width in range(110, 180):
        edit.setFixedWidth(width)
        settle(planned)
        assert not edit.horizontalScrollBar().isVisible(), width
