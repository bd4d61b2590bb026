"""The figures beside the scores: short names, figures on the right, readings, eight at first."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.results.indicators_page import IndicatorsPage
from cap_desktop.gui.session.destinations import ToIndicators
from tests.gui.driving import Driven


def _shown(demonstrated: Driven) -> IndicatorsPage:
    demonstrated.window.resize(1366, 720)
    demonstrated.window.go(ToIndicators())
    return demonstrated.window.page(IndicatorsPage)


def test_eight_are_shown_then_all_with_the_keyboard_on_the_first_new_one(
    demonstrated: Driven,
) -> None:
    page = _shown(demonstrated)
    assert page.table.texts.rowCount() == 8
    assert page.others.text() == "Voir les 29 autres"
    page.others.click()
    assert page.table.texts.rowCount() == 37
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 8
    assert not page.others.isVisible()


@pytest.mark.only_looks
def test_a_figure_has_a_short_name_its_counts_and_its_question_in_full(
    demonstrated: Driven,
) -> None:
    texts = _shown(demonstrated).table.texts
    assert texts.table.header == (
        "Indicateur",
        "2025",
        "2026",
        "○\u00a02025\u00a0●\u00a02026",
        "Lecture",
        "D’où vient le repère",
    )
    rank = texts.table.names.index("femmes_ca")
    assert texts.table.rows[rank] == (
        "Femmes au conseil\nA2 · 6 sur 12",
        "41,7\u00a0%",
        "50\u00a0%",
        "",
        "Au-dessus\u00a0du\u00a0repère",
        "Repère 40\u00a0% · Proposition des auteurs, non validée par le réseau, 2026",
    )
    name = texts.index(rank, 0)
    whole = demonstrated.current.questionnaire.outline.by_id["femmes_ca"].question.title
    assert name.data(Qt.ItemDataRole.ToolTipRole) == whole
    assert name.data(Qt.ItemDataRole.AccessibleDescriptionRole) == whole


@pytest.mark.only_looks
def test_an_alarm_is_never_said_to_be_reached(demonstrated: Driven) -> None:
    table = _shown(demonstrated).table.texts.table
    row = table.rows[table.names.index("delai_reponse")]
    assert row[2:] == (
        "18\u00a0jours",
        "",
        "Sous\u00a0le\u00a0seuil",
        "Seuil 30\u00a0jours · Proposition des auteurs, non validée par le réseau, 2026",
    )
    assert not any("Atteint" in text for found in table.rows for text in found)


@pytest.mark.only_looks
def test_figures_end_on_the_right(demonstrated: Driven) -> None:
    texts = _shown(demonstrated).table.texts
    sides = [texts.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(6)]
    right = [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]
    assert right == [False, True, True, False, False, False]


def test_a_figure_that_only_serves_others_is_not_listed_and_a_row_opens_its_question(
    demonstrated: Driven,
) -> None:
    page = _shown(demonstrated)
    page.show_all()
    outline = demonstrated.current.questionnaire.outline
    assert all(
        "donnee" not in outline.by_id[name].question.tags for name in page.table.texts.table.names
    )
    page.table.go_to("femmes_ca")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    answering = demonstrated.window.page(AnsweringPage)
    assert demonstrated.window.pages.currentWidget() is answering
    assert answering.entry is not None
    assert answering.entry.id == "femmes_ca"


@pytest.mark.only_looks
def test_a_gauge_shows_both_years_and_the_value_they_are_read_beside(
    demonstrated: Driven,
) -> None:
    page = _shown(demonstrated)
    names = page.table.texts.table.names
    picture = page.table.grab().toImage()
    ratio = picture.devicePixelRatio()

    def tones(question: str, column: int) -> set[str]:
        rank = names.index(question)
        box = page.table.visualRect(page.table.texts.index(rank, column))
        box.translate(page.table.viewport().pos())
        return {
            picture.pixelColor(round(x * ratio), round(y * ratio)).name()
            for x in range(box.left(), box.right(), 2)
            for y in range(box.top() + 2, box.bottom() - 2)
        }

    def tone(name: str) -> str:
        return page.look.colour(name).name()

    drawn = {tone("accent"), tone("previous_year"), tone("attention")}
    assert drawn <= tones("femmes_ca", 3)
    assert tone("attention") not in tones("participation_ag", 3)
    assert tone("success") in tones("delai_reponse", 4)


def test_the_figures_of_one_theme_are_all_shown_and_found_again(demonstrated: Driven) -> None:
    page = _shown(demonstrated)
    outline = demonstrated.current.questionnaire.outline
    theme = outline.by_id["femmes_ca"].theme
    page.themes.setCurrentIndex(page.themes.findData(theme))
    page.themes.activated.emit(page.themes.currentIndex())
    names = page.table.texts.table.names
    assert "femmes_ca" in names
    assert {outline.by_id[name].theme for name in names} == {theme}
    assert not page.others.isVisible()
    left_off = page.left_off()
    page.themes.setCurrentIndex(0)
    page.themes.activated.emit(0)
    assert page.table.texts.rowCount() == 8
    page.go_on(left_off)
    assert page.table.texts.table.names == names
    assert page.themes.currentData() == theme


def test_columns_without_room_leave_out_what_is_only_drawn(demonstrated: Driven) -> None:
    page = _shown(demonstrated)
    window = demonstrated.window
    window.settings_wanted.emit(window.settings.with_text_size(200))
    window.resize(1024, 640)
    page = _shown(demonstrated)
    texts = page.table.texts
    demonstrated.qtbot.waitUntil(lambda: texts.columnCount() == 2)
    assert "" not in texts.table.rows[1][1].split("\n")
    assert "Lecture\u00a0: Au-dessus\u00a0du\u00a0repère" in texts.table.rows[1][1]


def test_in_the_smallest_window_the_texts_keep_their_columns_and_the_gauges_go(
    demonstrated: Driven,
) -> None:
    page = _shown(demonstrated)
    page.show_all()
    demonstrated.window.resize(1024, 640)
    demonstrated.qtbot.waitUntil(lambda: page.width() == 1024)
    assert page.table.texts.table.header[2:4] == ("2026", "Lecture")
    demonstrated.qtbot.waitUntil(lambda: page.table.texts.columnCount() == 5)
    demonstrated.window.resize(1366, 720)
    demonstrated.qtbot.waitUntil(lambda: page.table.texts.columnCount() == 6)


def test_the_figures_are_written_as_figures_in_a_workbook(
    demonstrated: Driven, tmp_path: Path
) -> None:
    page, path = _shown(demonstrated), tmp_path / "indicateurs.xlsx"
    demonstrated.window.exports.ask_path = lambda _title, _name, _kinds: path
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.written):
        QTest.keyClick(page.views.title, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = {row[1]: row for row in sheet.iter_rows(values_only=True)}
    assert len(rows) == 1 + 37
    assert rows["Indicateur"][2:5] == ("2026", "2025", "Unité")
    assert rows["Femmes au conseil"][:6] == (
        "A2 Gouvernance",
        "Femmes au conseil",
        50,
        41.7,
        "%",
        "Au-dessus du repère",
    )
