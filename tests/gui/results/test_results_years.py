"""Two years side by side: scores, movements, and the answers that changed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.trace_page import TracePage
from cap_desktop.gui.results.years_page import YearsPage
from cap_desktop.gui.session.destinations import ToResults, ToYears
from tests.gui.driving import Driven, Open, begun, columns
from tests.gui.pages import settle


def _shown(demonstrated: Driven) -> YearsPage:
    window = demonstrated.window
    way = window.page(ResultsPage).views.tabs[2]
    way.setFocus()
    with demonstrated.qtbot.waitSignal(window.session.years_compared):
        way.click()
    assert window.pages.currentWidget() is window.page(YearsPage)
    return window.page(YearsPage)


def _choose(demonstrated: Driven, older: str, newer: str) -> YearsPage:
    years = demonstrated.window.page(YearsPage)
    for box, year in ((years.older, older), (years.newer, newer)):
        if box.currentText() != year:
            with demonstrated.qtbot.waitSignal(demonstrated.window.session.years_compared):
                box.setCurrentText(year)
    return years


def _notes(years: YearsPage) -> str:
    return "\n".join(found.text() for found in years.findChildren(QLabel))


def test_the_open_year_is_compared_with_the_one_before(demonstrated: Driven) -> None:
    years = _shown(demonstrated)
    table = years.scores.texts.table
    assert table.header == ("Thème", "2025", "2026", "À questions égales", "Ce qui fait l’écart")
    assert table.rows[1][:4] == ("A1 Projet et stratégie", "50,0", "60,0", "+25,0")
    assert table.rows[1][4].startswith("1 question nouvelle fait l’écart.")
    assert len(table.rows) == 2 + 14


def test_no_card_stands_empty_while_both_years_are_read(demonstrated: Driven) -> None:
    demonstrated.window.go(ToYears())
    years = demonstrated.window.page(YearsPage)
    assert years.compared is None
    assert not years.scores.isVisible()
    demonstrated.qtbot.waitUntil(years.scores.isVisible)


def test_across_versions_the_share_compared_is_said(demonstrated: Driven) -> None:
    years = _shown(demonstrated)
    notes = _notes(years)
    assert "Comparaison sur 42 questions communes." in notes
    assert "Part comparée\u00a0: 70\u00a0% du score de «\u00a0Nos pratiques\u00a0»" in notes
    assert "Le questionnaire a changé entre 2025 et 2026." in notes
    assert "non comparable" in columns(years.scores, 3)


def test_within_one_version_nothing_is_said_of_a_change(demonstrated: Driven) -> None:
    _shown(demonstrated)
    years = _choose(demonstrated, "2024", "2025")
    assert years.scores.texts.table.header[1:3] == ("2024", "2025")
    assert "Le questionnaire a changé" not in _notes(years)


def test_answers_that_changed_are_said_before_and_after(demonstrated: Driven) -> None:
    years = _shown(demonstrated)
    table = years.changes.texts.table
    assert table.header == ("Question", "2025", "2026", "Points")
    rows = dict(zip(table.names, table.rows, strict=True))
    before, after = "1 · Amorcé", "3 · En place"
    assert rows["projet_ecrit"][1:] == (before, after, "50 points de plus")
    with demonstrated.qtbot.waitSignal(years.wanted):
        years.changes.go_to("projet_ecrit")
        QTest.keyClick(years.changes, Qt.Key.Key_Return)
    window = demonstrated.window
    assert window.pages.currentWidget() is window.page(AnsweringPage)


def test_questions_of_a_year_that_is_not_open_lead_nowhere(demonstrated: Driven) -> None:
    _shown(demonstrated)
    years = _choose(demonstrated, "2024", "2025")
    assert set(years.changes.texts.table.names) <= {""}


def test_the_order_of_the_choice_does_not_matter(demonstrated: Driven) -> None:
    _shown(demonstrated)
    years = _choose(demonstrated, "2026", "2025")
    assert years.scores.texts.table.header[1:3] == ("2025", "2026")


def test_one_year_twice_asks_for_another(demonstrated: Driven) -> None:
    _shown(demonstrated)
    years = _choose(demonstrated, "2026", "2026")
    assert "Choisissez deux années différentes." in _notes(years)
    assert not years.scores.isVisible()
    assert not years.changes.isVisible()


def test_the_first_year_of_all_is_proposed_with_the_one_after_it(demonstrated: Driven) -> None:
    session = demonstrated.window.session
    oldest = min(session.years, key=lambda item: item.year).id
    with demonstrated.qtbot.waitSignal(session.opened):
        session.opener.open(oldest)
    years = _shown(demonstrated)
    assert (years.older.currentText(), years.newer.currentText()) == ("2024", "2025")


def test_one_year_alone_says_what_is_needed_and_shows_no_year_beside_itself(
    open_window: Open,
) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToYears())
    years = window.page(YearsPage)
    settle(driven)
    assert "il faut deux années, et vous n’en avez qu’une\u00a0: 2026" in _notes(years)
    assert not any(box.isVisible() for box in (years.older, years.newer))
    assert not years.scores.isVisible()


def test_echap_goes_back_to_the_results_on_the_button(demonstrated: Driven) -> None:
    years = _shown(demonstrated)
    QTest.keyClick(years.views.title, Qt.Key.Key_Escape)
    window = demonstrated.window
    assert window.pages.currentWidget() is window.page(ResultsPage)
    assert window.page(ResultsPage).views.tabs[2].hasFocus()


def test_a_theme_of_the_comparison_leads_to_its_reasons_and_back(demonstrated: Driven) -> None:
    years = _shown(demonstrated)
    window = demonstrated.window
    years.scores.go_to("accueil")
    QTest.keyClick(years.scores, Qt.Key.Key_Return)
    assert window.page(TracePage).name == "accueil"
    QTest.keyClick(window.page(TracePage).back, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is years


def test_another_open_year_is_the_next_one_compared(demonstrated: Driven) -> None:
    _shown(demonstrated)
    window = demonstrated.window
    middle = window.session.years[1].id
    with demonstrated.qtbot.waitSignal(window.session.opened):
        window.session.opener.open(middle)
    window.go(ToResults())
    years = _shown(demonstrated)
    assert (years.older.currentText(), years.newer.currentText()) == ("2024", "2025")
