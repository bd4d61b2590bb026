"""« Pourquoi ce score »: from a part down to a question, and back to where one was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.trace_page import TracePage
from cap_desktop.gui.session.destinations import ToQuestion, ToScore
from tests.gui.accessible import NAME, Role, accessible, walk
from tests.gui.driving import Driven, Open, begun, columns

ALT = Qt.KeyboardModifier.AltModifier


def _ask_why(results: ResultsPage) -> None:
    """Choose the first part in what « Pourquoi ces scores ? » offers."""
    menu = results.why.menu()
    assert menu is not None
    menu.actions()[0].trigger()


def _texts(page: TracePage) -> str:
    return "\n".join(found.text() for found in page.findChildren(QLabel))


@pytest.mark.only_looks
def test_a_part_is_the_mean_of_its_axes_and_the_points_are_there(demonstrated: Driven) -> None:
    window = demonstrated.window
    _ask_why(window.page(ResultsPage))
    trace = window.page(TracePage)
    assert window.pages.currentWidget() is trace
    assert columns(trace.lines, 0) == [
        "Identité",
        "Services rendus",
        "Supports",
        "Amélioration continue",
        "Total",
    ]
    assert columns(trace.lines, 2)[:4] == ["2", "6", "3", "1"]
    assert columns(trace.lines, 4) == ["9,9", "26,1", "12,5", "4,2", "52,6"]
    assert "Le score d’une partie est la moyenne de ses axes" in _texts(trace)
    assert "52,6 sur 100, En chemin" in _texts(trace)


@pytest.mark.only_looks
def test_the_keyboard_goes_down_to_a_question_and_back_with_its_place(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    trace = window.page(TracePage)
    window.page(ResultsPage).why.setFocus()
    _ask_why(window.page(ResultsPage))
    trace.lines.go_to("services")
    QTest.keyClick(trace.lines, Qt.Key.Key_Return)
    assert trace.name == "services"
    trace.lines.go_to("clients")
    QTest.keyClick(trace.lines, Qt.Key.Key_Return)
    assert trace.name == "clients"
    QTest.keyClick(trace.back, Qt.Key.Key_Escape)
    assert trace.name == "services"
    assert trace.lines.hasFocus()
    assert trace.lines.currentIndex().row() == columns(trace.lines, 0).index(
        "Clients, donneurs d’ordre et qualité des activités"
    )
    QTest.keyClick(trace.lines, Qt.Key.Key_Left, ALT)
    assert trace.name == "pratiques"
    QTest.keyClick(trace.lines, Qt.Key.Key_Left, ALT)
    assert window.pages.currentWidget() is window.page(ResultsPage)
    assert window.page(ResultsPage).why.hasFocus()


@pytest.mark.only_looks
def test_a_question_of_the_trace_opens(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToScore("projet"))
    window.page(TracePage).lines.go_to("projet_ecrit")
    QTest.keyClick(window.page(TracePage).lines, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    entry = window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.id == "projet_ecrit"


@pytest.mark.only_looks
def test_what_does_not_count_says_why(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToScore("gouvernance"))
    reasons = dict(
        zip(
            window.page(TracePage).others.texts.table.names,
            columns(window.page(TracePage).others, 1),
            strict=True,
        )
    )
    assert reasons["femmes_ca"] == "Lue à côté du score"


def test_an_unanswered_theme_says_so_and_leads_to_its_questions(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToScore("projet"))
    trace = window.page(TracePage)
    assert not trace.lines.isVisibleTo(trace)
    assert "Aucune question n’a encore de réponse." in _texts(trace)
    assert "Sans réponse\u00a0: le score peut encore changer" in columns(trace.others, 1)
    trace.answer.click()
    assert window.pages.currentWidget() is window.page(AnsweringPage)
    entry = window.page(AnsweringPage).entry
    assert entry is not None
    assert entry.theme == "projet"
    driven.close()


def test_a_provisional_score_says_how_much_is_missing(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_4))
    window.go(ToScore("projet"))
    said = _texts(window.page(TracePage))
    assert (
        "Provisoire\u00a0: 40\u00a0% des questions ont une réponse, il en faut 60\u00a0%." in said
    )
    assert "Le score sera entre 40,0 et 100,0." in said
    driven.close()


@pytest.mark.only_looks
def test_the_way_up_names_the_part_and_the_axis(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToScore("emploi_durable"))

    def steps() -> list[str]:
        return [
            found.text()
            for found in window.page(TracePage).findChildren(QAbstractButton)
            if found.property("kind") == "link" and found.isVisible()
        ]

    demonstrated.qtbot.waitUntil(lambda: steps() == ["Utilité sociale", "Pour les personnes"])


@pytest.mark.only_looks
def test_the_table_of_the_trace_is_read_with_its_headers(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToScore("pratiques"))
    cells = list(walk(accessible(window.page(TracePage).lines)))
    headers = [item.text(NAME) for item in cells if item.role() == Role.ColumnHeader]
    assert headers == ["Axe", "Score", "Poids", "Part", "Points"]
    # The header is that of the table: a cell says its figure, once.
    said = [item.text(NAME) for item in cells if item.role() == Role.Cell]
    assert "9,9" in said
    assert not any("Points" in words for words in said)
    rows = Qt.Orientation.Vertical
    assert window.page(TracePage).lines.texts.headerData(0, rows) == "Identité"


def test_another_structure_forgets_what_was_traced(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToScore("pratiques"))
    standing = window.session.standing
    assert standing is not None
    other = standing.others[0].assessment
    with demonstrated.qtbot.waitSignal(window.session.opened):
        window.session.opener.open(other)
    assert window.page(TracePage).name == ""
