"""Lets the Tab key follow the reading, also through what is made anew while a page is shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def follow_reading(page: QWidget) -> None:
    """Put the stops of the Tab key in the order of the layouts."""
    layout = page.layout()
    if layout is not None:
        for one, other in pairwise(_stops(layout)):
            QWidget.setTabOrder(one, other)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for rank in range(layout.count()):
        item = layout.itemAt(rank)
        if item is None:
            continue
        inner = item.layout()
        if inner is not None:
            yield from _stops(inner)
            continue
        found = item.widget()
        while isinstance(found, QScrollArea | QStackedWidget):
            within = found.widget if isinstance(found, QScrollArea) else found.currentWidget
            found = within()
        if found is None or found.isHidden():
            continue
        below = found.layout()
        if found.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield found
        elif below is not None:
            yield from _stops(below)
