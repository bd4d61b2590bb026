"""The profile and the settings: what they show is what is kept, at once or on the button."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.session.destinations import ToHome, ToPreferences, ToStructure
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
    assert _said(driven) == "Aucun changement pour l’instant."
    form.boxes["structure_type"]["etti"].click()
    assert "questions de plus" in _said(driven)
    assert _said(driven).endswith("Vos réponses restent gardées.")
    assert _kinds(driven) == ("ai",)
    asked = driven.current.results.progress.asked
    driven.saved(page.keep.click)
    assert _kinds(driven) == ("ai", "etti")
    assert driven.current.results.progress.asked > asked
    assert _said(driven) == "Vos changements sont enregistrés."
    driven.qtbot.waitUntil(lambda: not page.keep.isEnabled())
    driven.close()


def test_a_new_name_is_seen_in_the_title_and_found_again(open_window: Open) -> None:
    driven = begun(open_window)
    page, form = driven.window.page(ProfilePage), _form(driven)
    form.name.clear()
    QTest.keyClicks(form.name, "Trois Rives")
    driven.saved(page.keep.click)
    assert driven.window.windowTitle() == "Votre structure – Trois Rives – CAP Desktop"
    driven.close()
    again = open_window()
    assert again.current.structure.name == "Trois Rives"
    again.close()


def test_a_profile_without_what_it_needs_is_not_kept(open_window: Open) -> None:
    driven = begun(open_window)
    page, form = driven.window.page(ProfilePage), _form(driven)
    form.boxes["structure_type"]["ai"].click()
    page.keep.click()
    fault = form.faults["structure_type"]
    driven.qtbot.waitUntil(lambda: fault.isVisibleTo(page))
    assert _kinds(driven) == ("ai",)
    driven.close()


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
