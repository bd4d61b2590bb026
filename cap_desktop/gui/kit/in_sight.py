"""Bringing into sight what stands in a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(area: QScrollArea, shown: QWidget, gap: int) -> None:
    """Bring a widget into sight once the page is laid out, with `gap` pixels around it.

    Qt brings the cursor of a text into sight, and leaves the frame around it cut.
    """
    QTimer.singleShot(0, shown, lambda: _scroll_to(area, shown, gap))


def _scroll_to(area: QScrollArea, shown: QWidget, gap: int) -> None:
    inside: QWidget | None = area.widget()
    if inside is None or not (shown.isVisible() and inside.isAncestorOf(shown)):
        return
    place = QRect(shown.mapTo(inside, QPoint()), shown.size()).adjusted(0, -gap, 0, gap)
    bar = area.verticalScrollBar()
    lowest = place.y() + place.height() - area.viewport().height()
    bar.setValue(min(max(bar.value(), lowest), place.y()))
