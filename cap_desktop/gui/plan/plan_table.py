"""The table of the actions: as tall as its rows, everything by keyboard, no double click."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cap_desktop.domain.plan.plan_order import ActionOrder
from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.kit.tall_table import TallTable
from cap_desktop.gui.look.look import SEMIBOLD, SMALL, Look
from cap_desktop.gui.plan.plan_cells import PADDING, PlanCells
from cap_desktop.gui.plan.plan_model import PlanColumn, PlanModel
from cap_desktop.gui.plan.plan_rows import GIVEN, PlanRow, RowOrder
from cap_desktop.i18n import _

WIDTHS = {
    PlanColumn.TICK: 54,
    PlanColumn.THEME: 66,
    PlanColumn.OWNER: 128,
    PlanColumn.DUE: 140,
    PlanColumn.PRIORITY: 110,
    PlanColumn.STATE: 140,
}
SORTED: dict[PlanColumn, ActionOrder] = {
    PlanColumn.THEME: "theme",
    PlanColumn.ACTION: "title",
    PlanColumn.OWNER: "owner",
    PlanColumn.DUE: "due",
    PlanColumn.PRIORITY: "priority",
    PlanColumn.STATE: "state",
}
ALL_COLUMNS = 780
"""Effective width from which every column has its own place."""

ROOMY = 1100
"""Effective width from which an owner may stand on one line."""


class PlanTable(TallTable):
    """Announces what is wanted of a row by the id of its action."""

    chosen = Signal(str)
    visited = Signal(str)
    shifted = Signal(str, int)
    dropped = Signal(str, int)
    removal_wanted = Signal(object)
    """The ids of the actions, as a tuple."""
    several_chosen = Signal(int)
    """How many actions are chosen, each time that this changes."""
    ticked = Signal(str)
    order_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._order = GIVEN
        self.rows = PlanModel(self)
        self.rows.dropped.connect(self.dropped)
        self.setModel(self.rows)
        self.selection.currentChanged.connect(self._visit)
        self.selection.selectionChanged.connect(lambda _new, _old: self._note_selection())
        self.cells = PlanCells(look, self.rows, self)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(_("Actions du plan"))
        self._dress()
        self.setColumnHidden(PlanColumn.TICK, True)
        self.clicked.connect(self._click)

    def _dress(self) -> None:
        header = self.horizontalHeader()
        header.setFont(self._look.font(SMALL, SEMIBOLD))
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropOverwriteMode(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    # --- Showing ----------------------------------------------------------------------

    def show_rows(self, rows: Sequence[PlanRow], order: RowOrder, *, is_whole: bool) -> None:
        """Show rows; only the whole plan in its given order can be put in another one."""
        kept, chosen = self.current, self.selected
        self.rows.is_draggable = is_whole and order == GIVEN
        self.setDragEnabled(self.rows.is_draggable)
        self.rows.show(rows)
        self._mark_order(order)
        self.show_current(kept)
        if len(chosen) > 1:
            self._select(chosen)
        self._note_selection()
        self.fit_again()

    def show_ticks(self, ticked: frozenset[str], *, is_shown: bool) -> None:
        """Show a tick for each action, or none."""
        self.setColumnHidden(PlanColumn.TICK, not is_shown)
        self.rows.tick(ticked)
        self.fit_again()

    @property
    def current(self) -> str:
        """The action of the current row, empty where there is none."""
        row = self.currentIndex().row()
        return self.rows.rows[row].action if 0 <= row < len(self.rows.rows) else ""

    @property
    def selected(self) -> tuple[str, ...]:
        """The actions that are chosen, from the top."""
        ranks = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(self.rows.rows[rank].action for rank in ranks if rank < len(self.rows.rows))

    def _select(self, actions: Collection[str]) -> None:
        model, flag = self.selection, QItemSelectionModel.SelectionFlag
        for rank, row in enumerate(self.rows.rows):
            if row.action in actions:
                model.select(self.rows.index(rank, 0), flag.Select | flag.Rows)

    def show_current(self, action: str) -> None:
        """Put the current row on an action, without announcing it."""
        names = [row.action for row in self.rows.rows]
        was = self.blockSignals(True)
        if action in names:
            self.setCurrentIndex(self.rows.index(names.index(action), PlanColumn.ACTION))
        else:
            self.clearSelection()
        self.blockSignals(was)
        self._note_selection()

    def _mark_order(self, order: RowOrder) -> None:
        self._order = order
        header, way = self.horizontalHeader(), Qt.SortOrder
        columns = [column for column, known in SORTED.items() if known == order.by]
        header.setSortIndicatorShown(bool(columns))
        for column in columns:
            header.setSortIndicator(
                column, way.DescendingOrder if order.is_descending else way.AscendingOrder
            )

    # --- What is wanted ---------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.current
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        acts: dict[tuple[int, bool], Callable[[], None]] = {
            (Qt.Key.Key_Up, True): lambda: self.shifted.emit(action, -1),
            (Qt.Key.Key_Down, True): lambda: self.shifted.emit(action, 1),
            (Qt.Key.Key_Return, False): lambda: self.chosen.emit(action),
            (Qt.Key.Key_Enter, False): lambda: self.chosen.emit(action),
            (Qt.Key.Key_Delete, False): self._want_removal,
        }
        if not self.isColumnHidden(PlanColumn.TICK):
            acts[Qt.Key.Key_Space, False] = lambda: self.ticked.emit(action)
        act = acts.get((event.key(), alt))
        if act is not None and action:
            act()
        else:
            super().keyPressEvent(event)

    def _want_removal(self) -> None:
        """Take off what was chosen; a row that the keyboard only arrived at is chosen first."""
        if self.selected:
            self.removal_wanted.emit(self.selected)
        else:
            self.selectRow(self.currentIndex().row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()

    def _visit(self, current: Index, _previous: Index) -> None:
        if not self.hasFocus():
            # From row to row the cells are read: the sentence would say each of them again.
            self._describe()
        if current.isValid():
            self.visited.emit(self.current)

    def _note_selection(self) -> None:
        number = len(self.selected)
        self.cells.has_several = number > 1
        self.several_chosen.emit(number)

    def _describe(self) -> None:
        """Have the row that the keyboard arrives at said with the table."""
        row = self.currentIndex().row()
        is_there = 0 <= row < len(self.rows.rows)
        self.setAccessibleDescription(self.rows.rows[row].sentence if is_there else "")

    def _click(self, index: QModelIndex) -> None:
        if len(self.selected) > 1 or not self.selected:
            # Rows are being chosen, with Ctrl or Maj.
            return
        action = self.rows.rows[index.row()].action
        (self.ticked if index.column() == PlanColumn.TICK else self.chosen).emit(action)

    def _sort(self, section: int) -> None:
        order = SORTED.get(PlanColumn(section))
        if order is not None:
            self.order_wanted.emit(order)
        else:
            # Qt has put its arrow there.
            self._mark_order(self._order)

    # --- Sizes ------------------------------------------------------------------------

    def _arrange(self, width: int) -> int:
        """Keep each column its width, and leave the rest to the action."""
        px = self._look.px
        is_narrow = width < px(ALL_COLUMNS)
        self.cells.is_narrow = is_narrow
        for column in (PlanColumn.OWNER, PlanColumn.DUE, PlanColumn.PRIORITY):
            self.setColumnHidden(column, is_narrow)
        widths = {column: self._width(column) for column in WIDTHS}
        if width >= px(ROOMY):
            widths[PlanColumn.OWNER] = max(widths[PlanColumn.OWNER], self._whole_owner())
        used = sum(own for column, own in widths.items() if not self.isColumnHidden(column))
        widths[PlanColumn.ACTION] = max(width - used, px(120))
        for column, own in widths.items():
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, own)
        tall = 0
        for rank, row in enumerate(self.rows.rows):
            height = self.cells.height(row, widths)
            self.setRowHeight(rank, height)
            tall += height
        return tall

    def _whole_owner(self) -> int:
        """The width that keeps every owner on one line, within what is usual for a name."""
        px = self._look.px
        metrics = QFontMetrics(self._look.font(SMALL))
        longest = max((metrics.horizontalAdvance(row.owner) for row in self.rows.rows), default=0)
        return min(longest + 2 * px(PADDING) + 2, 2 * px(WIDTHS[PlanColumn.OWNER]))

    def _width(self, column: PlanColumn) -> int:
        """The usual width of a column, or what its longest word needs: no word is cut."""
        px = self._look.px
        metrics = QFontMetrics(self._look.font(SMALL))
        texts = {row.owner for row in self.rows.rows} if column is PlanColumn.OWNER else set()
        words = {word for text in texts for word in text.split()}
        if column is PlanColumn.DUE:
            words = {row.due for row in self.rows.rows}
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        usual = px(WIDTHS[column])
        return max(usual, min(longest + 2 * px(PADDING) + 2, 2 * usual))
