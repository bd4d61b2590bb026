"""The profile and the settings: what they show is what is kept, at once or on the button."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from cap_desktop.domain.scoring.profile_effect import ProfileEffect, effect_of
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.session.destinations import ToHelp, ToHome, ToPreferences, ToStructure
from cap_desktop.gui.settings.preferences_page import PreferencesPage
from cap_desktop.gui.structure.profile_form import ProfileForm
from cap_desktop.gui.structure.profile_page import ProfilePage
from cap_desktop.preferences import Preferences, load
from tests.gui.driving import Driven, Open, begun


def _form(driven: Driven) -> ProfileForm:
    driven.window.go(ToStructure())
    form = driven.window.page(ProfilePage).form
    assert form is not None
    return form


def _kinds(driven: Driven) -> tuple[str, ...]:
    return driven.current.profile["structure_type"]


def _said(driven: Driven) -> str:
    return driven.window.page(ProfilePage)._says.text().replace("\u00a0", " ")


def test_a_change_of_profile_says_what_it_does_before_it_is_kept(open_window: Open) -> None:
    driven = begun(open_window)
    page, form = driven.window.page(ProfilePage), _form(driven)
    assert form.name.text() == "Les Deux Rives"
    assert _said(driven) == "Tout s’enregistre seul."
    form.boxes["structure_type"]["aci"].click()
    assert "questions de plus" in _said(driven)
    assert _said(driven).endswith("Vos réponses restent gardées.")
    assert _kinds(driven) == ("ai",)
    asked = driven.current.results.progress.asked
    driven.saved(page.keep.click)
    assert _kinds(driven) == ("aci", "ai")
    assert driven.current.results.progress.asked > asked
    assert _said(driven) == "Vos changements sont enregistrés."
    assert not page.keep.isVisible()
    driven.close()


def test_a_new_name_is_seen_in_the_title_and_found_again(open_window: Open) -> None:
    driven = begun(open_window)
    _page, form = driven.window.page(ProfilePage), _form(driven)
    form.name.clear()
    QTest.keyClicks(form.name, "Trois Rives")
    driven.saved(lambda: QTest.keyClick(form.name, Qt.Key.Key_Return))
    assert driven.window.windowTitle() == "Votre structure 2026 – Trois Rives – CAP Desktop"
    driven.close()
    again = open_window()
    assert again.current.structure.name == "Trois Rives"
    again.close()


def test_a_structure_without_a_name_is_said_and_keeps_its_own(open_window: Open) -> None:
    driven = begun(open_window)
    page, form = driven.window.page(ProfilePage), _form(driven)
    form.name.clear()
    form.changed.emit()
    driven.window.go(ToHome())
    driven.idle()
    assert driven.current.structure.name == "Les Deux Rives"
    assert page.unsaved_words() == "le nom de votre structure"
    assert "Écrivez le nom" in _said(driven)
    driven.close()


def test_what_is_typed_is_kept_whichever_way_one_leaves(open_window: Open) -> None:
    driven = begun(open_window)
    form = _form(driven)
    form.name.selectAll()
    QTest.keyClicks(form.name, "Trois Rives")
    driven.saved(lambda: driven.window.go(ToHome()))
    assert driven.current.structure.name == "Trois Rives"
    form = _form(driven)
    form.name.selectAll()
    QTest.keyClicks(form.name, "Quatre Rives")
    driven.close()
    again = open_window()
    assert again.current.structure.name == "Quatre Rives"
    again.close()


def _chosen(form: ProfileForm, field: str, option: str) -> dict[str, tuple[str, ...]]:
    """The profile once a card is clicked: beside the others, or in their place."""
    before = form.profile()
    beside = before[field] if field == "structure_type" else ()
    order = [name for name in form.boxes[field] if name in (*beside, option)]
    return {**before, field: tuple(order)}


def test_a_profile_that_asks_the_same_questions_is_kept_at_once(open_window: Open) -> None:
    driven = begun(open_window)
    form = _form(driven)
    opened = driven.current
    same = ProfileEffect(0, 0, 0)
    field, option = next(
        (name, option)
        for name, boxes in form.boxes.items()
        for option in boxes
        if option not in opened.profile[name]
        and effect_of(opened.questionnaire, opened.sheet, _chosen(form, name, option)) == same
    )
    driven.saved(form.boxes[field][option].click)
    assert option in driven.current.profile[field]
    assert not driven.window.page(ProfilePage).keep.isVisible()
    driven.saved(driven.window.session.undo_stack.undo)
    assert form.profile() == opened.profile
    driven.close()


def test_a_profile_that_changes_the_questions_waits_and_can_be_left(open_window: Open) -> None:
    driven = begun(open_window)
    page, form = driven.window.page(ProfilePage), _form(driven)
    form.boxes["structure_type"]["aci"].click()
    assert page.keep.isVisible()
    assert page.unsaved_words() == "le profil de votre structure"
    page.leave_it.click()
    assert form.profile()["structure_type"] == ("ai",)
    assert page.unsaved_words() == ""
    form.boxes["structure_type"]["aci"].click()
    driven.saved(lambda: QTest.keyClick(form.boxes["structure_type"]["aci"], Qt.Key.Key_Return))
    assert _kinds(driven) == ("aci", "ai")
    driven.close()


def test_what_the_structure_is_known_by_is_kept_field_by_field(open_window: Open) -> None:
    driven = begun(open_window)
    _form(driven)
    known = driven.window.page(ProfilePage).identity
    assert known is not None
    driven.qtbot.waitUntil(known.isVisible)
    QTest.keyClicks(known.siret, "732 829 320 00075")
    known.siret.editingFinished.emit()
    assert known.fault.isVisible()
    assert driven.window.page(ProfilePage).unsaved_words() == "le numéro SIRET"
    assert driven.current.structure.identity.siret == ""
    known.siret.setText("732 829 320 00074")
    driven.saved(known.siret.editingFinished.emit)
    assert not known.fault.isVisible()
    known.department.setCurrentIndex(known.department.findData("44 Loire-Atlantique"))
    driven.saved(lambda: known.department.activated.emit(known.department.currentIndex()))
    assert known.region.currentData() == "Pays de la Loire"
    known.since.line.setText("01/01/2025")
    driven.saved(known.since.flush)
    identity = driven.current.structure.identity
    assert identity.siret == "73282932000074"
    assert identity.region == "Pays de la Loire"
    assert identity.agreement_from == date(2025, 1, 1)
    driven.saved(driven.window.session.undo_stack.undo)
    assert known.since.line.text() == ""
    driven.saved(driven.window.session.seal)
    assert known.isEnabled()
    driven.close()
    again = open_window()
    _form(again)
    shown = again.window.page(ProfilePage).identity
    assert shown is not None
    assert shown.siret.text().replace("\u00a0", " ") == "732 829 320 00074"
    again.close()


def test_what_is_typed_and_not_kept_waits_on_the_page(open_window: Open) -> None:
    driven = begun(open_window)
    form = _form(driven)
    form.boxes["structure_type"]["ei"].click()
    driven.window.go(ToHome())
    assert _form(driven) is form
    assert form.profile()["structure_type"] == ("ai", "ei")
    driven.close()


def test_a_closed_year_shows_its_structure_and_changes_nothing(open_window: Open) -> None:
    driven = begun(open_window)
    driven.saved(driven.window.session.seal)
    form = _form(driven)
    assert not form.isEnabled()
    assert "L’année 2026 est terminée" in _said(driven)
    assert not driven.window.page(ProfilePage).keep.isVisibleTo(driven.window.page(ProfilePage))
    driven.close()


def test_a_setting_is_applied_and_kept_at_once(open_window: Open, tmp_path: Path) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToPreferences())
    window.page(PreferencesPage).letters.boxes["off"].click()
    assert driven.window is window
    window.page(PreferencesPage).groups.boxes["board"].click()
    assert window.session.by == "Conseil d’administration"
    kept = load(tmp_path / "donnees" / "reglages.json")
    assert kept == Preferences(letter_keys=False, answers_by="board")
    driven.close()


def test_another_text_size_stays_on_the_settings_with_the_focus_on_it(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToPreferences())
    driven.window.page(PreferencesPage).sizes.boxes["150"].click()
    window = driven.window
    assert window.look.scale == 1.5
    assert window.pages.currentWidget() is window.page(PreferencesPage)
    assert window.page(PreferencesPage).sizes.values == ("150",)
    window.activateWindow()
    driven.qtbot.waitUntil(window.page(PreferencesPage).sizes.boxes["150"].hasFocus)
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Right)
    assert driven.window.look.scale == 1.75
    driven.close()


def test_the_folder_and_the_newest_copy_are_said_in_words(
    open_window: Open, tmp_path: Path
) -> None:
    driven = begun(open_window)
    page = driven.window.page(PreferencesPage)
    driven.window.go(ToPreferences())
    assert page._folder.text() == str(tmp_path / "donnees")
    copies = tmp_path / "donnees" / "copies"
    copies.mkdir(exist_ok=True)
    (copies / "cap-2031-03-01.db").touch()
    driven.window.go(ToPreferences())
    said = page._copied.text().replace("\u00a0", " ")
    assert "La plus récente : 1er mars 2031." in said
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert driven.window.pages.currentWidget() is driven.window.page(HomePage)
    driven.close()


def test_on_a_large_screen_settings_and_help_stand_in_the_middle(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.resize(1920, 1080)
    for place, widest in ((ToPreferences(), 1560), (ToHelp(), 960)):
        window.go(place)
        QApplication.processEvents()
        page = window.pages.currentWidget()
        assert page is not None
        (area,) = page.findChildren(QScrollArea)
        (held,) = [part for part in page.findChildren(QWidget) if part.maximumWidth() == widest]
        # A page that scrolls has its bar at the right of what is read.
        left = held.mapTo(area.viewport(), held.rect().topLeft()).x()
        right = area.viewport().width() - left - held.width()
        assert abs(left - right) <= 1
