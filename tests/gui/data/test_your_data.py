"""« Vos données »: what is said is what is there; what is erased or moved is seen in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cap_desktop import app, paths
from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.gui.data.your_data_page import YourDataPage
from cap_desktop.gui.kit.decision import Decision
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.session.destinations import ToHome, ToPreferences, ToYourData
from cap_desktop.gui.settings.preferences_page import PreferencesPage
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.notices.notice import Notice
from cap_desktop.paths import DataFolder, led_from
from cap_desktop.services.folder.erasure_order import write_order
from cap_desktop.services.folder.local_data import LocalData
from tests.folders import clock
from tests.gui.driving import Driven, Open


@pytest.fixture
def at_home(qtbot: QtBot, tmp_path: Path, demonstration: Path) -> Iterator[Callable[[], Driven]]:
    """Open the program as a start does, from the folder of the system."""
    home = DataFolder(tmp_path / "systeme")
    shutil.copytree(demonstration, home.path)
    opened: list[Driven] = []
    looks.load_fonts()

    def make() -> Driven:
        where = led_from(home)
        program = app.Program(where.folder.path, clock, where=where)
        driven = Driven(program, qtbot)
        opened.append(driven)
        program.open()
        qtbot.waitUntil(lambda: program.session.is_ready and not program._lane.is_busy)
        return driven

    yield make
    for driven in opened:
        driven.close()
        driven.window.deleteLater()


def _page(driven: Driven) -> YourDataPage:
    driven.window.go(ToYourData())
    page = driven.window.page(YourDataPage)
    _read(driven, page)
    return page


def _read(driven: Driven, page: YourDataPage) -> None:
    """Wait until what is kept was read and is in sight."""
    driven.idle()
    driven.qtbot.waitUntil(lambda: "Déplacer mes données" in _said(page))


def _buttons(page: YourDataPage) -> dict[str, QPushButton]:
    found = page.findChildren(QPushButton)
    return {item.accessibleName() or item.text(): item for item in found if item.isVisible()}


def _said(page: YourDataPage) -> str:
    texts = [item.text() for item in page.findChildren(QLabel) if item.isVisible()]
    return " ".join(texts).replace("\u00a0", " ").replace("\u200b", "")


def _saying(asked: list[Notice], *, sure: bool) -> Callable[[Notice, str, str], bool]:
    def answer(told: Notice, _do: str, _keep: str) -> bool:
        asked.append(told)
        return sure

    return answer


def test_it_says_what_is_kept_where_and_who_can_read_it(demonstrated: Driven) -> None:
    demonstrated.window.go(ToPreferences())
    demonstrated.window.page(PreferencesPage).your_data.click()
    page = _page(demonstrated)
    assert demonstrated.window.pages.currentWidget() is page
    said = _said(page)
    assert "Vos réponses et vos plans" in said
    assert str(demonstrated.program.folder.database) in said
    assert "1 fichier, " in said
    assert "Les copies de sécurité" in said
    assert "Lisible par votre compte seulement." in said
    assert "CAP_DESKTOP_DATA" in said


def test_a_year_is_counted_first_and_kept_where_nobody_is_sure(demonstrated: Driven) -> None:
    page, asked = _page(demonstrated), list[Notice]()
    page.is_sure = _saying(asked, sure=False)
    name = demonstrated.current.structure.name
    year = demonstrated.window.session.years[-1].year
    with demonstrated.qtbot.waitSignal(page.own_data.previewed):
        _buttons(page)[f"Effacer {year} de {name}"].click()
    (told,) = asked
    assert f"Effacer l’année {year}" in told.title
    assert "réponses, avec leur historique" in told.found
    assert "copie de sécurité" in told.found
    assert "ni Annuler" in told.advice
    assert year in {item.year for item in demonstrated.window.session.years}


def test_an_erased_year_is_seen_no_more_and_nothing_is_offered_to_undo(
    demonstrated: Driven,
) -> None:
    page = _page(demonstrated)
    page.is_sure = _saying([], sure=True)
    session = demonstrated.window.session
    name, year = demonstrated.current.structure.name, session.years[-1].year
    with demonstrated.qtbot.waitSignal(page.own_data.erased):
        _buttons(page)[f"Effacer {year} de {name}"].click()
    demonstrated.idle()
    assert year not in {item.year for item in session.years}
    assert session.undo_stack.canUndo() is False
    assert not page.work.isVisible()
    _read(demonstrated, page)
    assert demonstrated.window.pages.currentWidget() is page
    assert (
        page.said.text().replace("\u00a0", " ") == f"L’année {year} est effacée, copies comprises."
    )
    assert f"Effacer {year} de {name}" not in _buttons(page)
    assert "Dernier effacement : une année" in _said(page)


def test_the_open_year_may_be_erased_and_another_one_opens(demonstrated: Driven) -> None:
    page = _page(demonstrated)
    page.is_sure = _saying([], sure=True)
    name, year = demonstrated.current.structure.name, demonstrated.current.assessment.year
    with demonstrated.qtbot.waitSignal(page.own_data.erased):
        _buttons(page)[f"Effacer {year} de {name}"].click()
    demonstrated.idle()
    assert demonstrated.current.assessment.year == year - 1
    demonstrated.window.go(ToHome())
    assert str(year - 1) in demonstrated.window.windowTitle()


def test_after_everything_the_first_launch_is_shown(demonstrated: Driven) -> None:
    page = _page(demonstrated)
    page.is_sure = _saying([], sure=True)
    with demonstrated.qtbot.waitSignal(page.own_data.emptied):
        page.erase_all.click()
    demonstrated.idle()
    window = demonstrated.window
    assert window.pages.currentWidget() is window.page(WelcomePage)
    assert window.session.current is None
    assert not window.bar.isVisible()
    said = window.strip.toast
    assert said.isVisible()
    assert said.words.text() == "Tout est effacé, copies comprises."
    window.page(WelcomePage).name.setText("Une autre")
    demonstrated.close()
    again = app.Program(demonstrated.program.folder.path, clock)
    assert again.session.standing is None
    again.close()


def test_an_erasure_that_nobody_here_asked_for_is_told_shown_and_given_up(
    demonstrated: Driven,
) -> None:
    folder = demonstrated.program.folder
    years = demonstrated.window.session.years
    demonstrated.close()
    write_order(folder, Erasure(), clock())
    again = Driven(app.Program(folder.path, clock), demonstrated.qtbot)
    again.program.open()
    toast = again.window.strip.toast
    again.qtbot.waitUntil(lambda: "attend votre accord" in toast.words.text())
    assert again.window.session.years == years
    toast.act.click()
    page = again.window.page(YourDataPage)
    _read(again, page)
    assert "Ce dossier demande d’effacer tout." in _said(page)
    asked = list[Notice]()
    page.is_sure = _saying(asked, sure=False)
    with again.qtbot.waitSignal(page.own_data.previewed):
        page.see_erasing.click()
    assert asked[0].title.startswith("Tout effacer")
    with again.qtbot.waitSignal(page.own_data.given_up):
        page.give_up.click()
    _read(again, page)
    assert not folder.erasing.exists()
    again.qtbot.waitUntil(lambda: "attend votre accord" not in _said(page))
    assert "Cet effacement est abandonné." in _said(page)
    again.close()
    again.window.deleteLater()


def test_the_second_press_keeps_by_default(demonstrated: Driven) -> None:
    page = _page(demonstrated)
    answers: list[bool] = []

    def press(key: Qt.Key) -> None:
        (dialog,) = page.findChildren(Decision)
        QTest.keyClick(dialog, key)
        dialog.deleteLater()

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTimer.singleShot(50, page, lambda key=key: press(key))
        answers.append(page.is_sure(Notice("Tout effacer ?"), "Effacer", "Garder"))
    assert answers == [False, False]


def test_the_data_are_moved_and_what_is_typed_goes_where_they_are(
    at_home: Open, tmp_path: Path
) -> None:
    driven = at_home()
    page, new = _page(driven), tmp_path / "ailleurs" / "cap"
    page.is_sure = _saying([], sure=True)
    page.ask_folder = lambda _title: new
    with driven.qtbot.waitSignal(page.own_data.moved):
        page.choose.click()
    driven.idle()
    assert driven.program.folder.path == new
    assert (new / "cap.lock").exists()
    assert not (tmp_path / "systeme" / "cap.lock").exists()
    before = (tmp_path / "systeme" / "cap.db").read_bytes()
    driven.saved(
        lambda: driven.window.session.change_year(
            lambda services, year: services.answering.mark_discussed(
                year, "projet_ecrit", "Direction", discuss=True
            )
        )
    )
    assert (tmp_path / "systeme" / "cap.db").read_bytes() == before
    page = _page(driven)
    assert "Vous pourrez le supprimer au prochain démarrage." in _said(page)
    driven.close()
    again = at_home()
    assert again.program.folder.path == new
    page = _page(again)
    page.is_sure = _saying([], sure=True)
    with again.qtbot.waitSignal(page.own_data.former_removed):
        page.remove.click()
    left = {path.name for path in (tmp_path / "systeme").iterdir()}
    assert left == {"emplacement.json"}
    assert again.current.structure.name


def test_a_folder_that_is_refused_says_why_and_nothing_moves(at_home: Open, tmp_path: Path) -> None:
    driven = at_home()
    page = _page(driven)
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein" / "photo.jpg").write_bytes(b"x")
    page.ask_folder = lambda _title: tmp_path / "plein"
    with driven.qtbot.waitSignal(page.own_data.failed):
        page.choose.click()
    assert "« plein » n’est pas vide" in page.said.text().replace("\u00a0", " ")
    assert driven.program.folder.path == tmp_path / "systeme"


def test_a_window_closed_in_the_middle_of_erasing_finishes_it(demonstrated: Driven) -> None:
    page = _page(demonstrated)
    page.is_sure = _saying([], sure=True)
    name, year = demonstrated.current.structure.name, demonstrated.window.session.years[-1].year
    with demonstrated.qtbot.waitSignal(
        page.own_data.began, check_params_cb=lambda what: what == "erase"
    ):
        _buttons(page)[f"Effacer {year} de {name}"].click()
    assert page.work.isVisible()
    demonstrated.close()
    assert not demonstrated.program.folder.erasing.exists()
    services = LocalData(demonstrated.program.folder, clock).open()
    found = {
        item.year
        for one in services.assessments.structures()
        if one.name == name
        for item in services.assessments.years(one.id)
    }
    assert found
    assert year not in found
    services._database.close()


def test_a_window_closed_in_the_middle_of_moving_has_the_data_in_one_folder(
    at_home: Open, tmp_path: Path
) -> None:
    driven = at_home()
    page, new = _page(driven), tmp_path / "ailleurs"
    page.is_sure = _saying([], sure=True)
    page.ask_folder = lambda _title: new
    with driven.qtbot.waitSignal(page.own_data.began):
        page.choose.click()
    driven.close()
    assert not (new / "cap.lock").exists()
    assert not (tmp_path / "systeme" / "cap.lock").exists()
    where = paths.led_from(DataFolder(tmp_path / "systeme"))
    assert where.folder.path == new
    again = at_home()
    assert again.current.structure.name
