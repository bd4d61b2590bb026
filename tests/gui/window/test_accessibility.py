"""What a screen reader is told: every control of every page has a name and a role."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QAccessible, QAccessibleInterface

from cap_desktop.gui.session.destinations import ToHome, ToQuestion, ToResults
from tests.gui.conftest import Driven
from tests.gui.window.test_main_window import _begun

QUESTIONS = ("projet_ecrit", "personnes_parcours", "rgpd", "priorites_projet")
Open = Callable[[], Driven]
Role = QAccessible.Role
CONTROLS = {
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.ComboBox,
    Role.List,
    Role.ListItem,
    Role.ProgressBar,
    Role.Link,
}


def _walk(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for rank in range(found.childCount()):
        child = found.child(rank)
        if child.isValid():
            yield child
            yield from _walk(child)


def _nameless(driven: Driven) -> tuple[int, list[str]]:
    root = QAccessible.queryAccessibleInterface(driven.window)
    assert root is not None
    controls = [
        item for item in _walk(root) if item.role() in CONTROLS and not item.state().invisible
    ]
    faults = [
        str(item.role())
        for item in controls
        if not item.text(QAccessible.Text.Name).strip()
        and not item.object().objectName().startswith("qt_")
    ]
    return len(controls), faults


def test_no_visible_control_is_nameless(open_window: Open) -> None:
    driven = _begun(open_window)
    window = driven.window
    pages: list[Callable[[], None]] = [lambda: window.go(ToHome()), lambda: window.go(ToResults())]
    pages += [partial(window.go, ToQuestion(question)) for question in QUESTIONS]
    for show in pages:
        show()
        count, faults = _nameless(driven)
        assert count > 3
        assert faults == []
    driven.close()


def test_a_level_is_a_radio_button_with_its_sentence(open_window: Open) -> None:
    driven = _begun(open_window)
    driven.window.go(ToQuestion("projet_ecrit"))
    root = QAccessible.queryAccessibleInterface(driven.window)
    assert root is not None
    levels = [
        item
        for item in _walk(root)
        if item.role() == Role.RadioButton and item.text(QAccessible.Text.Name).startswith("Niveau")
    ]
    assert [item.text(QAccessible.Text.Name)[7] for item in levels] == list("01234")
    assert all(len(item.text(QAccessible.Text.Description)) > 20 for item in levels)
    driven.close()
