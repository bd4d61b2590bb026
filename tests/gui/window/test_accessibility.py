"""What a screen reader is told: every control of every page has a name and a role."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAccessible

from cap_desktop.gui.session.destinations import ToHome, ToQuestion, ToResults
from tests.gui.accessible import Role, nameless, walk
from tests.gui.driving import Open, begun

QUESTIONS = ("projet_ecrit", "personnes_parcours", "rgpd_liste", "priorites_projet")


def test_no_visible_control_is_nameless(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    pages: list[Callable[[], None]] = [lambda: window.go(ToHome()), lambda: window.go(ToResults())]
    pages += [partial(window.go, ToQuestion(question)) for question in QUESTIONS]
    for show in pages:
        show()
        count, faults = nameless(driven)
        assert count > 3
        assert faults == []
    driven.close()


def test_a_level_is_a_radio_button_with_its_sentence(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToQuestion("projet_ecrit"))
    root = QAccessible.queryAccessibleInterface(driven.window)
    assert root is not None
    levels = [
        item
        for item in walk(root)
        if item.role() == Role.RadioButton and item.text(QAccessible.Text.Name).startswith("Niveau")
    ]
    assert [item.text(QAccessible.Text.Name)[7] for item in levels] == list("01234")
    assert all(len(item.text(QAccessible.Text.Description)) > 20 for item in levels)
    driven.close()
