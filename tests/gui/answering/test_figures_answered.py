"""A figure on the answering page: computed, situated, refused in place."""

from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import Quotient
from cap_desktop.gui.answering.answer_fields import (
    ComputedField,
    FigureField,
)
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.question_row import QuestionRow
from cap_desktop.gui.session.destinations import ToQuestion
from tests.gui.driving import Driven


def _at(driven: Driven, question: str) -> AnsweringPage:
    driven.window.go(ToQuestion(question))
    return driven.window.page(AnsweringPage)


def _figures(page: AnsweringPage) -> FigureField:
    assert isinstance(page.field, FigureField)
    return page.field


def test_a_ratio_is_computed_and_situated(demonstrated: Driven) -> None:
    page = _at(demonstrated, "participation_ag")
    field = _figures(page)
    first, second = field.lines
    first.setText("60")
    second.setText("1 00")
    demonstrated.saved(field.flush)
    assert demonstrated.current.answer("participation_ag").value == Quotient(
        Fraction(60), Fraction(100)
    )
    assert field.result.figure.text() == "60\u00a0%"
    assert field.situation.sentence.text() == "13,1 points de plus qu’en 2025."
    assert "2025\u00a0: 46,9\u00a0%" in field.situation.gauge.accessibleDescription()


def test_a_part_greater_than_the_whole_is_refused_in_place(demonstrated: Driven) -> None:
    page = _at(demonstrated, "participation_ag")
    before = demonstrated.current.answer("participation_ag").value
    field = _figures(page)
    field.lines[0].setText("200")
    field.flush()
    assert field.fault.text() == (
        "«\u00a0Membres présents ou représentés à l’assemblée générale\u00a0» (200) dépasse "
        "«\u00a0Membres à jour de leur cotisation le jour de l’assemblée générale\u00a0» (103)."
    )
    # Orca leaves out a description that holds the name of its field.
    for line in field.lines:
        assert line.accessibleDescription().startswith(
            "Le premier nombre (200) dépasse le second (103)."
        )
    assert demonstrated.current.answer("participation_ag").value == before


def test_a_figure_out_of_its_bounds_says_which(demonstrated: Driven) -> None:
    page = _at(demonstrated, "residents_qpv")
    field = _figures(page)
    field.lines[0].setText("-3")
    field.flush()
    assert field.fault.text() == "Écrivez un nombre de 0 au moins."


def test_a_total_of_zero_is_said_and_not_divided(demonstrated: Driven) -> None:
    page = _at(demonstrated, "participation_ag")
    field = _figures(page)
    field.lines[0].setText("0")
    field.lines[1].setText("0")
    demonstrated.saved(field.flush)
    assert field.result.figure.text() == "–"
    assert "à zéro" in field.note.text()


def test_a_jump_from_last_year_is_a_question_and_no_error(demonstrated: Driven) -> None:
    page = _at(demonstrated, "participation_ag")
    field = _figures(page)
    field.lines[0].setText("100")
    demonstrated.saved(field.flush)
    assert field.note.text() == "Très différent de 2025. C’est bien 97,1\u00a0%\u00a0?"
    assert not field.fault.isVisible()


def test_a_computed_figure_leads_to_what_it_follows_from(demonstrated: Driven) -> None:
    page = _at(demonstrated, "taux_sorties_dynamiques")
    field = page.field
    assert isinstance(field, ComputedField)
    assert field.result.figure.text() == "68,1\u00a0%"
    assert field.situation.sentence.text().endswith("et au-dessus de votre cible.")
    rows = field.findChildren(QuestionRow)
    assert len(rows) == 4
    rows[0].click()
    assert page.entry is not None
    assert page.entry.id == "sorties_durables"


def test_a_target_of_ones_own_is_kept_beside_the_figure(demonstrated: Driven) -> None:
    page = _at(demonstrated, "participation_ag")
    target = page.pane.target
    assert target is not None
    target.line.setText("60")
    demonstrated.saved(target.line.editingFinished.emit)
    answer = demonstrated.current.answer("participation_ag")
    assert (answer.target, answer.value) == (60, Quotient(Fraction(57), Fraction(103)))
    assert _figures(page).situation.sentence.text().endswith("et au-dessous de votre cible.")
    target.line.setText("beaucoup")
    page.go_next()
    page.go_back()
    assert page.pane.target is not None
    assert page.pane.target.line.text() == "beaucoup"
    assert demonstrated.current.answer("participation_ag").target == 60
