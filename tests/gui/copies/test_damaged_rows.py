"""A damaged row is named, taken back from a copy or left; also one met while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from cap_desktop.gui.copies.damage_page import DamagePage
from cap_desktop.gui.session.destinations import ToDamage, ToHome
from cap_desktop.gui.window.damage_bar import DamageBar
from cap_desktop.paths import DataFolder
from tests.gui.copies.driving import comment_of, flip, opened, plain, say
from tests.gui.driving import Driven, Open

QUESTION = "projet_ecrit"


def _bar(driven: Driven) -> DamageBar:
    return driven.window.news.damage


@pytest.fixture
def spoiled(demonstrated: Driven, open_window: Open, tmp_path: Path) -> Callable[[], Driven]:
    """The window on an answer that only an older copy has, in other words."""

    def make() -> Driven:
        year = demonstrated.current.assessment.id
        say(demonstrated, "Écrit après la copie")
        demonstrated.close()
        flip(DataFolder(tmp_path / "donnees").database, QUESTION, year)
        driven = open_window()
        driven.idle()
        return driven

    return make


def test_a_damaged_answer_is_named_on_the_first_page(spoiled: Callable[[], Driven]) -> None:
    driven = spoiled()
    said = plain(_bar(driven).words.text())
    assert said.startswith("La réponse à “")
    assert "de 2026 n’est plus lisible" in said
    assert plain(_bar(driven).take.text()) == "Reprendre de la copie du 24 novembre 2026"
    assert _bar(driven).isVisible()
    say(driven, "Une autre", "projet_individuel")
    assert _bar(driven).isVisible()


def test_it_is_taken_back_from_the_copy_and_that_can_be_undone(
    spoiled: Callable[[], Driven],
) -> None:
    driven = spoiled()
    assert comment_of(driven) == ""
    opened(driven, _bar(driven).take.click)
    assert driven.current.answer(QUESTION).value is not None
    assert not _bar(driven).isVisible()
    assert "de retour" in driven.window.strip.toast.words.text()
    opened(driven, driven.window.strip.toast.act.click)
    assert _bar(driven).isVisible()


def test_it_may_be_left_empty(spoiled: Callable[[], Driven]) -> None:
    driven = spoiled()
    _bar(driven).leave.click()
    driven.idle()
    assert not _bar(driven).isVisible()
    assert "reste vide" in driven.window.strip.toast.words.text()


def test_it_may_be_put_off_until_the_next_start(
    spoiled: Callable[[], Driven], open_window: Open
) -> None:
    driven = spoiled()
    _bar(driven).later.click()
    driven.window.go(ToHome())
    assert not _bar(driven).isVisible()
    driven.close()
    again = open_window()
    again.idle()
    assert _bar(again).isVisible()


def test_the_page_shows_what_the_copy_has(spoiled: Callable[[], Driven]) -> None:
    driven = spoiled()
    _bar(driven).look_at.click()
    driven.idle()
    page = driven.window.page(DamagePage)
    assert driven.window.pages.currentWidget() is page
    assert not _bar(driven).isVisible()
    assert "n’est plus lisible" in page._title.text()
    said = [plain(made.text()) for made in page._intact.findChildren(QLabel) if made.text()]
    assert any("2026 : " in words and "réponses intactes" in words for words in said)
    opened(driven, page.take.click)
    driven.window.go(ToDamage())
    driven.idle()
    assert page._title.text() == "Rien n’est à reprendre."
    assert not page.take.isVisible()


def test_a_row_damaged_while_the_window_is_open_is_met_and_the_rest_opens(
    demonstrated: Driven, tmp_path: Path
) -> None:
    year = demonstrated.current.assessment.id
    say(demonstrated, "Écrit après la copie")
    flip(DataFolder(tmp_path / "donnees").database, QUESTION, year)
    with demonstrated.qtbot.waitSignal(demonstrated.window.session.opened):
        demonstrated.window.session.opener.open(year)
    demonstrated.qtbot.waitUntil(lambda: "damage" in demonstrated.window.news.__dict__)
    demonstrated.idle()
    assert "n’est plus lisible" in plain(_bar(demonstrated).words.text())
    assert len(demonstrated.current.kept) > 100
    say(demonstrated, "La suite est gardée", "projet_individuel")
    assert comment_of(demonstrated, "projet_individuel") == "La suite est gardée"


def test_what_is_typed_on_a_damaged_row_is_saved_once_it_is_met(
    demonstrated: Driven, tmp_path: Path
) -> None:
    year = demonstrated.current.assessment.id
    say(demonstrated, "Écrit après la copie")
    flip(DataFolder(tmp_path / "donnees").database, "projet_individuel", year)
    say(demonstrated, "Tapé ensuite")
    demonstrated.qtbot.waitUntil(lambda: not demonstrated.window.session.unsaved)
    assert comment_of(demonstrated) == "Tapé ensuite"
