"""The actions of a plan as a table model: texts, ticks, and rows that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.model_index import NO_PARENT, Index
from cap_desktop.gui.plan.plan_rows import PlanRow
from cap_desktop.i18n import _, mark
from cap_desktop.words.actions import FIELDS

MIME = "application/x-cap-action"
HEADERS = (
    mark("Et si"),
    FIELDS["themes"],
    mark("Action"),
    FIELDS["owner"],
    FIELDS["due"],
    FIELDS["priority"],
    FIELDS["state"],
)


class PlanColumn(IntEnum):
    """The columns, from the left."""

    TICK = 0
    THEME = 1
    ACTION = 2
    OWNER = 3
    DUE = 4
    PRIORITY = 5
    STATE = 6


class PlanModel(QAbstractTableModel):
    """Shows rows; a row that is dropped is announced, and moves once that is kept."""

    dropped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PlanRow, ...] = ()
        self.ticked: frozenset[str] = frozenset()
        self.is_draggable = True

    def show(self, rows: Sequence[PlanRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def tick(self, ticked: frozenset[str]) -> None:
        """Show which actions are supposed to succeed."""
        self.ticked = ticked
        if self.rows:
            last = self.index(len(self.rows) - 1, PlanColumn.TICK)
            self.dataChanged.emit(self.index(0, PlanColumn.TICK), last)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.rows[index.row()]
        # A reader says the header of a cell, and every cell of the row, by itself.
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == PlanColumn.TICK:
            is_ticked = row.action in self.ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if side == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _(HEADERS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: PlanRow, column: int) -> str:
        if column == PlanColumn.TICK:
            return _("comptée") if row.action in self.ticked else _("non comptée")
        return {
            PlanColumn.THEME: f"{row.badge.code} {row.badge.title}".strip(),
            PlanColumn.ACTION: row.title,
            PlanColumn.OWNER: row.owner,
            PlanColumn.DUE: row.due,
            PlanColumn.PRIORITY: row.priority_words,
            PlanColumn.STATE: row.sign.words,
        }[PlanColumn(column)]

    # --- Dragging ---------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled if self.is_draggable else flag.NoItemFlags
        common = flag.ItemIsSelectable | flag.ItemIsEnabled
        return common | flag.ItemIsDragEnabled if self.is_draggable else common

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        if not data.hasFormat(MIME):
            return False
        start = int(bytes(data.data(MIME).data()))
        end = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        place = end - 1 if end > start else end
        if place != start:
            self.dropped.emit(self.rows[start].action, place)
        # The row stays where it is until the plan is kept in its new order.
        return False
