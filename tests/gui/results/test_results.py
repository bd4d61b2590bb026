"""Results: what is shown, and that everything shown leads to its reasons, by keyboard too."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from cap_desktop.domain.plan.gains import level_of
from cap_desktop.domain.scoring.indicators import count_of
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.results.result_lines import priority_lines
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.trace_page import TracePage
from cap_desktop.gui.session.destinations import ToQuestion, ToResults, ToScore
from cap_desktop.preferences import Preferences
from tests.gui.accessible import NAME, Role, accessible, walk
from tests.gui.driving import Driven, Open, begun, columns
from tests.gui.pages import settle
from tests.gui.painted import faults


def words(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)]


# --- What is shown ----------------------------------------------------------------------


@pytest.mark.only_looks
def test_there_are_two_scores_and_no_total(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    nodes = demonstrated.current.results.nodes
    assert [made.accessibleName() for made in results.scores.parts] == [
        "Nos pratiques, 52,6 sur 100, En chemin, 46,0 en 2025, à questions égales 8,5 de plus",
        "Utilité sociale, 48,0 sur 100, En chemin, 33,3 en 2025, à questions égales 8,6 de plus",
    ]
    assert set(nodes) >= {"pratiques", "utilite"}
    assert words(results).count("sur\u00a0100") == 2


@pytest.mark.only_looks
def test_every_theme_has_its_bar_and_says_all_that_is_drawn(demonstrated: Driven) -> None:
    names = [row.accessibleName() for row in demonstrated.window.page(ResultsPage).rows]
    assert len(names) == 14
    assert names[0] == (
        "Projet et stratégie, 60,0 sur 100, En chemin, "
        "50,0 en 2025, à questions égales 25,0 de plus"
    )


@pytest.mark.only_looks
def test_three_themes_hold_and_three_things_of_one_part_then_two_come_first(
    demonstrated: Driven,
) -> None:
    lists = demonstrated.window.page(ResultsPage).next
    assert len(lists.strengths.buttons) == 3
    assert len(lists.first.buttons) == 5
    outline = demonstrated.current.questionnaire.outline
    parts = [outline.by_id[item.name].part for item in priority_lines(demonstrated.current)]
    assert parts == ["pratiques"] * 3 + ["utilite"] * 2


@pytest.mark.only_looks
def test_a_thing_to_work_on_shows_its_own_level_and_the_points_of_its_theme(
    demonstrated: Driven,
) -> None:
    lines = priority_lines(demonstrated.current)
    states = demonstrated.current.results.questions
    assert [line.rank for line in lines] == [level_of(states[line.name]) for line in lines]
    assert lines[0].reason == "A8 peut gagner 8,3 points"
    assert lines[0].whole == "75 points d’écart, pèse beaucoup, très important, peu d’effort"


@pytest.mark.only_looks
def test_the_notice_and_the_bands_are_there(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    notice = "Une position déclarée par vous-mêmes\u00a0: ni un label, ni une certification."
    assert notice in words(results)
    legend = results.themes.bands.accessibleDescription()
    assert (
        "Pas encore, Amorcé dès 12,5, En chemin dès 37,5, En place dès 62,5, Ancré dès 87,5"
        in legend
    )


def test_nothing_answered_is_said_calmly(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToResults())
    results = driven.window.page(ResultsPage)
    assert results.scores.radar.figure.summary == "Aucun thème n’a encore de score en 2026."
    assert all("Sans réponse" in row.accessibleName() for row in results.rows)
    hint = "Ils s’affichent dès qu’un thème a assez de réponses."
    driven.qtbot.waitUntil(lambda: hint in words(results))
    results.swap()
    assert columns(results.tables.themes, 1) == ["–"] * 14
    driven.close()


def test_a_theme_with_too_few_answers_is_provisional(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_4))
    window.go(ToResults())
    said = window.page(ResultsPage).rows[0].accessibleName()
    assert "Provisoire\u00a0: 40\u00a0% des questions ont une réponse, entre 40,0 et 100,0" in said
    driven.close()


def test_at_twice_the_text_size_nothing_is_wider_than_the_page(
    demonstrated: Driven,
) -> None:
    demonstrated.window.settings_wanted.emit(Preferences("light", 200))
    window = demonstrated.window
    window.resize(1366, 720)
    window.go(ToResults())
    results = window.page(ResultsPage)
    demonstrated.qtbot.waitUntil(lambda: results.inside.height() > 1500)
    assert results.inside.width() <= results.width()
    assert results.inside.minimumSizeHint().width() <= results.width()
    results.swap()
    demonstrated.qtbot.waitUntil(lambda: results.tables.themes.height() > 500)
    assert results.inside.minimumSizeHint().width() <= results.width()


# --- Tables -----------------------------------------------------------------------------


@pytest.mark.only_looks
def test_t_swaps_the_charts_for_tables_and_back(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    results.swapper.setFocus()
    QTest.keyClick(results.swapper, Qt.Key.Key_T)
    assert results.tables.isVisibleTo(results)
    assert not results.charts.isVisibleTo(results)
    themes = results.tables.themes.texts.table
    assert themes.header == ("Thème", "2025", "2026", "À questions égales", "Lecture")
    assert themes.rows[0] == (
        "A1 Projet et stratégie",
        "50,0",
        "60,0",
        "+25,0",
        "En chemin",
    )
    assert results.swapper.hasFocus()
    QTest.keyClick(results.tables.themes, Qt.Key.Key_T)
    assert results.charts.isVisibleTo(results)


@pytest.mark.only_looks
def test_a_table_has_true_headers_and_a_row_opens_by_entree(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    results.swap()
    table = results.tables.themes
    assert accessible(table).role() == Role.Table
    header = [
        item.text(NAME) for item in walk(accessible(table)) if item.role() == Role.ColumnHeader
    ]
    assert header[:2] == ["Thème", "2025"]
    table.setFocus()
    table.go_to("gouvernance")
    with demonstrated.qtbot.waitSignal(results.wanted) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    (to,) = caught.args or [None]
    assert isinstance(to, ToScore)
    assert to.node == "gouvernance"


@pytest.mark.only_looks
def test_every_table_is_as_tall_as_its_rows(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    results.swap()
    for table in results.findChildren(FittedTable):
        if table.isVisibleTo(results):
            rows = sum(table.rowHeight(row) for row in range(table.texts.rowCount()))
            assert table.viewport().height() >= rows
            wide = sum(table.columnWidth(c) for c in range(table.texts.columnCount()))
            assert wide <= table.viewport().width()


@pytest.mark.only_looks
def test_every_control_of_the_results_has_a_name_a_role_and_a_size(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    buttons = [item for item in walk(accessible(results)) if item.role() == Role.PushButton]
    shown = [item for item in buttons if not item.state().invisible]
    assert len(shown) > 20
    assert [item for item in shown if not item.text(NAME).strip()] == []
    assert all(item.rect().height() >= 24 for item in shown)


# --- Links ------------------------------------------------------------------------------


@pytest.mark.only_looks
def test_an_alert_opens_its_question(demonstrated: Driven) -> None:
    window = demonstrated.window
    checks = window.page(ResultsPage).next.checks
    assert checks.accessibleName() == "3 obligations à régler, hors score"
    menu = checks.menu()
    assert menu is not None
    assert menu.actions()[0].text().endswith("(Alerte de conformité)")
    menu.actions()[1].trigger()
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    entry = window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.id == "rgpd_liste"


@pytest.mark.only_looks
def test_a_strength_opens_the_reasons_of_its_score(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.page(ResultsPage).next.strengths.buttons[0].click()
    assert window.pages.currentWidget() is window.page(TracePage)
    assert window.page(TracePage).name == "developpement_local"


# --- Closing ----------------------------------------------------------------------------


def test_closing_a_year_says_what_it_does_and_asks_again(demonstrated: Driven) -> None:
    window, closing = demonstrated.window, demonstrated.window.page(ResultsPage).closing
    closing.ask.click()
    assert "Les réponses ne changeront plus. Vous pourrez rouvrir." in words(closing.question)
    assert closing.cancel.hasFocus()
    QTest.keyClick(closing.cancel, Qt.Key.Key_Escape)
    assert not closing.question.isVisible()
    assert closing.ask.hasFocus()
    closing.ask.click()
    demonstrated.saved(closing.confirm.click)
    assert demonstrated.current.assessment.is_sealed
    assert closing.reopen.isVisible()
    assert closing.reopen.hasFocus()
    assert len(window.page(ResultsPage).rows) == 14
    demonstrated.saved(closing.reopen.click)
    assert demonstrated.window.session.years[0].state == "draft"
    assert closing.ask.isVisible()


def test_a_sealed_year_without_a_year_before_is_shown_whole(demonstrated: Driven) -> None:
    window = demonstrated.window
    oldest = window.session.years[-1].id
    with demonstrated.qtbot.waitSignal(window.session.opened):
        window.session.opener.open(oldest)
    window.go(ToResults())
    results: ResultsPage = window.page(ResultsPage)
    assert results.closing.reopen.accessibleName() == "Rouvrir 2024"
    assert results.scores.radar.figure.table.header == ("Thème", "2024", "Lecture")


def test_columns_without_room_are_listed_under_each_other_after_their_headers(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    window.settings_wanted.emit(window.settings.with_text_size(200))
    demonstrated.window.resize(1024, 640)
    demonstrated.window.go(ToResults())
    tables = demonstrated.window.page(ResultsPage).tables
    demonstrated.window.page(ResultsPage).swap()
    demonstrated.qtbot.waitUntil(lambda: len(tables.themes.texts.table.header) == 2)
    assert tables.themes.horizontalHeader().isHidden()
    title, rest = tables.themes.texts.table.rows[0]
    assert title == "A1 Projet et stratégie"
    assert rest.splitlines()[0] == "2025\u00a0: 50,0"
    assert tables.themes.texts.table.names[0] == "projet"
    demonstrated.window.resize(1900, 900)
    demonstrated.qtbot.waitUntil(lambda: len(tables.themes.texts.table.header) == 5)


@pytest.mark.only_looks
def test_the_way_on_is_in_sight_beside_the_charts_and_never_lost(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    demonstrated.qtbot.waitUntil(lambda: not results.next.plan.visibleRegion().isEmpty())
    results.swap()
    assert results.next.plan.isVisible()
    results.swap()
    assert results.next.plan.isVisible()


# --- Columns ----------------------------------------------------------------------------


@pytest.mark.only_looks
@pytest.mark.parametrize(
    ("size", "beside", "below"),
    [((1366, 720), True, True), ((1100, 700), True, False), ((1024, 640), True, False)],
)
def test_the_columns_follow_the_width(
    demonstrated: Driven, size: tuple[int, int], beside: bool, below: bool
) -> None:
    window = demonstrated.window
    window.resize(QSize(*size))
    results = window.page(ResultsPage)

    def settled() -> bool:
        bars, radar = results.rows[0], results.scores.radar
        bar_at = bars.mapTo(results.inside, bars.rect().topLeft())
        radar_at = radar.mapTo(results.inside, radar.rect().topLeft())
        list_at = results.next.strengths.mapTo(
            results.inside, results.next.strengths.rect().topLeft()
        )
        is_beside = bar_at.x() > radar_at.x() + radar.width() // 2
        is_third = list_at.x() > bar_at.x() + bars.width() // 2
        return is_beside == beside and is_third == below

    demonstrated.qtbot.waitUntil(settled)


# --- In one sight -----------------------------------------------------------------------


@pytest.mark.only_looks
def test_everything_is_in_sight_on_a_small_laptop(demonstrated: Driven) -> None:
    window, results = demonstrated.window, demonstrated.window.page(ResultsPage)
    window.resize(1366, 720)
    demonstrated.qtbot.waitUntil(lambda: results.area.verticalScrollBar().maximum() == 0)
    for made in (results.rows[-1], results.next.plan, results.next.report, results.next.checks):
        assert made.visibleRegion().boundingRect() == made.rect()


@pytest.mark.only_looks
def test_a_row_that_is_looked_at_is_told_in_full(demonstrated: Driven) -> None:
    results = demonstrated.window.page(ResultsPage)
    row = next(row for row in results.rows if row.standing.name == "gouvernance")
    row.setFocus()
    said = results.themes.line.text()
    assert said.startswith(
        "A2 · Gouvernance\u00a0: 50,0 en 2025, 58,3 en 2026 · à questions égales\u00a0: stable. "
    )
    assert len(said.split("stable. ")[1]) > 10


def test_with_few_answers_one_goes_on_and_prepares_no_plan(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_4))
    window.go(ToResults())
    results = window.page(ResultsPage)
    count = count_of(driven.current.results.questions.values())
    told = f"Encore {count.left} questions avant un score"
    driven.qtbot.waitUntil(lambda: told in words(results))
    assert count.left == count.asked - 1
    assert not results.next.plan.isVisible()
    assert results.next.answer.accessibleName() == "Continuer à répondre"
    window.resize(1366, 720)
    window.strip.say("Rapport créé.")
    settle(driven)
    assert faults(results) == []
    results.next.answer.click()
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    driven.close()
