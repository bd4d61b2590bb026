"""Results: what is shown, and that everything shown leads to its reasons, by keyboard too."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.preferences import Preferences
from tests.gui.accessible import DESCRIPTION, NAME, Role, accessible, walk
from tests.gui.driving import Driven, Open, begun, columns


def words(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)]


# --- What is shown ----------------------------------------------------------------------


def test_there_are_two_scores_and_no_total(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    nodes = demonstrated.current.results.nodes
    assert [made.accessibleName() for made in results._scores] == [
        "Nos pratiques, 59,7 sur 100, En place, 10,8 points de plus",
        "Notre impact, 51,3 sur 100, En place, 11,7 points de plus",
    ]
    assert set(nodes) >= {"pratiques", "utilite"}
    assert words(results).count("sur 100") == 2


def test_every_theme_has_its_bar_and_says_all_that_is_drawn(demonstrated: Driven) -> None:
    names = [bar.accessibleName() for bar in demonstrated.window.results.bars]
    assert len(names) == 14
    assert names[0] == "Projet et stratégie, 70,8 sur 100, Ancré, 25 points de plus"


def test_the_three_best_themes_and_the_three_published_priorities_are_named(
    demonstrated: Driven,
) -> None:
    results = demonstrated.window.results
    assert len(results.strengths.buttons) == len(results.first.buttons) == 3
    said = results.first.buttons[0].accessibleName()
    assert "75 points à gagner, pèse beaucoup, important, très peu d’effort" in said


def test_indicators_stand_beside_their_reference_values(demonstrated: Driven) -> None:
    table = demonstrated.window.results.indicators.texts.table
    assert table.header == ("Indicateur", "2026", "2025", "Repères", "Lecture")
    row = next(row for row in table.rows if "sorties est dynamique" in row[0])
    assert row[1:3] == ("68,1\u00a0%", "62,2\u00a0%")
    assert "Votre cible\u00a0: 62\u00a0%" in row[3]
    assert "(Coorace, dossier de presse du congrès de Lille, 2021)" in row[3]
    assert row[4] == "Atteint"


def test_a_figure_that_only_serves_others_is_not_an_indicator(demonstrated: Driven) -> None:
    names = set(demonstrated.window.results.indicators.texts.table.names)
    outline = demonstrated.current.questionnaire.outline
    assert names
    assert all("donnee" not in outline.by_id[name].question.tags for name in names)


def test_the_notice_and_the_bands_are_there(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    notice = "Une position déclarée par vous-mêmes\u00a0: ni un label, ni une certification."
    assert notice in words(results)
    legend = results._bands.accessibleDescription()
    assert "Émergent, En chemin dès 30, En place dès 50, Ancré dès 70" in legend


def test_nothing_answered_is_said_calmly(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.show_results()
    results = driven.window.results
    assert results.radar.figure.summary == "Aucun thème n’a encore de score en 2026."
    assert all("Sans réponse" in bar.accessibleName() for bar in results.bars)
    hint = "Ils s’affichent dès qu’un thème a assez de réponses."
    driven.qtbot.waitUntil(lambda: hint in words(results))
    assert not results._indicators_card.isVisibleTo(results)
    assert not results.years.isVisibleTo(results)
    results.swap()
    assert columns(results.tables.themes, 1) == ["–"] * 14
    driven.close()


def test_a_theme_with_too_few_answers_is_provisional(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.show_answering("projet_ecrit")
    driven.saved(lambda: QTest.keyClick(window.answering, Qt.Key.Key_4))
    window.show_results()
    said = window.results.bars[0].accessibleName()
    assert "Provisoire\u00a0: 17\u00a0% des questions ont une réponse, entre 16,7 et 100,0" in said
    driven.close()


def test_at_twice_the_text_size_nothing_is_wider_than_the_page(
    demonstrated: Driven,
) -> None:
    demonstrated.window.settings_wanted.emit(Preferences("light", 200))
    window = demonstrated.window
    window.resize(1366, 720)
    window.show_results()
    results = window.results
    demonstrated.qtbot.waitUntil(lambda: results.indicators.height() > 500)
    assert results.inside.width() <= results.width()
    assert results.inside.minimumSizeHint().width() <= results.width()
    results.swap()
    demonstrated.qtbot.waitUntil(lambda: results.tables.themes.height() > 500)
    assert results.inside.minimumSizeHint().width() <= results.width()


# --- Tables -----------------------------------------------------------------------------


def test_t_swaps_the_charts_for_tables_and_back(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    results.to_tables.setFocus()
    QTest.keyClick(results.to_tables, Qt.Key.Key_T)
    assert results.tables.isVisibleTo(results)
    assert not results.charts.isVisibleTo(results)
    themes = results.tables.themes.texts.table
    assert themes.header == ("Thème", "2026", "2025", "Évolution", "Lecture")
    assert themes.rows[0] == (
        "A1 Projet et stratégie",
        "70,8",
        "50,0",
        "25 points de plus",
        "Ancré",
    )
    assert results.tables.to_charts.hasFocus()
    QTest.keyClick(results.tables.themes, Qt.Key.Key_T)
    assert results.charts.isVisibleTo(results)


def test_a_table_has_true_headers_and_a_row_opens_by_entree(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    results.swap()
    table = results.tables.themes
    assert accessible(table).role() == Role.Table
    header = [
        item.text(NAME) for item in walk(accessible(table)) if item.role() == Role.ColumnHeader
    ]
    assert header[:2] == ["Thème", "2026"]
    table.setFocus()
    table.go_to("gouvernance")
    with demonstrated.qtbot.waitSignal(results.trace_wanted) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == ["gouvernance"]


def test_every_table_is_as_tall_as_its_rows(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    results.swap()
    for table in results.findChildren(FittedTable):
        if table.isVisibleTo(results):
            rows = sum(table.rowHeight(row) for row in range(table.texts.rowCount()))
            assert table.viewport().height() >= rows
            wide = sum(table.columnWidth(c) for c in range(table.texts.columnCount()))
            assert wide <= table.viewport().width()


def test_the_page_follows_the_row_that_the_keyboard_is_on(demonstrated: Driven) -> None:
    page = demonstrated.window.results
    table = page.indicators
    table.setFocus()
    names = table.texts.table.names

    def follows() -> bool:
        """Once the page has found its layout, each row that is reached is seen."""
        seen = []
        for name in (names[0], names[-1]):
            table.go_to(name)
            row = table.visualRect(table.currentIndex())
            seen.append(page.rect().contains(table.viewport().mapTo(page, row.center())))
        return all(seen)

    demonstrated.qtbot.waitUntil(follows)


# --- Charts by keyboard -----------------------------------------------------------------


def test_the_radar_is_a_chart_with_its_summary(demonstrated: Driven) -> None:
    found = accessible(demonstrated.window.results.radar)
    assert found.role() == Role.Chart
    assert found.text(NAME) == "Les thèmes, de 0 à 100"
    assert found.text(DESCRIPTION).startswith("14 thèmes sur 14 ont un score en 2026")


def test_arrows_move_over_the_radar_and_entree_opens_the_theme(demonstrated: Driven) -> None:
    window = demonstrated.window
    radar = window.results.radar
    radar.setFocus()
    QTest.keyClick(radar, Qt.Key.Key_Right)
    said = accessible(radar).text(DESCRIPTION)
    assert said.endswith("Projet et stratégie, 70,8 sur 100, 25 de plus")
    QTest.keyClick(radar, Qt.Key.Key_Left)
    assert "Transition écologique, 25 sur 100" in accessible(radar).text(DESCRIPTION)
    QTest.keyClick(radar, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.trace
    assert window.trace.name == "transition"


def test_the_tab_key_follows_the_reading(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    order = [*(made.why for made in results._scores), results.radar, results.to_tables]
    order += [results.bars[0], results.bars[-1], results.strengths.buttons[0]]
    order += [results.first.buttons[0], results.checks.buttons[0], results.years]
    chain: list[QWidget] = [order[0]]
    while (following := chain[-1].nextInFocusChain()) is not None and following not in chain[:1]:
        chain.append(following)
    places = [chain.index(widget) for widget in order]
    assert places == sorted(places)


def test_every_control_of_the_results_has_a_name_a_role_and_a_size(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    buttons = [item for item in walk(accessible(results)) if item.role() == Role.PushButton]
    shown = [item for item in buttons if not item.state().invisible]
    assert len(shown) > 20
    assert [item for item in shown if not item.text(NAME).strip()] == []
    assert all(item.rect().height() >= 24 for item in shown)


# --- Links ------------------------------------------------------------------------------


def test_an_alert_opens_its_question(demonstrated: Driven) -> None:
    window = demonstrated.window
    assert "Alerte de conformité" in window.results.checks.buttons[0].accessibleName()
    window.results.checks.buttons[0].click()
    assert window.pages.currentWidget() is window.answering
    assert window.answering.entry is not None
    assert window.answering.entry.id == "rgpd"


def test_a_strength_opens_the_reasons_of_its_score(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.results.strengths.buttons[0].click()
    assert window.pages.currentWidget() is window.trace
    assert window.trace.name == "accueil"


# --- Closing ----------------------------------------------------------------------------


def test_closing_a_year_says_what_it_does_and_asks_again(demonstrated: Driven) -> None:
    window, closing = demonstrated.window, demonstrated.window.results.closing
    closing.ask.click()
    assert "Les réponses ne changeront plus. Vous pourrez rouvrir." in words(closing)
    assert closing.cancel.hasFocus()
    QTest.keyClick(closing.cancel, Qt.Key.Key_Escape)
    assert not closing.question.isVisibleTo(closing)
    assert closing.ask.hasFocus()
    closing.ask.click()
    demonstrated.saved(closing.confirm.click)
    assert demonstrated.current.assessment.is_sealed
    assert closing.reopen.isVisibleTo(closing)
    assert closing.reopen.hasFocus()
    assert len(window.results.bars) == 14
    demonstrated.saved(closing.reopen.click)
    assert demonstrated.window.session.years[0].state == "draft"
    assert closing.ask.isVisibleTo(closing)


def test_a_sealed_year_without_a_year_before_is_shown_whole(demonstrated: Driven) -> None:
    window = demonstrated.window
    oldest = window.session.years[-1].id
    with demonstrated.qtbot.waitSignal(window.session.opened):
        window.session.open_assessment(oldest)
    window.show_results()
    results: ResultsPage = window.results
    assert results.closing.reopen.accessibleName() == "Rouvrir 2024"
    assert results.radar.figure.table.header == ("Thème", "2024", "Lecture")
    assert results.indicators.texts.table.header == ("Indicateur", "2024", "Repères", "Lecture")


def test_columns_without_room_are_listed_under_each_other_after_their_headers(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    window.settings_wanted.emit(window.settings.with_text_size(200))
    demonstrated.window.resize(1024, 640)
    demonstrated.window.show_results()
    tables = demonstrated.window.results.tables
    demonstrated.window.results.swap()
    demonstrated.qtbot.waitUntil(lambda: len(tables.themes.texts.table.header) == 2)
    assert tables.themes.horizontalHeader().isHidden()
    title, rest = tables.themes.texts.table.rows[0]
    assert title == "A1 Projet et stratégie"
    assert rest.splitlines()[0] == "2026\u00a0: 70,8"
    assert tables.themes.texts.table.names[0] == "projet"
    demonstrated.window.resize(1900, 900)
    demonstrated.qtbot.waitUntil(lambda: len(tables.themes.texts.table.header) == 5)


def test_the_way_on_is_in_sight_beside_the_charts_and_never_lost(demonstrated: Driven) -> None:
    results = demonstrated.window.results
    demonstrated.qtbot.waitUntil(lambda: not results.plan.visibleRegion().isEmpty())
    results.swap()
    assert results.plan.isVisible()
    results.swap()
    assert results.plan.isVisible()


# --- Columns ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "beside", "below"),
    [((1366, 720), True, True), ((1100, 700), True, False), ((1024, 640), True, False)],
)
def test_the_columns_follow_the_width(
    demonstrated: Driven, size: tuple[int, int], beside: bool, below: bool
) -> None:
    window = demonstrated.window
    window.resize(QSize(*size))
    results = window.results

    def settled() -> bool:
        bars, radar = results.bars[0], results.radar
        bar_at = bars.mapTo(results.inside, bars.rect().topLeft())
        radar_at = radar.mapTo(results.inside, radar.rect().topLeft())
        list_at = results.strengths.mapTo(results.inside, results.strengths.rect().topLeft())
        is_beside = bar_at.x() > radar_at.x() + radar.width() // 2
        is_third = list_at.x() > bar_at.x() + bars.width() // 2
        return is_beside == beside and is_third == below

    demonstrated.qtbot.waitUntil(settled)
