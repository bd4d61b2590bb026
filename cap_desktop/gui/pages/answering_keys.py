"""What Enter presses on the answering page."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QRadioButton,
)


def press_focused() -> bool:
    """Press what has the focus, where Enter is meant for it; False where it is not.

    On an answer, Enter is « next »: Space is what chooses it.
    """
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractButton) and not isinstance(focused, QCheckBox | QRadioButton):
        focused.click()
        return True
    if isinstance(focused, QAbstractItemView):
        focused.activated.emit(focused.currentIndex())
        return True
    return False
