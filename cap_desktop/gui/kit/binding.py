"""Binds keys to a page; a letter typed in a text stays a letter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

KeyAct = Callable[[], object]


def bind_keys(
    page: QWidget,
    keys: dict[str, KeyAct],
    *,
    in_texts: bool = False,
    are_on: Callable[[], bool] = lambda: True,
    once: bool = False,
) -> None:
    """Bind keys on a page; where `in_texts` is false they leave text fields alone.

    With `once`, a key that is held down acts at its first press alone.

    `are_on` is asked at every press: a person may want no key that is one letter alone.
    """
    for sequence, act in keys.items():
        shortcut = QShortcut(QKeySequence(sequence), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(not once)
        shortcut.activated.connect(_run(act, in_texts=in_texts, are_on=are_on))


def press_button() -> bool:
    """Press the button that has the focus; False where none has it, or one that Space checks."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractButton) and not isinstance(focused, QCheckBox | QRadioButton):
        focused.click()
        return True
    return False


def _run(act: KeyAct, *, in_texts: bool, are_on: Callable[[], bool]) -> KeyAct:
    def run() -> None:
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if are_on() and (in_texts or not typing):
            act()

    return run
