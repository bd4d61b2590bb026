"""Where a person is on a page, as values: the same place is found on a page made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from cap_desktop.gui.kit.focus_spot import FocusSpot, spot_of, take_focus, up_to, widget_at
from cap_desktop.gui.kit.fold import FoldTitle

SETTLED_MS = 300
"""After this long, a page that is laid out again is the person's own doing."""


class ScrollPosition(NamedTuple):
    """The focus and whether it was in sight, what is unfolded, how far each part is scrolled."""

    spot: FocusSpot | None
    is_seen: bool
    folds: tuple[bool, ...]
    scrolls: tuple[tuple[int, int], ...]


def place_on(page: QWidget, focused: QWidget | None) -> ScrollPosition:
    """Where a person is, with the focus on a widget that may be elsewhere."""
    bars = (area.verticalScrollBar() for area in page.findChildren(QScrollArea))
    return ScrollPosition(
        spot_of(page, focused),
        focused is not None and not focused.visibleRegion().isEmpty(),
        tuple(fold.isChecked() for fold in page.findChildren(FoldTitle)),
        tuple((bar.value(), bar.maximum()) for bar in bars),
    )


def go_to(page: QWidget, place: ScrollPosition) -> None:
    """Go to a place of a page, as far as it is still there."""
    folds = page.findChildren(FoldTitle)
    if len(folds) == len(place.folds):
        for fold, is_open in zip(folds, place.folds, strict=True):
            fold.setChecked(is_open)
    stop = None if place.spot is None else widget_at(page, place.spot)
    if stop is not None and place.spot is not None:
        take_focus(stop, place.spot)
    _Scrolling(page, place, stop)


class _Scrolling(QObject):
    """Scrolls a page while it is laid out: a table takes its height in a second round."""

    def __init__(self, page: QWidget, place: ScrollPosition, stop: QWidget | None) -> None:
        super().__init__(page)
        self._page, self._stop = page, stop if place.is_seen else None
        areas = page.findChildren(QScrollArea)
        same = len(areas) == len(place.scrolls)
        self._areas = list(zip(areas, place.scrolls, strict=True)) if same else []
        for area, _scroll in self._areas:
            area.verticalScrollBar().rangeChanged.connect(self._scroll)
        QTimer.singleShot(0, self, self._scroll)
        QTimer.singleShot(SETTLED_MS, self, self.deleteLater)

    def _scroll(self) -> None:
        for area, (value, most) in self._areas:
            bar = area.verticalScrollBar()
            bar.setValue(value * bar.maximum() // most if most else 0)
        if self._stop is not None and isValid(self._stop):
            for around in up_to(self._page, self._stop):
                if isinstance(around, QScrollArea):
                    around.ensureWidgetVisible(self._stop)
