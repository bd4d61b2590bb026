"""First launch, answering, closing and coming back: the journey of a director."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.errors import DatabaseInUse
from cap_desktop.gui.answering.answer_fields import FigureField, LevelField, TextField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.platform.single_instance import hold
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToHome, ToQuestion, ToResults
from cap_desktop.gui.session.tasks import BeginYear, OpenYear
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences
from tests.folders import clock
from tests.gui.driving import PROFILE, Driven, Open, begun


def test_first_launch_asks_who_you_are_then_says_what_to_do(open_window: Open) -> None:
    driven = open_window()
    window = driven.window
    window.page(WelcomePage).go.click()
    assert window.page(WelcomePage)._form.fault.isVisible()
    assert window.session.current is None
    driven.close()


def test_a_first_answer_is_saved_and_found_again(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    assert window.pages.currentWidget() is window.page(HomePage)
    now = window.page(HomePage).now
    assert now is not None
    now.click()
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    assert isinstance(window.page(AnsweringPage).field, LevelField)
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_3))
    entry = window.page(AnsweringPage).entry
    name = entry.id if entry else ""
    assert driven.current.answer(name).value == "n3"
    assert "Enregistré à 14\u00a0h\u00a032" in window.bar.saved.text()
    driven.close()
    again = open_window()
    assert again.current.answer(name).value == "n3"
    assert again.window.pages.currentWidget() is again.window.page(HomePage)
    again.close()


def test_a_comment_typed_and_not_left_is_saved_when_closing(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    window.page(AnsweringPage).comment.edit.setPlainText("Fiche signée depuis mars…")
    driven.close()
    again = open_window()
    assert again.current.answer("projet_ecrit").comment == "Fiche signée depuis mars…"
    again.close()


def test_a_text_is_saved_after_a_pause(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("priorites_projet"))
    field = window.page(AnsweringPage).field
    assert isinstance(field, TextField)
    driven.saved(lambda: field.edit.setPlainText("1. Tenir"))
    assert driven.current.answer("priorites_projet").value == "1. Tenir"
    driven.close()


def test_figures_take_a_comma_and_refuse_words_in_place(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("etp_realises"))
    field = window.page(AnsweringPage).field
    assert isinstance(field, FigureField)
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText("1 250,5")
    driven.saved(line.editingFinished.emit)
    assert driven.current.answer("etp_realises").value == Fraction(2501, 2)
    line.setText("beaucoup")
    line.editingFinished.emit()
    assert field.fault.isVisibleTo(field)
    assert line.text() == "beaucoup"
    assert driven.current.answer("etp_realises").value == Fraction(2501, 2)
    driven.close()


def test_undo_and_redo_walk_through_the_answers(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_1))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_4))
    driven.saved(window.session.undo_stack.undo)
    assert driven.current.answer("projet_ecrit").value == "n1"
    driven.saved(window.session.undo_stack.undo)
    assert driven.current.answer("projet_ecrit").value is None
    driven.saved(window.session.undo_stack.redo)
    assert driven.current.answer("projet_ecrit").value == "n1"
    driven.close()


def test_a_letter_typed_in_a_text_is_a_letter(open_window: Open, qtbot: QtBot) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    edit = window.page(AnsweringPage).comment.edit
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QTest.keyClick(edit, Qt.Key.Key_D)
    QTest.keyClick(edit, Qt.Key.Key_3)
    assert edit.toPlainText() == "d3"
    assert not driven.current.is_discussed("projet_ecrit")
    driven.close()


def test_a_discussed_question_comes_back_on_the_home_page(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    driven.saved(window.page(AnsweringPage).discuss.click)
    assert driven.current.is_discussed("projet_ecrit")
    window.go(ToHome())
    texts = [
        button.accessibleName() for button in window.page(HomePage).findChildren(QAbstractButton)
    ]
    assert any("1 question « à discuter »" in text for text in texts)
    driven.close()


def test_the_whole_theme_is_answered_by_keyboard_alone(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    while (entry := window.page(AnsweringPage).entry) is not None and entry.theme == "projet":
        if isinstance(window.page(AnsweringPage).field, LevelField):
            driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_2))
        driven.rested()
        QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_Return)
    score = driven.current.results.nodes["projet"].score
    assert score == 50
    window.go(ToResults())
    assert window.pages.currentWidget() is window.page(ResultsPage)
    driven.close()


def test_a_second_copy_is_kept_out(open_window: Open, tmp_path: Path) -> None:
    driven = open_window()
    with pytest.raises(DatabaseInUse):
        hold(DataFolder(tmp_path / "donnees"), clock())
    driven.close()
    hold(DataFolder(tmp_path / "donnees"), clock())()


def test_every_control_of_every_page_has_a_name(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    window.go(ToResults())
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for widget in window.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []
    driven.close()


def test_the_text_size_and_the_theme_change_at_once_and_are_kept(open_window: Open) -> None:
    driven = begun(open_window)
    before = driven.window
    before.go(ToQuestion("projet_ecrit"))
    before.page(AnsweringPage).comment.edit.setPlainText("en cours")
    for fold in (before.page(AnsweringPage).help.counting, before.page(AnsweringPage).help.why):
        fold.title.toggle()
    folds = before.page(AnsweringPage).help.folds
    before.settings_wanted.emit(Preferences("dark", 150))
    assert driven.window is not before
    assert driven.window.look.is_dark
    assert driven.window.look.scale == 1.5
    assert driven.window.page(AnsweringPage).help.folds == folds
    driven.close()
    again = open_window()
    # The place of the window is kept beside what was chosen.
    assert again.window.settings._replace(window=None) == Preferences("dark", 150)
    assert again.window.settings.window is not None
    assert again.current.answer("projet_ecrit").comment == "en cours"
    again.close()


def test_a_year_is_closed_frozen_and_followed_by_the_next(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_2))
    driven.saved(window.session.seal)
    assert _state(driven) == "sealed"
    window.go(ToQuestion("projet_ecrit"))
    field = window.page(AnsweringPage).field
    assert field is not None
    # A year that is over can be read, and nothing of it changes.
    assert field.is_kept
    QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_3)
    assert driven.current.answer("projet_ecrit").value == "n2"
    window.acts.is_sure = lambda _told, _stay, _do: True
    with driven.qtbot.waitSignal(window.session.opened):
        window.page(HomePage).wanted.emit(BeginYear(2027))
    assert driven.current.assessment.year == 2027
    assert driven.current.kept == {}
    assert window.session.former is not None
    assert window.session.former.answer("projet_ecrit").value == "n2"
    window.go(ToQuestion("projet_ecrit"))
    shown = [text.text() for text in window.page(AnsweringPage).findChildren(QLabel)]
    assert "Évaluation 2026" in shown
    first = window.session.years[1].id
    with driven.qtbot.waitSignal(window.session.opened):
        window.page(HomePage).wanted.emit(OpenYear(first))
    driven.saved(window.session.reopen)
    assert _state(driven) == "draft"
    driven.close()


def _state(driven: Driven) -> str:
    return driven.current.assessment.state


def test_several_structures_are_one_click_apart(
    open_window: Open, demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path / "donnees")
    driven = open_window()
    window = driven.window
    assert driven.current.structure.name == "Les Deux Rives"
    assert driven.current.assessment.year == 2026
    menu = window.bar.structures.menu()
    assert menu is not None
    (other,) = [found for found in menu.actions() if "Passerelle" in found.text()]
    with driven.qtbot.waitSignal(window.session.opened):
        other.trigger()
    assert driven.current.structure.name == "Passerelle Intérim"
    driven.close()


def test_the_first_page_is_there_before_the_data_are_open(
    open_window: Open, tmp_path: Path
) -> None:
    driven = begun(open_window)
    driven.window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(driven.window.page(AnsweringPage), Qt.Key.Key_3))
    driven.close()
    program = app.Program(tmp_path / "donnees", clock)
    window = program.window
    window.show()
    assert program.session.current is None
    assert window.pages.currentWidget() is window.page(HomePage)
    now = window.page(HomePage).now
    assert now is not None
    with driven.qtbot.waitSignal(program.session.opened):
        # A click that comes before the data is kept for them.
        now.click()
        program.open()
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    program.close()


def test_letters_alone_do_nothing_where_a_person_wants_none(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    window.settings_wanted.emit(window.settings._replace(letter_keys=False))
    QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_3)
    QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_D)
    assert window.session.unsaved == 0
    QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_Return)
    entry = window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.id != "projet_ecrit"
    window.settings_wanted.emit(window.settings._replace(letter_keys=True))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_3))
    driven.close()


def test_two_clicks_on_begin_make_one_structure(open_window: Open) -> None:
    driven = open_window()
    window = driven.window
    window.page(WelcomePage).name.setText("Les Deux Rives")
    for field, options in PROFILE.items():
        for option in options:
            window.page(WelcomePage).boxes[field][option].setChecked(True)
    with driven.qtbot.waitSignal(window.session.opened):
        window.page(WelcomePage).go.click()
        window.page(WelcomePage).go.click()
    driven.idle()
    assert driven.current.standing.others == ()
    driven.close()


def test_to_discuss_pressed_twice_at_once_is_off_again(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    with driven.qtbot.waitSignal(window.session.saved):
        QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_D)
        QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_D)
    assert not driven.current.is_discussed("projet_ecrit")
    driven.close()


def test_a_closed_year_asks_for_no_more_answers(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    driven.saved(window.session.seal)
    window.go(ToHome())
    title = "L’évaluation 2026 est terminée."
    driven.qtbot.waitUntil(
        lambda: (
            title
            in [
                item.text()
                for item in window.page(HomePage).findChildren(QLabel)
                if item.isVisible()
            ]
        )
    )
    now = window.page(HomePage).now
    assert now is not None
    assert "Reprendre" not in now.text()
    driven.close()


def test_results_without_an_answer_lead_to_the_questions(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToResults())
    results = window.page(ResultsPage)
    driven.qtbot.waitUntil(results.next.answer.isVisible)
    assert not results.next.plan.isVisible()
    results.next.answer.click()
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_2))
    window.go(ToResults())
    # One answer makes no score: one goes on answering before there is a plan to prepare.
    words = "Continuer à répondre"
    driven.qtbot.waitUntil(lambda: results.next.answer.accessibleName() == words)
    assert not results.next.plan.isVisible()
    driven.close()


def test_what_is_mended_is_not_called_missing_any_more(open_window: Open) -> None:
    driven = open_window()
    form = driven.window.page(WelcomePage)._form
    assert not form.is_complete()
    assert not form.fault.isHidden()
    QTest.keyClicks(form.name, "L")
    assert form.fault.isHidden()
    driven.close()
