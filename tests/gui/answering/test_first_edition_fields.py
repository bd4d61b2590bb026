"""What the first edition asks for: duties to tick, reasons to choose, whole figures."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from cap_desktop.gui.answering.answer_fields import ChoiceField, FigureField, SeveralField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.presentation.answer_words import state_words
from cap_desktop.gui.presentation.progress import all_displayed
from cap_desktop.gui.results.result_lines import check_lines, checks_words
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.words.levels import CLIMB
from tests.builders import Tree, maturity, number, theme, tree, yesno
from tests.gui.driving import Driven

LIST: Tree = {
    "id": "rgpd",
    "kind": "multiple",
    "title": "Cochez ce qui est en ordre.",
    "mode": "share",
    "scored": False,
    "alert_on": "unchosen",
    "options": [
        {"id": "registre", "title": "Le registre est écrit"},
        {"id": "plafond", "title": "480 heures au plus", "profile": ["ai"]},
        {"id": "contact", "title": "Un contact est nommé"},
        {"id": "rien", "title": "Rien de tout cela", "exclusive": True},
    ],
}
REASONS = [{"id": "r1", "title": "Aucun marché"}, {"id": "r2", "title": "Par choix écrit"}]
OF = tree(
    theme(
        "t",
        maturity(
            "marches",
            na={"allowed": True, "reason_required": True, "reasons": REASONS},
            unknown_allowed=False,
        ),
        number("gens", whole=True),
        LIST,
        maturity("dit", scored=False, required=False, audience=["staff"], about="marches"),
        maturity("projet"),
        yesno("signe"),
    ),
    roles=[{"id": "staff", "label": "Salariés en insertion"}],
)


@pytest.fixture
def edition(open_on: Callable[[Tree], Driven]) -> Driven:
    """The window on a questionnaire that uses what the first edition uses."""
    return open_on(OF)


def _at(driven: Driven, question: str) -> AnsweringPage:
    driven.window.go(ToQuestion(question))
    return driven.window.page(AnsweringPage)


def test_a_list_offers_its_own_lines_and_nothing_of_all_that_alone(edition: Driven) -> None:
    page = _at(edition, "rgpd")
    assert isinstance(page.field, SeveralField)
    boxes = {box.text(): box for box in page.field.findChildren(QAbstractButton)}
    assert list(boxes) == ["Le registre est écrit", "Un contact est nommé", "Rien de tout cela"]
    edition.saved(boxes["Un contact est nommé"].click)
    assert edition.current.answer("rgpd").value == ("contact",)
    assert [(line.name, line.title) for line in check_lines(edition.current)] == [
        ("rgpd", "Pas coché\u00a0: Le registre est écrit")
    ]
    edition.saved(boxes["Rien de tout cela"].click)
    assert edition.current.answer("rgpd").value == ("rien",)
    assert checks_words(edition.current) == "2 obligations à régler, hors score"


def test_digits_choose_among_options_and_d_stays_to_be_discussed(edition: Driven) -> None:
    page = _at(edition, "signe")
    assert isinstance(page.field, ChoiceField)
    edition.saved(lambda: QTest.keyClick(page, Qt.Key.Key_1))
    assert edition.current.answer("signe").value == "yes"
    edition.saved(lambda: QTest.keyClick(page, Qt.Key.Key_D))
    assert edition.current.is_discussed("signe")


def test_a_reason_is_chosen_from_the_list_and_may_come_later(edition: Driven) -> None:
    page = _at(edition, "marches")
    edition.saved(page.footer.na.click)
    reason, entry = page.pane.na_reason, edition.current.questionnaire.outline.by_id["marches"]
    assert edition.current.answer("marches").na
    assert reason.choice.isVisibleTo(page)
    assert reason.note.isVisibleTo(page)
    assert state_words(edition.current, entry) == "Non applicable, raison à choisir"
    reason.choice.setFocus()
    edition.saved(lambda: QTest.keyClick(reason.choice, Qt.Key.Key_Down))
    assert edition.current.answer("marches").reason_id == "r1"
    assert not reason.note.isVisibleTo(page)
    assert state_words(edition.current, entry) == "Non applicable"
    edition.saved(page.footer.na.click)
    assert edition.current.answer("marches").reason_id == ""


def test_what_was_answered_comes_back_where_not_applicable_was_a_slip(edition: Driven) -> None:
    page = _at(edition, "marches")
    edition.saved(lambda: QTest.keyClick(page, Qt.Key.Key_3))
    edition.saved(page.footer.na.click)
    assert edition.current.answer("marches").value is None
    edition.saved(page.footer.na.click)
    assert edition.current.answer("marches").value == "n3"
    edition.saved(lambda: QTest.keyClick(page, Qt.Key.Key_Delete))
    edition.saved(page.footer.na.click)
    edition.saved(page.footer.na.click)
    assert edition.current.answer("marches").value is None


def test_what_was_answered_comes_back_where_it_is_known_again(edition: Driven) -> None:
    page = _at(edition, "projet")
    edition.saved(lambda: QTest.keyClick(page, Qt.Key.Key_2))
    edition.saved(page.footer.unknown.click)
    assert edition.current.answer("projet").unknown
    edition.saved(page.footer.unknown.click)
    assert edition.current.answer("projet").value == "n2"


def test_what_is_typed_beside_a_reason_only_adds_to_it(edition: Driven) -> None:
    page = _at(edition, "marches")
    edition.saved(page.footer.na.click)
    edition.saved(lambda: page.presenter.choose_reason("marches", "r2"))
    page.pane.na_reason.field.edit.setPlainText("Vote du conseil en mars")
    edition.saved(page.flush)
    answer = edition.current.answer("marches")
    assert (answer.reason_id, answer.reason) == ("r2", "Vote du conseil en mars")


def test_not_knowing_is_not_offered_where_the_group_must_say(edition: Driven) -> None:
    page = _at(edition, "marches")
    assert not page.footer.unknown.isVisibleTo(page)
    assert _at(edition, "projet").footer.unknown.isVisibleTo(page)


def test_half_a_person_is_refused_in_a_plain_sentence(edition: Driven) -> None:
    page = _at(edition, "gens")
    assert isinstance(page.field, FigureField)
    page.field.lines[0].setText("62,5")
    page.field.flush()
    assert page.field.fault.text() == "Écrivez un nombre entier, par exemple 12."
    assert edition.current.answer("gens").value is None


def test_what_the_employees_are_asked_is_not_on_the_way(edition: Driven) -> None:
    assert "dit" not in [entry.id for entry in all_displayed(edition.current)]
    page = _at(edition, "rgpd")
    page.go_next()
    assert page.entry is not None
    assert page.entry.id == "projet"


def test_one_rule_stands_above_the_levels(edition: Driven) -> None:
    assert _at(edition, "projet").pane.hint.text() == CLIMB
