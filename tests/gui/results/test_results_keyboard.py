"""Results by keyboard: the title, the views, the charts, and Tab in the order of the eye."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.results.indicators_page import IndicatorsPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.trace_page import TracePage
from cap_desktop.gui.results.years_page import YearsPage
from cap_desktop.gui.session.destinations import ToResults
from tests.gui.accessible import DESCRIPTION, NAME, Role, accessible
from tests.gui.driving import Driven


@pytest.mark.only_looks
def test_the_radar_is_a_chart_with_its_summary(demonstrated: Driven) -> None:
    found = accessible(demonstrated.window.page(ResultsPage).scores.radar)
    assert found.role() == Role.Chart
    assert found.text(NAME) == "Les thèmes, de 0 à 100"
    assert found.text(DESCRIPTION).startswith("14 thèmes sur 14 ont un score en 2026")


def _described(radar: QWidget) -> str:
    """What is heard of a chart on coming back to it: an arrow announces its point alone."""
    radar.clearFocus()
    radar.setFocus()
    return accessible(radar).text(DESCRIPTION)


def test_arrows_move_over_the_radar_and_entree_opens_the_theme(demonstrated: Driven) -> None:
    window = demonstrated.window
    radar = window.page(ResultsPage).scores.radar
    radar.setFocus()
    QTest.keyClick(radar, Qt.Key.Key_Right)
    # The point alone: its summary was heard on arrival.
    said = _described(radar)
    assert (
        said == "Projet et stratégie, 60,0 sur 100, 50,0 en 2025, à questions égales 25,0 de plus"
    )
    QTest.keyClick(radar, Qt.Key.Key_Left)
    assert "Transition écologique, 18,8 sur 100, 25,0 en 2025, non comparable" in _described(radar)
    QTest.keyClick(radar, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.page(TracePage)
    assert window.page(TracePage).name == "transition"


@pytest.mark.only_looks
def test_the_tab_key_follows_the_reading(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    order: list[QWidget] = [results.views.title, results.views.tabs[0], results.why]
    order += [results.swapper, results.scores.radar, results.rows[0], results.rows[-1]]
    order += [results.next.strengths.buttons[0], results.next.first.buttons[0]]
    order += [results.next.checks, results.next.plan, results.next.report]
    chain: list[QWidget] = [order[0]]
    while (following := chain[-1].nextInFocusChain()) is not None and following not in chain[:1]:
        chain.append(following)
    places = [chain.index(widget) for widget in order]
    assert places == sorted(places)


@pytest.mark.only_looks
def test_one_arrives_on_the_title(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToResults())
    title = window.page(ResultsPage).views.title
    assert title.hasFocus()
    assert accessible(title).role() == Role.Heading
    assert accessible(title).text(NAME) == "Résultats 2026"


@pytest.mark.only_looks
def test_the_views_turn_by_click_and_by_key(demonstrated: Driven) -> None:
    window, results = demonstrated.window, demonstrated.window.page(ResultsPage)
    results.views.tabs[1].click()
    indicators = window.page(IndicatorsPage)
    assert window.pages.currentWidget() is indicators
    assert indicators.views.title.hasFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(indicators.views.title, Qt.Key.Key_PageDown, control)
    assert window.pages.currentWidget() is window.page(YearsPage)
    QTest.keyClick(window.page(YearsPage).views.title, Qt.Key.Key_PageUp, control)
    assert window.pages.currentWidget() is indicators
    assert [tab.isChecked() for tab in indicators.views.tabs] == [False, True, False]
