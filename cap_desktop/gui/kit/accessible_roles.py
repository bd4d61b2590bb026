"""What a screen reader is told a widget is, where Qt sees only a plain widget."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget

KnownAs = Literal["heading", "fold", "tab", "choice"]
"""Our own interfaces, by what they are known as."""
Telling = Callable[[QWidget], QAccessibleInterface]
"""Makes what a screen reader asks about one widget."""


def tell_role(kind: type[QWidget], role: QAccessible.Role) -> None:
    """Make every widget of this class, and of those made from it, say that it is a `role`."""
    _tell_by(kind, lambda found: QAccessibleWidget(found, role))


def tell_role_of(found: QWidget, role: QAccessible.Role) -> None:
    """Make this widget alone say that it is a `role`."""
    found.setProperty(_ROLE, role)
    _install()


def tell_as(kind: type[QWidget], known_as: KnownAs) -> None:
    """Let a class of widgets answer a screen reader by one of our own interfaces."""
    _tell_by(kind, lambda found: _own(known_as, found))


def _tell_by(kind: type[QWidget], telling: Telling) -> None:
    _TELLINGS[kind] = telling
    _install()


def _own(known_as: KnownAs, found: QWidget) -> QAccessibleInterface:
    # Only where a reader asks: making these classes takes time that a start does not have.
    from cap_desktop.gui.kit.interfaces import KNOWN_AS

    return KNOWN_AS[known_as](found)


@cache
def _install() -> None:
    # Not before there is a window: Qt asks first whoever came last, and comes with the program.
    QAccessible.installFactory(_interface)


def _interface(_key: str, found: QObject) -> QAccessibleInterface | None:
    if not isinstance(found, QWidget):
        return None
    role = found.property(_ROLE)
    if isinstance(role, QAccessible.Role):
        return QAccessibleWidget(found, role)
    told = (telling for kind in type(found).__mro__ if (telling := _TELLINGS.get(kind)))
    telling = next(told, None)
    return None if telling is None else telling(found)


_ROLE = "accessible role"
_TELLINGS: dict[type, Telling] = {
    # Qt calls a stack a pane in layers, which is said at every turn of a page.
    QStackedWidget: lambda found: QAccessibleWidget(found, QAccessible.Role.Client),
}
