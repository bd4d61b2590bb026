"""A table as tall as its rows: it does not scroll, the page around it does."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.look.look import Look

EDGE = 3


class TallTable(QTableView):
    """One row is chosen at a time; subclasses share the width out in `_arrange`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fitted_to = 0
        self.setProperty("box", "plain")
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit_again(self) -> None:
        """Share the width out anew."""
        self._fitted_to = 0
        if self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalnum():
            # A letter is a key of the page, not a search in the table.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, and follow what is chosen in it.

        By the signals of the selection model, kept at hand: PySide 6.11 gives back one reference
        too many to an overridden `currentChanged`, and the process dies at a later collection.
        """
        super().setModel(model)
        self.selection = self.selectionModel()
        self.selection.currentChanged.connect(self._follow_current)

    def _follow_current(self, current: Index, _previous: Index) -> None:
        if current.isValid():
            self._bring_into_sight(current.row())

    def _fit(self) -> None:
        """Share the width out, then take the height of the rows."""
        width = self.viewport().width()
        if self._fitted_to == width:
            return
        self._fitted_to = width
        tall = self._arrange(width)
        header = self.horizontalHeader()
        above = 0 if header.isHidden() else header.sizeHint().height()
        self.setFixedHeight(tall + above + 2 * EDGE)

    def _arrange(self, width: int) -> int:
        """Give each column its width and each row its height; return that of all rows."""
        raise NotImplementedError

    def _bring_into_sight(self, row: int) -> None:
        area = self._scrolling()
        inside = None if area is None else area.widget()
        if area is None or inside is None:
            return
        columns = range(self.model().columnCount())
        shown = next(column for column in columns if not self.isColumnHidden(column))
        box = self.visualRect(self.model().index(row, shown))
        place = self.viewport().mapTo(inside, box.center())
        margin = box.height() // 2 + self._look.px(24)
        area.ensureVisible(area.horizontalScrollBar().value(), place.y(), 0, margin)

    def _scrolling(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
