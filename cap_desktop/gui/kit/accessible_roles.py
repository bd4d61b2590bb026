"""What a screen reader is told a widget is, where Qt sees only a plain widget."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES: dict[type[QWidget], QAccessible.Role] = {}


def tell_role(kind: type[QWidget], role: QAccessible.Role) -> None:
    """Make every widget of this class say that it is a `role`."""
    _ROLES[kind] = role
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_key: str, found: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(type(found))  # type: ignore[arg-type] # objects that are no widgets too
    if role is None or not isinstance(found, QWidget):
        return None
    return QAccessibleWidget(found, role)
