"""The year that is open is seen on every page, and no other one is taken for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.session.destinations import (
    ToBeginning,
    ToHome,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToStructure,
)
from cap_desktop.gui.session.tasks import BeginYear, OpenYear
from cap_desktop.gui.window.window_title import window_title
from cap_desktop.notices.notice import Notice
from tests.gui.driving import Driven, Open


def _lines(menu: QMenu) -> list[str]:
    texts = (action.text().replace("\u00a0", " ") for action in menu.actions())
    return [text for text in texts if text]


def _choose(driven: Driven, menu: QMenu, words: str) -> None:
    (action,) = [item for item in menu.actions() if words in item.text().replace("\u00a0", " ")]
    with driven.qtbot.waitSignal(driven.window.session.opened):
        action.trigger()


def _answering(driven: Driven, *, is_sure: bool) -> list[Notice]:
    """Answer every question of the window; what was asked."""
    asked: list[Notice] = []

    def answer(told: Notice, _stay: str, _do: str) -> bool:
        asked.append(told)
        return is_sure

    driven.window.acts.is_sure = answer
    return asked


def test_the_year_is_named_on_every_page_and_in_the_title(demonstrated: Driven) -> None:
    window = demonstrated.window
    for to in (ToHome(), ToQuestion(), ToResults(), ToPlan(), ToStructure()):
        window.go(to)
        assert window.bar.year.isVisible()
        assert window.bar.year.text().strip() == "2026"
        assert " 2026 – Les Deux Rives – CAP Desktop" in f" {window.windowTitle()}"
        assert not window.other_year.isVisible()
    window.go(ToResults())
    assert window.windowTitle() == "Résultats 2026 – Les Deux Rives – CAP Desktop"
    window.go(ToPreferences())
    assert window.windowTitle() == "Réglages – Les Deux Rives – CAP Desktop"


def test_another_year_is_said_on_every_page_and_left_by_one_button(demonstrated: Driven) -> None:
    window = demonstrated.window
    assert _lines(window.bar.year.choices)[:3] == [
        "2026 · en cours",
        "2025 · terminée le 4 décembre 2025",
        "2024 · terminée le 4 décembre 2024",
    ]
    _choose(demonstrated, window.bar.year.choices, "2025 ·")
    assert window.windowTitle() == "Résultats 2025 – Les Deux Rives – CAP Desktop"
    assert window.bar.year.accessibleName() == "Année 2025, terminée, lecture seule"
    for to in (ToHome(), ToQuestion(), ToResults(), ToPlan(), ToStructure(), ToPreferences()):
        window.go(to)
        assert window.other_year.isVisible()
        assert window.other_year.words.text().startswith("Vous regardez 2025")
    assert "Rouvrir 2025" in _lines(window.bar.year.choices)
    with demonstrated.qtbot.waitSignal(window.session.opened):
        window.other_year.back.click()
    assert demonstrated.current.assessment.year == 2026
    assert not window.other_year.isVisible()


def test_the_focus_is_on_no_other_year(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToHome())
    other = demonstrated.current.standing.years[1]
    with demonstrated.qtbot.waitSignal(window.session.opened):
        window.page(HomePage).wanted.emit(OpenYear(other.assessment))
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.focusWidget() is window.page(HomePage).now


def test_the_program_starts_on_the_year_in_progress(
    demonstrated: Driven, open_window: Open
) -> None:
    _choose(demonstrated, demonstrated.window.bar.year.choices, "2024 ·")
    assert demonstrated.current.assessment.year == 2024
    demonstrated.close()
    again = open_window()
    assert again.current.assessment.year == 2026


def test_a_year_is_begun_once_it_is_asked_and_an_empty_one_can_be_removed(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    demonstrated.saved(window.session.seal)
    asked = _answering(demonstrated, is_sure=False)
    window.meet(BeginYear(2027))
    assert [told.title.replace("\u00a0", " ") for told in asked] == ["Commencer l’année 2027 ?"]
    assert "sans être reprises" in asked[0].found
    demonstrated.idle()
    assert demonstrated.current.assessment.year == 2026
    asked = _answering(demonstrated, is_sure=True)
    _choose(demonstrated, window.bar.year.choices, "Commencer 2027")
    assert demonstrated.current.assessment.year == 2027
    _choose(demonstrated, window.bar.year.choices, "Retirer 2027")
    assert "2027" in asked[-1].title
    assert demonstrated.current.assessment.year == 2026
    assert [year.year for year in window.session.years] == [2026, 2025, 2024]


def test_a_year_is_closed_from_the_bar_once_it_is_asked_and_opened_again(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    asked = _answering(demonstrated, is_sure=True)
    (seal,) = [item for item in window.bar.year.choices.actions() if "Terminer" in item.text()]
    demonstrated.saved(seal.trigger)
    assert len(asked) == 1
    assert demonstrated.current.assessment.is_sealed
    (again,) = [item for item in window.bar.year.choices.actions() if "Rouvrir" in item.text()]
    demonstrated.saved(again.trigger)
    assert not demonstrated.current.assessment.is_sealed


def test_a_structure_is_put_away_and_brought_back(demonstrated: Driven) -> None:
    window = demonstrated.window
    asked = _answering(demonstrated, is_sure=True)
    menu = window.bar.structures.choices
    _choose(demonstrated, menu, "Archiver « Les Deux Rives »")
    assert "toutes gardées" in asked[0].safe
    other = demonstrated.current.structure.name
    assert other != "Les Deux Rives"
    assert "Les Deux Rives" not in _lines(menu)
    _choose(demonstrated, menu, "Reprendre « Les Deux Rives »")
    assert demonstrated.current.structure.name == "Les Deux Rives"
    assert len(demonstrated.current.kept) > 100
    assert other in _lines(menu)


@pytest.mark.parametrize(
    ("width", "words", "icons", "menu"),
    [(1366, 4, 4, False), (1180, 4, 4, False), (1100, 0, 4, False), (900, 0, 4, False)],
)
def test_the_tabs_keep_their_words_as_long_as_there_is_room(
    demonstrated: Driven, width: int, words: int, icons: int, menu: bool
) -> None:
    bar = demonstrated.window.bar
    demonstrated.window.setMinimumSize(1, 1)
    demonstrated.window.resize(width, 720)
    QApplication.processEvents()
    QApplication.processEvents()
    assert sum(bool(tab.text()) for tab in bar.tabs()) == words
    assert sum(tab.isVisible() for tab in bar.tabs()) == icons
    assert bar.menu.isVisible() is menu
    assert bar.sizeHint().width() <= width
    assert bar.minimumSizeHint().width() <= width
    for tab in bar.tabs():
        assert tab.text() or tab.toolTip() == tab.accessibleName()
    demonstrated.window.resize(899, 720)
    QApplication.processEvents()
    assert bar.menu.isVisible()
    assert bar.year.isVisible()
    assert not any(tab.isVisible() for tab in bar.tabs())


@pytest.mark.parametrize(
    ("page", "year", "structure", "title"),
    [
        ("Résultats", 2026, "L’Établi", "Résultats 2026 – L’Établi – CAP Desktop"),
        ("Accueil", 2026, "L'Établi 'A'", "Accueil 2026 – L’Établi 'A' – CAP Desktop"),
        ("Réglages", None, "L’Établi", "Réglages – L’Établi – CAP Desktop"),
        ("", 2026, "L’Établi", "2026 – L’Établi – CAP Desktop"),
        ("", None, "", "CAP Desktop"),
    ],
)
def test_the_title_says_the_page_the_year_and_whose_data(
    page: str, year: int | None, structure: str, title: str
) -> None:
    assert window_title(page, year, structure) == title


def test_adding_a_structure_keeps_the_tabs_and_is_left_by_a_key(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToBeginning())
    assert window.bar.isVisible()
    assert all(tab.isVisible() for tab in window.bar.tabs())
    assert window.windowTitle() == "Ajouter une structure – Les Deux Rives – CAP Desktop"


def test_what_a_former_look_offered_is_forgotten_with_it(demonstrated: Driven) -> None:
    former = demonstrated.window
    former.go(ToQuestion("projet_ecrit"))
    demonstrated.saved(lambda: QTest.keyClick(former.page(AnsweringPage), Qt.Key.Key_1))
    former.taking_back.undo()
    demonstrated.idle()
    assert former.strip.zones()
    former.settings_wanted.emit(former.settings.with_text_size(125))
    demonstrated.qtbot.waitUntil(lambda: not isValid(former))
    window = demonstrated.window
    # The session outlives the window: nothing of the former one may follow it.
    _choose(demonstrated, window.bar.year.choices, "2025")
    assert demonstrated.current.assessment.year == 2025
