"""A button that is one of several, told as a radio button: Qt takes it for a check box."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget

PRESS = "Press"
"""As Qt names what a client may do to a button."""

_KINDS: set[type[QObject]] = set()


def tell_radio(kind: type[QAbstractButton]) -> None:
    """Make every button of this class say that it is a radio button."""
    _KINDS.add(kind)
    _install()


class _Radio(QAccessibleWidget):
    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)
        self._button = button

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [PRESS, *super().actionNames()]

    def doAction(self, action_name: str, /) -> None:
        if action_name == PRESS:
            self._button.click()
        else:
            super().doAction(action_name)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_key: str, found: QObject) -> QAccessibleInterface | None:
    is_radio = type(found) in _KINDS and isinstance(found, QAbstractButton)
    return _Radio(found) if is_radio else None  # type: ignore[arg-type] # known by `is_radio`
