"""A page that is drawn again keeps the focus where the person was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.gui.widgets.pieces import GONE


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Give the focus back to the widget that stands where the focused one stood."""
    focused = QApplication.focusWidget()
    if focused is None or not page.isAncestorOf(focused):
        yield
        return
    kind, name = type(focused), focused.accessibleName()
    rank = _stops(page, kind).index(focused)
    yield
    stops = _stops(page, kind)
    if not stops or not any(item.property(GONE) for item in _up_to(page, focused)):
        return
    namesakes = [item for item in stops if name and item.accessibleName() == name]
    heir = namesakes[0] if namesakes else stops[min(rank, len(stops) - 1)]
    # Qt shows what was just laid out in a moment; only then it takes the focus.
    QTimer.singleShot(0, heir, heir.setFocus)


def _stops(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """The widgets of a kind that take the focus, in the order they were made."""
    return [
        item
        for item in page.findChildren(kind)
        if type(item) is kind
        and item.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_put_away(item, page)
    ]


def _is_put_away(item: QWidget, page: QWidget) -> bool:
    """True for what was hidden on purpose; what is just made is shown in a moment."""
    return any(
        here.isHidden() and here.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        for here in _up_to(page, item)
    )


def _up_to(page: QWidget, item: QWidget) -> Iterator[QWidget]:
    """A widget and those around it, inside the page."""
    here: QWidget | None = item
    while here is not None and here is not page:
        yield here
        here = here.parentWidget()
