"""The open year beside the one before."""

from dataclasses import replace

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.results.results_overview import BothYears, YearBefore
from tests.gui.driving import Driven


def test_two_years_are_compared_once_until_an_answer_changes(demonstrated: Driven) -> None:
    former, opened = demonstrated.window.session.former, demonstrated.current
    path = demonstrated.window.session.path
    year_before = YearBefore()
    first = year_before.beside(former, opened, path)
    assert first.comparison is not None
    plan = replace(opened, standing=opened.standing._replace(plan=None))
    assert year_before.beside(former, plan, path).comparison is first.comparison
    session = demonstrated.window.session
    demonstrated.saved(
        lambda: AnsweringPresenter(session).put("projet_ecrit", Answer(value="n0"), "niveau")
    )
    changed = year_before.beside(former, demonstrated.current, path).comparison
    assert changed is not None
    assert changed.parts != first.comparison.parts


def test_a_first_year_has_nothing_beside_it(demonstrated: Driven) -> None:
    assert YearBefore().beside(None, demonstrated.current, None) == BothYears()
