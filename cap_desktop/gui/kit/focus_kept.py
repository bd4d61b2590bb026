"""A page that is drawn again keeps the focus where the person was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.gui.kit.focus_spot import spot_of, up_to, widget_at
from cap_desktop.gui.kit.letting_go import GONE


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Give the focus back to the widget that stands where the focused one stood."""
    focused = QApplication.focusWidget()
    spot = spot_of(page, focused)
    yield
    if focused is None or spot is None:
        return
    heir = widget_at(page, spot)
    if heir is not None and any(item.property(GONE) for item in up_to(page, focused)):
        # Qt shows what was just laid out in a moment; only then it takes the focus.
        QTimer.singleShot(0, heir, heir.setFocus)
