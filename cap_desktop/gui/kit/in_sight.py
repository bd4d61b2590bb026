"""Keeping in sight, in a page that scrolls, what one types in and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


class InSight(QObject):
    """Reveals what is `wanted`, the last of it before all else, where the page grows.

    The page grows, or its window gets smaller: both change how far it scrolls. Each is shown
    in its whole card where that fits, for Qt would bring a cursor into sight and cut the frame.
    """

    def __init__(
        self, area: QScrollArea, wanted: Callable[[], Sequence[QWidget]], gap: int
    ) -> None:
        super().__init__(area)
        self._area, self._wanted, self._gap = area, wanted, gap
        self._farthest = 0
        area.verticalScrollBar().rangeChanged.connect(self._follow)

    def reveal(self) -> None:
        """Bring it into sight once the key that asks for it is done with, and all is laid out."""
        QTimer.singleShot(0, self, self._show)

    def _follow(self, _least: int, farthest: int) -> None:
        if farthest > self._farthest:
            self.reveal()
        self._farthest = farthest

    def _show(self) -> None:
        inside: QWidget | None = self._area.widget()
        if inside is None:
            return
        shown = [made for made in self._wanted() if made.isVisible() and inside.isAncestorOf(made)]
        for card in map(_card_of, shown):
            if card is not None:
                self._scroll_to(inside, card, 0)
        for made in shown:
            self._scroll_to(inside, made, self._gap)

    def _scroll_to(self, inside: QWidget, shown: QWidget, gap: int) -> None:
        place = QRect(shown.mapTo(inside, QPoint()), shown.size()).adjusted(0, -gap, 0, gap)
        bar = self._area.verticalScrollBar()
        lowest = place.y() + place.height() - self._area.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), place.y()))


def _card_of(shown: QWidget) -> QWidget | None:
    """The framed group that a widget stands in, if any."""
    around: QWidget | None = shown.parentWidget()
    while around is not None and around.property("box") != "card":
        around = around.parentWidget()
    return around
