"""The first launch: three steps by keyboard or by mouse, nothing asked twice, nothing lost."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.kit.choice_card import RadioCard
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToBeginning, ToQuestion
from cap_desktop.gui.structure.welcome_page import HELLO, STRUCTURE, WHO, WelcomePage
from cap_desktop.preferences import Preferences
from tests.folders import clock
from tests.gui.driving import PROFILE, Driven, Open


def _filled(driven: Driven, name: str = "Les Deux Rives") -> None:
    page = driven.window.page(WelcomePage)
    page.name.setText(name)
    for field, options in PROFILE.items():
        for option in options:
            page.boxes[field][option].setChecked(True)


def _press(key: Qt.Key) -> None:
    """Type a key where the focus is, as a person does."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def test_the_first_launch_is_done_by_keyboard_alone(open_window: Open, qtbot: QtBot) -> None:
    driven = open_window()
    window, page = driven.window, driven.window.page(WelcomePage)
    window.activateWindow()
    qtbot.waitUntil(page.onward.hasFocus)
    _press(Qt.Key.Key_Return)
    assert page.step == STRUCTURE
    assert page.name.hasFocus()
    QTest.keyClicks(page.name, "Les Deux Rives")
    for boxes in page.boxes.values():
        _press(Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        assert reached in boxes.values()
        _press(Qt.Key.Key_Space)
        # The arrows move inside a field: Tab from its last card leads to the next field.
        last = list(boxes.values())[-1]
        if not isinstance(last, RadioCard):
            last.setFocus()
    _press(Qt.Key.Key_Return)
    assert page.step == WHO
    _press(Qt.Key.Key_Down)
    assert page.left_off().group == "board"
    with qtbot.waitSignal(window.session.opened):
        _press(Qt.Key.Key_Return)
    assert driven.current.structure.name == "Les Deux Rives"
    assert driven.current.profile["structure_type"] == ("aci",)
    assert window.session.by == "Conseil d’administration"
    driven.close()


def test_only_the_name_is_needed_and_said_only_when_going_on(
    open_window: Open, qtbot: QtBot
) -> None:
    driven = open_window()
    window, page = driven.window, driven.window.page(WelcomePage)
    window.activateWindow()
    page.onward.click()
    page.boxes["structure_type"]["ai"].click()
    assert not page._form.fault.isVisible()
    page.onward.click()
    assert page.step == STRUCTURE
    assert page._form.fault.isVisible()
    qtbot.waitUntil(page.name.hasFocus)
    QTest.keyClicks(page.name, "Les Deux Rives")
    assert not page._form.fault.isVisible()
    page.onward.click()
    assert page.step == WHO
    with qtbot.waitSignal(window.session.opened):
        page.go.click()
    assert driven.current.profile == {"structure_type": ("ai",)}
    assert driven.current.standing.left > 90
    driven.close()


def test_the_second_step_fits_a_small_laptop(open_window: Open) -> None:
    driven = open_window()
    page = driven.window.page(WelcomePage)
    driven.window.resize(1366, 720)
    page.show_step(STRUCTURE)
    for _turn in range(3):
        QApplication.processEvents()
    area = page._steps.currentWidget()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    for boxes in page.boxes.values():
        assert len({box.height() for box in boxes.values()}) == 1
    driven.close()


def test_what_is_typed_before_the_data_are_open_is_typed_in_the_first_launch(
    tmp_path: Path, qtbot: QtBot
) -> None:
    looks.load_fonts()
    program = app.Program(tmp_path / "donnees", clock)
    program.open()
    page = program.window.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    assert program.window.windowTitle() == "Premier lancement – CAP Desktop"
    page.onward.click()
    QTest.keyClicks(page.name, "Bientot")
    qtbot.waitUntil(lambda: program.session.is_ready and not program._lane.is_busy)
    assert page.step == STRUCTURE
    assert page.name.text() == "Bientot"
    program.close()
    program.window.deleteLater()


def test_a_structure_is_added_beside_or_given_up(demonstrated: Driven, qtbot: QtBot) -> None:
    window = demonstrated.window
    window.go(ToBeginning())
    page = window.page(WelcomePage)
    assert page.step == STRUCTURE
    assert page._said_title.text() == "Ajouter une structure"
    assert page.give_up.isVisible()
    assert all(tab.isVisible() for tab in window.bar.tabs())
    page.name.setFocus()
    QTest.keyClicks(page.name, "les deux rives")
    assert "porte déjà ce nom" in page._form.doubt.text()
    QTest.keyClick(page.name, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.page(ResultsPage)
    assert demonstrated.current.structure.name == "Les Deux Rives"
    window.go(ToBeginning())
    assert page.name.text() == ""
    page.give_up.click()
    assert window.pages.currentWidget() is window.page(ResultsPage)
    window.go(ToBeginning())
    QTest.keyClicks(page.name, "Une  autre")
    page.onward.click()
    with qtbot.waitSignal(window.session.opened):
        page.go.click()
    assert demonstrated.current.structure.name == "Une autre"
    assert "Les Deux Rives" in [other.name for other in demonstrated.current.standing.others]


def test_a_type_is_known_by_its_acronym_and_several_hold_together(open_window: Open) -> None:
    driven = open_window()
    page = driven.window.page(WelcomePage)
    boxes = page.boxes["structure_type"]
    found = QAccessible.queryAccessibleInterface(boxes["aci"])
    assert found is not None
    assert found.role() == QAccessible.Role.CheckBox
    assert found.text(QAccessible.Text.Name) == "ACI, Atelier et chantier d’insertion"
    boxes["aci"].click()
    boxes["ei"].click()
    assert page.profile()["structure_type"] == ("aci", "ei")
    driven.close()


def test_a_card_is_chosen_by_a_click_anywhere_on_it(qtbot: QtBot) -> None:
    grid = ChoiceGrid(Look(), {"a": ("Un", "Une ligne"), "b": ("Deux", "")})
    qtbot.addWidget(grid)
    grid.resize(400, 200)
    grid.show()
    last = grid.boxes["b"]
    corner = QPoint(last.width() - 3, last.height() - 3)
    with qtbot.waitSignal(grid.chosen) as seen:
        QTest.mouseClick(last, Qt.MouseButton.LeftButton, pos=corner)
    assert seen.args == [("b",)]
    grid.show_values(())
    assert grid.values == ()


def test_one_can_go_back_and_change_ones_mind(open_window: Open) -> None:
    driven = open_window()
    page = driven.window.page(WelcomePage)
    page.onward.click()
    _filled(driven)
    page.onward.click()
    page.back.click()
    assert page.step == STRUCTURE
    assert page.name.text() == "Les Deux Rives"
    page.back.click()
    assert page.step == HELLO
    assert not page.back.isVisibleTo(page)
    driven.close()


def test_a_larger_text_keeps_what_was_typed(open_window: Open) -> None:
    driven = open_window()
    driven.window.page(WelcomePage).show_step(STRUCTURE)
    _filled(driven)
    driven.window.settings_wanted.emit(driven.window.settings._replace(text_size=200))
    page = driven.window.page(WelcomePage)
    assert page.step == STRUCTURE
    assert page.name.text() == "Les Deux Rives"
    assert page.profile() == PROFILE
    driven.close()


def test_at_twice_the_size_the_steps_are_one_line_and_nothing_is_cut(open_window: Open) -> None:
    driven = open_window()
    driven.window.settings_wanted.emit(Preferences(text_size=200))
    page = driven.window.page(WelcomePage)
    page.show_step(STRUCTURE)
    QApplication.processEvents()
    assert not page._panel.isVisibleTo(page)
    assert page._header_text.text() == "Étape 2 sur 3 · Votre structure"
    area = page._steps.currentWidget()
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= area.viewport().width()
    shown = [item for item in page.findChildren(QPushButton) if item.isVisibleTo(page)]
    assert all(item.x() + item.width() <= page.width() for item in shown)
    driven.close()


def test_who_answers_is_kept_with_each_answer(open_window: Open) -> None:
    driven = open_window()
    page = driven.window.page(WelcomePage)
    page.onward.click()
    _filled(driven)
    page.onward.click()
    page._groups.boxes["together"].click()
    with driven.qtbot.waitSignal(driven.window.session.opened):
        page.go.click()
    driven.window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(driven.window.page(AnsweringPage), Qt.Key.Key_3))
    assert driven.current.kept["projet_ecrit"].updated_by == "Ensemble, en groupe"
    driven.close()
    again = open_window()
    assert again.window.session.by == "Ensemble, en groupe"
    again.close()


def test_the_first_launch_has_its_own_title_and_no_tabs(open_window: Open) -> None:
    driven = open_window()
    assert driven.window.windowTitle() == "Premier lancement – CAP Desktop"
    driven.window.page(WelcomePage).show_step(STRUCTURE)
    shown = [item for item in driven.window.findChildren(QLineEdit) if item.isVisible()]
    assert shown == [driven.window.page(WelcomePage).name]
    assert not driven.window.bar.isVisible()
    driven.close()
