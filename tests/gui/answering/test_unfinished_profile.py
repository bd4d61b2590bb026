"""Only the name of a structure is needed: what waits for the rest of its profile is said."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cap_desktop.domain.scoring.profile_effect import awaiting_profile
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.session.destinations import ToHome, ToQuestion, ToStructure
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from tests.gui.driving import Driven, Open, begun
from tests.gui.pages import settle

THEME = "gouvernance"
COMPLETE = "Ouvrir\u00a0: Compléter votre structure"
"""The name of the button on the first page."""


def _waiting(driven: Driven) -> tuple[str, ...]:
    opened = driven.current
    return awaiting_profile(opened.questionnaire, opened.profile, opened.results.questions)


def _words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _complete(page: QWidget) -> list[QPushButton]:
    buttons = page.findChildren(QPushButton)
    return [made for made in buttons if made.isVisible() and made.accessibleName() == COMPLETE]


def _home(driven: Driven) -> HomePage:
    driven.window.go(ToHome())
    settle(driven)
    return driven.window.page(HomePage)


def _end_of_the_theme(driven: Driven) -> str:
    node = driven.current.questionnaire.outline.nodes[THEME]
    asked = [e.id for e in node.questions if driven.current.results.questions[e.id].is_asked]
    driven.window.go(ToQuestion(asked[-1]))
    page = driven.window.page(AnsweringPage)
    page.go_next()
    assert page.summary.isVisible()
    return _words(page.summary)


def test_an_unfinished_profile_is_told_where_it_keeps_questions_away(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    whole = driven.current.profile
    assert _waiting(driven) == ()
    assert "en savoir plus" not in _end_of_the_theme(driven)
    home = _home(driven)
    assert _complete(home) == []

    types = {"structure_type": whole["structure_type"]}
    driven.saved(lambda: StructurePresenter(window.session).change_profile(types))
    waiting = _waiting(driven)
    inside = [
        name for name in waiting if driven.current.questionnaire.outline.by_id[name].theme == THEME
    ]
    assert len(waiting) > len(inside) > 1
    said = f"{len(inside)} questions attendent d’en savoir plus sur votre structure."
    assert said in _end_of_the_theme(driven)
    home = _home(driven)
    assert f"{len(waiting)} questions attendent" in _words(home)
    with driven.qtbot.waitSignal(home.wanted) as caught:
        _complete(home)[0].click()
    assert isinstance((caught.args or [None])[0], ToStructure)
    driven.close()
