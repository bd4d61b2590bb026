"""The results on a small laptop: both scores whole, and the end of a year asked in place."""

from dataclasses import replace
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.results.point_button import PointButton, PointLine
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.theme_row import ThemeRow, columns
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.typography import HYPHEN
from tests.gui.driving import Driven
from tests.gui.pages import settle
from tests.gui.painted import faults

WORDS = 80
"""« 75 % répondu » is wider than that."""


@pytest.mark.parametrize("score", ["64.6", "88.8", "100"])
def test_the_two_scores_are_whole_on_a_small_laptop(demonstrated: Driven, score: str) -> None:
    results = demonstrated.window.page(ResultsPage)
    settle(demonstrated)
    for made in results.scores.parts:
        standing = replace(results.rows[0].standing, score=Fraction(score))
        made.show_standing(standing, "Nos pratiques", 1)
    settle(demonstrated)
    assert faults(results) == []


def test_an_answer_saved_meanwhile_leaves_the_question_of_the_end_in_sight(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    closing, answering = window.page(ResultsPage).closing, window.page(AnsweringPage)
    closing.ask.click()
    demonstrated.saved(lambda: answering.presenter.comment("projet_ecrit", "Relu.", object()))
    assert closing.question.isVisible()
    assert closing.cancel.hasFocus()


def test_a_practice_to_work_on_is_never_cut_at_the_hyphen_of_its_question(qtbot: QtBot) -> None:
    look = Look()
    asked = "Comment chaque personne construit{}elle son projet\u00a0?"
    typed, whole = (
        PointButton(look, PointLine(name="", title=asked.format(hyphen), reason="A4"))
        for hyphen in ("-", HYPHEN)
    )
    for button in (typed, whole):
        qtbot.addWidget(button)
    widths = range(180, 420, 4)
    assert [typed.heightForWidth(wide) for wide in widths] == [
        whole.heightForWidth(wide) for wide in widths
    ]
    # Its name is that of the questionnaire.
    assert "construit-elle" in typed.accessibleName()


def test_the_end_of_an_outline_does_not_cross_the_words_on_it(qtbot: QtBot) -> None:
    def middle(score: str) -> list[int]:
        standing = ScoreLine(
            name="gouvernance",
            code="A2",
            title="Gouvernance",
            score=Fraction(score),
            lower=None,
            upper=None,
            coverage=Fraction(75),
            rank=0,
            band="",
        )
        row = ThemeRow(Look(), standing, 1)
        qtbot.addWidget(row)
        row.resize(560, row.heightForWidth(560))
        at = columns(row.look, row.width(), compares=False)
        image = row.grab().toImage()
        # The bar but its own edge at the left, and what lies beyond the words.
        places = range(at.bar + 3, at.bar + WORDS)
        return [image.pixel(place, row.height() // 2) for place in places]

    assert middle("5") == middle("20")
