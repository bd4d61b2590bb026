"""Where the focus is, as values: it is found again once everything was made anew."""

from __future__ import annotations

from collections.abc import Iterator

# By the module: making the classes of the fields takes time that a start does not have.
from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.session.values import Value


class FocusSpot(Value):
    """A focused widget by its class, its name, its rank among its like, and its cursor."""

    kind: type[QWidget]
    name: str
    rank: int
    cursor: int


def spot_of(root: QWidget, focused: QWidget | None) -> FocusSpot | None:
    """The spot of a widget inside `root`; None for one that is elsewhere."""
    if focused is None or not root.isAncestorOf(focused):
        return None
    kind = type(focused)
    stops = _stops(root, kind)
    rank = stops.index(focused) if focused in stops else 0
    return FocusSpot(kind, focused.accessibleName(), rank, _cursor(focused))


def widget_at(root: QWidget, spot: FocusSpot) -> QWidget | None:
    """The widget of the same name, else the one that stands where the focused one stood."""
    stops = _stops(root, spot.kind)
    if not stops:
        return None
    namesakes = [item for item in stops if spot.name and item.accessibleName() == spot.name]
    return namesakes[0] if namesakes else stops[min(spot.rank, len(stops) - 1)]


def take_focus(widget: QWidget, spot: FocusSpot) -> None:
    """Put the focus on a widget, and its cursor where it was."""
    widget.setFocus()
    if isinstance(widget, QtWidgets.QLineEdit):
        widget.setCursorPosition(spot.cursor)
    elif isinstance(widget, QtWidgets.QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(spot.cursor, widget.document().characterCount() - 1))
        widget.setTextCursor(cursor)


def up_to(root: QWidget, item: QWidget) -> Iterator[QWidget]:
    """A widget and those around it, inside `root`."""
    here: QWidget | None = item
    while here is not None and here is not root:
        yield here
        here = here.parentWidget()


def _cursor(widget: QWidget) -> int:
    if isinstance(widget, QtWidgets.QLineEdit):
        return widget.cursorPosition()
    if isinstance(widget, QtWidgets.QPlainTextEdit):
        return widget.textCursor().position()
    return 0


def _stops(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """The widgets of a kind that take the focus, in the order they were made."""
    return [
        item
        for item in root.findChildren(kind)
        if type(item) is kind
        and item.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_put_away(item, root)
    ]


def _is_put_away(item: QWidget, root: QWidget) -> bool:
    """True for what was hidden on purpose; what is just made is shown in a moment."""
    return any(
        here.isHidden() and here.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        for here in up_to(root, item)
    )
