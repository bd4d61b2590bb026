"""A real table as tall as its rows: words wrap, nothing scrolls sideways, no word is cut.

Where the columns have no room side by side, a row keeps its name in the first column and lists
the others in the second, each after its header.
"""

from __future__ import annotations

import re

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.gui.look.look import BODY, SEMIBOLD, Look

Index = QModelIndex | QPersistentModelIndex
PADDING = 24
INSIDE = 18
"""What Qt leaves out of the width of a cell; the rest of the padding keeps columns apart."""
ROW = 40
EDGE = 3
TALL = 10_000
EMPTY = ChartTable("", ("",), ())
BREAKS = re.compile("[ \n]")
"""Where a text may go on under itself: a no-break space holds its words together."""


class TableModel(QAbstractTableModel):
    """The texts of a table, with its true headers."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bold = look.font(BODY, SEMIBOLD)
        self.table = EMPTY

    def show(self, table: ChartTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.table.header)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return self._bold
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.table.rows[index.row()][index.column()]
            return _headed(self.table.header[index.column()], text)
        return None

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if side == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.table.header[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class FittedTable(QTableView):
    """Entrée, or one click, on a row that has a name announces it."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.texts = TableModel(look, self)
        self.setModel(self.texts)
        self._given = EMPTY
        self._given_spread: tuple[int, ...] = (1,)
        self._spread: tuple[int, ...] = ()
        self.least: list[int] = []
        self.setProperty("box", "plain")
        self.setFont(look.font(BODY))
        self.horizontalHeader().setFont(look.font(BODY, SEMIBOLD))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().setMinimumSectionSize(look.px(ROW))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fitted_to = 0
        self.beside: FittedTable | None = None
        self.clicked.connect(self._choose)

    def show_table(self, table: ChartTable, spread: tuple[int, ...]) -> None:
        """Show a table; `spread` shares out the width left by the longest words."""
        self._given, self._given_spread = table, spread
        here = self._name_of(self.currentIndex()) if self.hasFocus() else ""
        self.setAccessibleName(table.title)
        self._take(table, spread)
        named = bool(table.names)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if named else Qt.CursorShape.ArrowCursor
        )
        self.fit_again()
        if here:
            self.go_to(here)

    def line_up(self, other: FittedTable) -> None:
        """Put the columns of two tables of as many columns under each other."""
        for one, two in ((self, other), (other, self)):
            one.beside = two
            one.fit_again()

    def fit_again(self) -> None:
        """Share the width out anew."""
        self._fitted_to = 0
        if self.isVisible():
            self._fit()

    def go_to(self, name: str) -> None:
        """Put the keyboard on the row of this name, where there is one."""
        names = self.texts.table.names
        if name in names:
            self.setCurrentIndex(self.texts.index(names.index(name), 0))
            self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.text().isalnum():
            # A letter is a key of the page, not a search in the table.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        area = self._scrolling()
        inside = None if area is None else area.widget()
        if area is None or inside is None or not current.isValid():
            return
        # The table does not scroll: the page around it does.
        row = self.visualRect(self.texts.index(current.row(), 0))
        place = self.viewport().mapTo(inside, row.center())
        area.ensureVisible(place.x(), place.y(), 0, row.height() // 2 + self._look.px(24))

    def _scrolling(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _choose(self, index: QModelIndex) -> None:
        name = self._name_of(index)
        if name:
            self.chosen.emit(name)

    def _name_of(self, index: QModelIndex) -> str:
        """The name of the row, empty where it leads nowhere."""
        names = self.texts.table.names
        return names[index.row()] if index.isValid() and index.row() < len(names) else ""

    # --- Sizes ------------------------------------------------------------------------

    @property
    def _metrics(self) -> list[QFontMetrics]:
        """How wide words are in each column; the first one names the row, in bold."""
        bold = QFontMetrics(self._look.font(BODY, SEMIBOLD))
        plain = QFontMetrics(self._look.font(BODY))
        return [bold, *[plain] * (len(self.texts.table.header) - 1)]

    def _least_width(self, column: int) -> int:
        """The width of the longest word of a column, or of its header, which never wraps."""
        table = self.texts.table
        words = {word for row in table.rows for word in BREAKS.split(row[column])}
        words.add(table.header[column])
        longest = sorted(words, key=len, reverse=True)[:4]
        metrics = QFontMetrics(self._look.font(BODY, SEMIBOLD))
        return max(metrics.horizontalAdvance(word) for word in longest) + self._look.px(PADDING)

    def _take(self, table: ChartTable, spread: tuple[int, ...]) -> None:
        """Hold the texts of a table, and what its columns need."""
        self._spread = spread
        self.texts.show(table)
        self.horizontalHeader().setVisible(any(table.header))
        self.least = [self._least_width(column) for column in range(len(table.header))]

    def _fit(self) -> None:
        """Share the width out, then take the height of the rows."""
        if not self.least or self._fitted_to == self.viewport().width():
            return
        self._fitted_to = self.viewport().width()
        self._arrange()
        shared = self._shared_least()
        free = max(self.viewport().width() - sum(shared), 0)
        whole = sum(self._spread) or 1
        for column, least in enumerate(shared):
            self.setColumnWidth(column, least + free * self._spread[column] // whole)
        last = len(shared) - 1
        used = sum(self.columnWidth(column) for column in range(last))
        self.setColumnWidth(last, max(self.viewport().width() - used, shared[last]))
        tall = sum(self._take_row(row) for row in range(self.texts.rowCount()))
        header = self.horizontalHeader()
        above = 0 if header.isHidden() else header.sizeHint().height()
        self.setFixedHeight(tall + above + 2 * EDGE)

    def _shared_least(self) -> list[int]:
        """What the columns need, those of the table lined up with this one included."""
        beside = self.least if self.beside is None else self.beside.least
        if len(beside) != len(self.least):
            return self.least
        shared = [max(pair) for pair in zip(self.least, beside, strict=True)]
        return shared if sum(shared) <= self.viewport().width() else self.least

    def _arrange(self) -> None:
        """Put the columns side by side where they have room, or under each other."""
        if self.texts.table is not self._given:
            self._take(self._given, self._given_spread)
        if sum(self.least) > self.viewport().width() and len(self._given.header) > 2:
            here = self.currentIndex().row()
            self._take(_folded(self._given), (1, 1))
            if here >= 0:
                self.setCurrentIndex(self.texts.index(here, 0))

    def _take_row(self, row: int) -> int:
        """Give a row the height of its words; return it."""
        px, texts = self._look.px, self.texts.table.rows[row]
        tall = 0
        for column, metrics in enumerate(self._metrics):
            room = QRect(0, 0, self.columnWidth(column) - px(INSIDE), TALL)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, texts[column])
            tall = max(tall, needed.height())
        height = max(tall + px(14), px(ROW))
        self.setRowHeight(row, height)
        return height


def _headed(header: str, text: str) -> str:
    """A text after what it is; alone where its column says nothing."""
    return f"{header}\u00a0: {text}" if header else text


def _folded(table: ChartTable) -> ChartTable:
    """The same rows in two columns, without a header of their own."""
    rows = tuple(
        (
            row[0],
            "\n".join(_headed(*pair) for pair in zip(table.header[1:], row[1:], strict=True)),
        )
        for row in table.rows
    )
    return ChartTable(table.title, ("", ""), rows, table.names)
