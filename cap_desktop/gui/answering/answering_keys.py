"""What Enter presses on the answering page."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QApplication

from cap_desktop.gui.kit.binding import press_button


def press_focused() -> bool:
    """Press what has the focus, where Enter is meant for it; False where it is not.

    On an answer, Enter is « next »: Space is what chooses it.
    """
    if press_button():
        return True
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractItemView):
        focused.activated.emit(focused.currentIndex())
        return True
    return False
