"""F6 goes from one zone of the window to the next one that can be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Zone = tuple[QWidget, QWidget]
"""What is around a zone, and the widget that takes the focus in it."""


def whole(page: QWidget) -> list[Zone]:
    """A page that is one zone, left and found again at one place."""
    stop = last_stop(page) or first_stop(page)
    return [] if stop is None else [(page, stop)]


def last_stop(inside: QWidget) -> QWidget | None:
    """What had the focus last in a part of the window, where it still can be seen."""
    focused = _focused(inside)
    if focused is None or not inside.isAncestorOf(focused) or not focused.isVisible():
        return None
    return focused


def _focused(inside: QWidget) -> QWidget | None:
    # Qt says none in words that its types do not have.
    return inside.focusWidget()


def first_stop(inside: QWidget) -> QWidget | None:
    """The first widget of a part of the window that the keyboard may stop at.

    Qt's own chain is not walked: PySide ties the life of what it gives to where it was asked,
    and menus elsewhere lost their actions.
    """
    for found in inside.findChildren(QWidget):
        is_stop = found.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_stop and found.isVisible() and found.isEnabled():
            return found
    return None


def go_to_zone(zones: Sequence[Zone], by: int) -> None:
    """Put the focus in the zone that comes `by` places after the one that holds it."""
    shown = [zone for zone in zones if zone[1].isVisible()]
    if not shown:
        return
    focused = QApplication.focusWidget()
    here = [
        rank
        for rank, (around, _stop) in enumerate(shown)
        if focused is not None and (focused is around or around.isAncestorOf(focused))
    ]
    rank = here[-1] if here else -1 if by > 0 else 0
    shown[(rank + by) % len(shown)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
