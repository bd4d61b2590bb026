"""What a screen reader is told of a window or of a part of it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.gui.driving import Driven

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
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


def accessible(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def walk(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for rank in range(found.childCount()):
        child = found.child(rank)
        if child.isValid():
            yield child
            yield from walk(child)


def nameless(driven: Driven) -> tuple[int, list[str]]:
    """How many controls are visible, and the roles of those without a name."""
    controls = [
        item
        for item in walk(accessible(driven.window))
        if item.role() in CONTROLS and not item.state().invisible
    ]
    faults = [
        str(item.role())
        for item in controls
        if not item.text(NAME).strip() and not item.object().objectName().startswith("qt_")
    ]
    return len(controls), faults
