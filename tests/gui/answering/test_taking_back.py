"""What is taken back is seen: the window goes where it was, and says of what it was."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.session.destinations import ToHome, ToQuestion, ToStructure
from cap_desktop.gui.structure.profile_page import ProfilePage
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from tests.gui.driving import Driven, Open, begun

TITLE = "“Comment repérez-vous les besoins de votre…”"


def _take_back(driven: Driven) -> None:
    driven.saved(
        lambda: QTest.keyClick(driven.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    )


def test_an_answer_is_taken_back_in_sight_and_by_its_name(open_window: Open) -> None:
    driven = begun(open_window)
    window, page = driven.window, driven.window.page(AnsweringPage)
    answers = AnsweringPresenter(window.session)
    window.go(ToQuestion("besoins_territoire"))
    driven.saved(lambda: answers.give("besoins_territoire", "n2"))
    assert TITLE in window.bar.undo.toolTip().replace("\u2011", "-")
    window.go(ToQuestion("prevention_risques"))
    _take_back(driven)
    assert page.entry is not None
    assert page.entry.id == "besoins_territoire"
    said = window.strip.toast.words.text().replace("\u2011", "-")
    assert said == f"Réponse effacée\u00a0: {TITLE}."
    driven.close()


def test_another_act_on_an_answer_is_taken_back_in_sight(open_window: Open) -> None:
    driven = begun(open_window)
    window, page = driven.window, driven.window.page(AnsweringPage)
    answers = AnsweringPresenter(window.session)
    for act in (
        lambda: answers.comment("besoins_territoire", "À revoir."),
        lambda: answers.discuss("besoins_territoire", discuss=True),
    ):
        driven.saved(act)
        window.go(ToHome())
        _take_back(driven)
        assert window.pages.currentWidget() is page
        assert page.entry is not None
        assert page.entry.id == "besoins_territoire"
        assert TITLE in window.strip.toast.words.text().replace("\u2011", "-")
    driven.close()


def test_what_is_taken_back_of_the_question_in_sight_leaves_the_focus(open_window: Open) -> None:
    driven = begun(open_window)
    window, page = driven.window, driven.window.page(AnsweringPage)
    window.go(ToQuestion("besoins_territoire"))
    driven.saved(lambda: AnsweringPresenter(window.session).give("besoins_territoire", "n2"))
    window.activateWindow()
    page.footer.next.setFocus()
    driven.qtbot.waitUntil(page.footer.next.hasFocus)
    _take_back(driven)
    assert page.footer.next.hasFocus()
    driven.close()


def test_the_name_of_the_structure_is_taken_back_in_sight(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToStructure())
    driven.saved(lambda: StructurePresenter(window.session).rename("Les Trois Rives"))
    window.go(ToHome())
    _take_back(driven)
    assert window.pages.currentWidget() is window.page(ProfilePage)
    assert driven.current.structure.name == "Les Deux Rives"
    driven.close()
