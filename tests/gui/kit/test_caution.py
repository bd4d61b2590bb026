"""A free text that seems to name a person is kept like any other, with a word beside it."""

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.kit.text_field import TextField
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.plan.plan_text import PlanText
from cap_desktop.gui.session.destinations import ToQuestion
from tests.gui.driving import Driven

PHONE = "Rappeler Mme X au 06 12 34 56 78"


@pytest.mark.parametrize("kind", [TextField, PlanText])
def test_a_text_that_seems_to_hold_a_number_is_announced_all_the_same(
    qtbot: QtBot, kind: type[TextField]
) -> None:
    field = kind(Look(), "Commentaire")
    qtbot.addWidget(field)
    kept: list[object] = []
    field.answered.connect(kept.append)
    field.edit.setPlainText(PHONE)
    assert "numéro de téléphone" in field.caution.text()
    assert not field.caution.isHidden()
    assert "numéro de téléphone" in field.edit.accessibleDescription()
    field.flush()
    assert kept == [PHONE]
    assert field.fault.isHidden()
    field.edit.setPlainText("Rappeler Mme X")
    assert field.caution.isHidden()
    assert field.edit.accessibleDescription() == ""


def test_a_comment_with_a_number_is_saved_with_a_word_under_it(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToQuestion("projet_ecrit"))
    comment = window.page(AnsweringPage).comment
    comment.edit.setPlainText(PHONE)
    demonstrated.saved(comment.flush)
    assert demonstrated.current.answer("projet_ecrit").comment == PHONE
    assert not comment.caution.isHidden()
    window.go(ToQuestion("rgpd_liste"))
    assert comment.caution.isHidden()
