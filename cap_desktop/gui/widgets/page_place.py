"""Where a person is on a page, as values: the same place is found on a page made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from cap_desktop.gui.widgets.focus_spot import FocusSpot, spot_of, take_focus, up_to, widget_at
from cap_desktop.gui.widgets.fold import FoldTitle


class PagePlace(NamedTuple):
    """The focus and whether it was in sight, what is unfolded, how far each part is scrolled."""

    spot: FocusSpot | None
    is_seen: bool
    folds: tuple[bool, ...]
    scrolls: tuple[tuple[int, int], ...]


def place_on(page: QWidget, focused: QWidget | None) -> PagePlace:
    """Where a person is, with the focus on a widget that may be elsewhere."""
    bars = (area.verticalScrollBar() for area in page.findChildren(QScrollArea))
    return PagePlace(
        spot_of(page, focused),
        focused is not None and not focused.visibleRegion().isEmpty(),
        tuple(fold.isChecked() for fold in page.findChildren(FoldTitle)),
        tuple((bar.value(), bar.maximum()) for bar in bars),
    )


def go_to(page: QWidget, place: PagePlace) -> None:
    """Go to a place of a page, as far as it is still there."""
    folds = page.findChildren(FoldTitle)
    if len(folds) == len(place.folds):
        for fold, is_open in zip(folds, place.folds, strict=True):
            fold.setChecked(is_open)
    stop = None if place.spot is None else widget_at(page, place.spot)
    if stop is not None and place.spot is not None:
        take_focus(stop, place.spot)
    # It is laid out first, else there is nowhere to scroll to.
    QTimer.singleShot(0, page, lambda: _scroll(page, place, stop))


def _scroll(page: QWidget, place: PagePlace, stop: QWidget | None) -> None:
    areas = page.findChildren(QScrollArea)
    if len(areas) == len(place.scrolls):
        for area, (value, most) in zip(areas, place.scrolls, strict=True):
            bar = area.verticalScrollBar()
            bar.setValue(value * bar.maximum() // most if most else 0)
    if stop is not None and place.is_seen:
        for around in up_to(page, stop):
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(stop)
