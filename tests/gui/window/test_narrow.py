"""In every window a person may have, no word is cut and nothing lies beside the page.

Two are tried each time, all of them with `CAP_EVERY_BUTTON=1`.
"""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.session.destinations import (
    ToHome,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToYears,
)
from tests.gui.driving import Driven
from tests.length import IS_WHOLE

QUESTIONS = ("personnes_parcours", "taux_sorties_dynamiques", "rgpd_liste", "priorites_projet")
ALL_WINDOWS = (
    (100, 1024, 640),
    (125, 1024, 640),
    (125, 1366, 720),
    (150, 1366, 720),
    (200, 1024, 640),
    (200, 1366, 720),
)
WINDOWS = ALL_WINDOWS if IS_WHOLE else (ALL_WINDOWS[1], ALL_WINDOWS[4])


def _settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def _cut(page: QWidget) -> list[str]:
    """The buttons that are narrower than their words, the pages wider than what is seen."""
    buttons = [item for item in page.findChildren(QPushButton) if item.isVisible() and item.text()]
    cut = [item.text() for item in buttons if item.width() < item.sizeHint().width()]
    for area in page.findChildren(QScrollArea):
        inside, seen = area.widget(), area.viewport().width()
        if area.isVisible() and inside is not None and inside.width() > seen:
            cut.append(f"{inside.width()} > {seen}")
    return cut


@pytest.mark.only_looks
@pytest.mark.parametrize(("percent", "width", "height"), WINDOWS)
def test_nothing_is_cut_whatever_the_window(
    demonstrated: Driven, percent: int, width: int, height: int
) -> None:
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings.with_text_size(percent))
    window = demonstrated.window
    window.resize(width, height)
    for question in QUESTIONS:
        window.go(ToQuestion(question))
        _settle()
        assert _cut(window.page(AnsweringPage)) == [], question
    pages = (
        lambda: window.go(ToHome()),
        lambda: window.go(ToResults()),
        lambda: window.go(ToPlan()),
        lambda: window.go(ToPreferences()),
    )
    for show in (window.page(AnsweringPage).show_theme, lambda: window.go(ToYears()), *pages):
        show()
        _settle()
        page = window.pages.currentWidget()
        assert page is not None
        assert _cut(page) == []


@pytest.mark.only_looks
def test_the_main_button_keeps_its_whole_name_where_its_words_are_short(
    demonstrated: Driven,
) -> None:
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings.with_text_size(200))
    demonstrated.window.resize(1024, 640)
    demonstrated.window.go(ToQuestion("conseils_conformite"))
    _settle()
    following = demonstrated.window.page(AnsweringPage).next
    assert following.text() == "Terminer "
    assert following.accessibleName() == "Terminer ce thème"
