"""The figures beside the scores: short names, figures on the right, readings, eight at first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.results.indicators_page import IndicatorsPage
from cap_desktop.gui.session.destinations import ToIndicators
from tests.gui.driving import Driven


def _shown(demonstrated: Driven) -> IndicatorsPage:
    demonstrated.window.go(ToIndicators())
    return demonstrated.window.page(IndicatorsPage)


def test_eight_are_shown_then_all_with_the_keyboard_on_the_first_new_one(
    demonstrated: Driven,
) -> None:
    page = _shown(demonstrated)
    assert page.table.texts.rowCount() == 8
    assert page.others.text() == "Voir les 28 autres"
    page.others.click()
    assert page.table.texts.rowCount() == 36
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 8
    assert not page.others.isVisible()


def test_a_figure_has_a_short_name_its_counts_and_its_question_in_full(
    demonstrated: Driven,
) -> None:
    texts = _shown(demonstrated).table.texts
    assert texts.table.header == (
        "Indicateur",
        "2025",
        "2026",
        "Lecture",
        "D’où vient le repère",
    )
    rank = texts.table.names.index("femmes_ca")
    assert texts.table.rows[rank] == (
        "Femmes au conseil\nA2 · 6 sur 12",
        "41,7\u00a0%",
        "50\u00a0%",
        "Au-dessus du repère",
        "Repère 40\u00a0% · Proposition CAP 2026",
    )
    name = texts.index(rank, 0)
    whole = demonstrated.current.questionnaire.outline.by_id["femmes_ca"].question.title
    assert name.data(Qt.ItemDataRole.ToolTipRole) == whole
    assert name.data(Qt.ItemDataRole.AccessibleDescriptionRole) == whole


def test_an_alarm_is_never_said_to_be_reached(demonstrated: Driven) -> None:
    table = _shown(demonstrated).table.texts.table
    row = table.rows[table.names.index("delai_reponse")]
    assert row[2:] == (
        "18\u00a0jours",
        "Sous le seuil",
        "Seuil 30\u00a0jours · Proposition CAP 2026",
    )
    assert not any("Atteint" in text for found in table.rows for text in found)


def test_figures_end_on_the_right(demonstrated: Driven) -> None:
    texts = _shown(demonstrated).table.texts
    sides = [texts.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(5)]
    right = [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]
    assert right == [False, True, True, False, False]


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
