"""A copy is looked at, restored, and taken back; what is typed meanwhile is safe."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cap_desktop.errors import CapError, CopyNotRestored, NoLongerThere
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.copies.copies_page import CopiesPage
from cap_desktop.gui.copies.copy_page import CHOSEN, WHOLE, CopyPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.session.destinations import ToPreferences
from cap_desktop.gui.session.tasks import BeginYear
from cap_desktop.gui.settings.preferences_page import PreferencesPage
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from tests.gui.copies.driving import (
    TODAY,
    comment_of,
    copies_page,
    copy_page,
    opened,
    plain,
    say,
)
from tests.gui.driving import Driven, columns


def test_the_list_says_why_each_copy_is_there_and_what_differs(demonstrated: Driven) -> None:
    say(demonstrated, "Après la copie")
    page = copies_page(demonstrated)
    assert columns(page.table, 0) == ["Aujourd’hui"]
    assert columns(page.table, 1) == ["Copie du jour"]
    assert [plain(cell) for cell in columns(page.table, 4)] == ["1 réponse différente"]
    page.make.click()
    demonstrated.idle()
    assert columns(page.table, 1) == ["Demandée par vous", "Copie du jour"]
    assert columns(page.table, 4)[0] == "Identique à vos données"
    assert page._hint.text() == "La copie est faite."


def test_restoring_takes_three_clicks_from_the_settings(demonstrated: Driven) -> None:
    window = demonstrated.window
    before = comment_of(demonstrated)
    say(demonstrated, "Après la copie")
    window.go(ToPreferences())
    window.page(PreferencesPage).to_copies.click()
    demonstrated.idle()
    table = window.page(CopiesPage).table
    table.clicked.emit(table.texts.index(0, 0))
    demonstrated.idle()
    page = window.page(CopyPage)
    assert window.pages.currentWidget() is page
    page.what.boxes[WHOLE].click()
    opened(demonstrated, page.restore.click)
    assert comment_of(demonstrated) == before
    assert window.pages.currentWidget() is window.page(HomePage)
    assert "La copie du 24 novembre 2026 est ouverte." in plain(window.strip.toast.words.text())
    assert [made.text() for made in window.strip.toast._acts if made.isVisible()] == ["Revenir"]


def test_a_restore_is_taken_back_by_the_strip_and_by_ctrl_z(demonstrated: Driven) -> None:
    window = demonstrated.window
    before = comment_of(demonstrated)
    say(demonstrated, "Après la copie")
    opened(demonstrated, copy_page(demonstrated).restore.click)
    assert comment_of(demonstrated) == before
    opened(demonstrated, window.strip.toast.act.click)
    assert comment_of(demonstrated) == "Après la copie"
    opened(demonstrated, copy_page(demonstrated).restore.click)
    say(demonstrated, "Une réponse de plus", "projet_individuel")
    window.taking_back.undo()
    demonstrated.idle()
    assert comment_of(demonstrated) == before
    opened(demonstrated, window.taking_back.undo)
    assert comment_of(demonstrated) == "Après la copie"


def test_one_answer_is_taken_back_and_the_rest_of_today_stays(demonstrated: Driven) -> None:
    window = demonstrated.window
    before = comment_of(demonstrated)
    say(demonstrated, "Après la copie")
    say(demonstrated, "Elle aussi", "projet_individuel")
    page = copy_page(demonstrated, what=CHOSEN)
    assert page.chosen.title.text() == "Les 2 réponses différentes"
    assert not page.restore.isEnabled()
    assert page.chosen.grid is not None
    (box,) = [
        box
        for box, place in zip(
            page.chosen.grid.boxes.values(), page.chosen._answers.values(), strict=True
        )
        if place == (demonstrated.current.assessment.id, "projet_ecrit")
    ]
    assert "Aujourd’hui" in box.accessibleName()
    box.click()
    assert plain(page.restore.accessibleName()) == "Reprendre 1 réponse"
    opened(demonstrated, page.restore.click)
    assert comment_of(demonstrated) == before
    assert comment_of(demonstrated, "projet_individuel") == "Elle aussi"
    said = plain(window.strip.toast.words.text())
    assert said == "1 réponse reprise de la copie du 24 novembre 2026."
    opened(demonstrated, window.taking_back.undo)
    assert comment_of(demonstrated) == "Après la copie"
    assert comment_of(demonstrated, "projet_individuel") == "Elle aussi"


def test_where_nothing_differs_there_is_nothing_to_choose(demonstrated: Driven) -> None:
    page = copy_page(demonstrated)
    assert not page.what.isVisible()
    assert not page.chosen.isVisible()
    assert page.restore.isEnabled()
    assert page._years.isVisible()


def test_what_waits_is_saved_before_in_the_data_it_was_typed_in(demonstrated: Driven) -> None:
    window = demonstrated.window
    page = copy_page(demonstrated)
    desk = AnsweringPresenter(window.session)

    def act() -> None:
        desk.comment("projet_ecrit", "Tapé juste avant")
        page.restore.click()

    opened(demonstrated, act)
    assert comment_of(demonstrated) != "Tapé juste avant"
    opened(demonstrated, window.strip.toast.act.click)
    assert comment_of(demonstrated) == "Tapé juste avant"


def test_what_is_typed_meanwhile_is_saved_in_what_is_opened(demonstrated: Driven) -> None:
    page = copy_page(demonstrated)
    desk = AnsweringPresenter(demonstrated.window.session)

    def act() -> None:
        page.restore.click()
        desk.comment("projet_ecrit", "Tapé pendant ce temps")

    opened(demonstrated, act)
    assert not demonstrated.window.session.unsaved
    assert comment_of(demonstrated) == "Tapé pendant ce temps"


def test_what_is_typed_meanwhile_in_a_year_that_the_copy_lacks_is_told_as_not_kept(
    demonstrated: Driven,
) -> None:
    session = demonstrated.window.session
    last = session.years[0].year
    demonstrated.window.acts.is_sure = lambda _told, _stay, _do: True
    demonstrated.window.meet(BeginYear(last + 1))
    demonstrated.idle()
    assert demonstrated.current.assessment.year == last + 1
    page = copy_page(demonstrated)
    desk = AnsweringPresenter(session)
    told: list[CapError] = []
    session.not_saved.connect(told.append)

    def act() -> None:
        page.restore.click()
        desk.comment("projet_ecrit", "Tapé pendant ce temps")

    opened(demonstrated, act)
    (error,) = told
    assert isinstance(error, NoLongerThere)
    assert notice(error) == (
        "Cette année n’est plus dans les données ouvertes : "
        "ce qui vient d’y être écrit n’a pas été gardé."
    ).replace(" :", "\u00a0:")
    assert not session.unsaved
    say(demonstrated, "Toujours là")
    assert comment_of(demonstrated) == "Toujours là"


def test_a_damaged_copy_says_so_and_cannot_be_restored(
    demonstrated: Driven, tmp_path: Path
) -> None:
    copy = DataFolder(tmp_path / "donnees").copies / TODAY
    copy.write_bytes(os.urandom(40_000))
    page = copies_page(demonstrated)
    assert columns(page.table, 4) == ["Abîmée"]
    assert page._trail.title.text().startswith("1")
    shown = copy_page(demonstrated)
    assert not shown.restore.isEnabled()
    assert "n’a pas pu être restaurée" in plain(shown._fault.text())


def test_a_copy_that_goes_before_it_is_restored_leaves_the_data_usable(
    demonstrated: Driven, tmp_path: Path
) -> None:
    page = copy_page(demonstrated)
    (DataFolder(tmp_path / "donnees").copies / TODAY).unlink()
    told: list[CapError] = []
    demonstrated.window.session.not_saved.connect(told.append)
    page.restore.click()
    demonstrated.idle()
    assert isinstance(told[0], CopyNotRestored)
    say(demonstrated, "Toujours là")
    assert comment_of(demonstrated) == "Toujours là"


def _press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def _tab_to(name: str) -> None:
    for _stop in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName().strip() == name:
            return
        _press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_restoring_by_the_keyboard_alone(demonstrated: Driven) -> None:
    window = demonstrated.window
    before = comment_of(demonstrated)
    say(demonstrated, "Après la copie")
    _tab_to(window.bar.adjust.accessibleName())
    _press(Qt.Key.Key_Space)
    demonstrated.idle()
    _tab_to("Copies et récupération")
    _press(Qt.Key.Key_Return)
    demonstrated.idle()
    _tab_to("Copies sur cet ordinateur")
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    demonstrated.idle()
    assert window.pages.currentWidget() is window.page(CopyPage)
    assert window.page(CopyPage).leave_it.hasFocus()
    _tab_to("Ce que je choisis, Le reste d’aujourd’hui ne bouge pas.")
    _press(Qt.Key.Key_Down)
    _tab_to("Restaurer cette copie")
    opened(demonstrated, lambda: _press(Qt.Key.Key_Return))
    assert comment_of(demonstrated) == before
    focused = QApplication.focusWidget()
    assert focused is not None
    opened(
        demonstrated,
        lambda: QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    )
    assert comment_of(demonstrated) == "Après la copie"
