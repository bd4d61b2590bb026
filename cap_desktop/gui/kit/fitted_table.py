"""A real table as tall as its rows: words wrap, nothing scrolls sideways, no word is cut.

Where the columns have no room side by side, a row keeps its name in the first column and lists
the others in the second, each after its header.
"""

from __future__ import annotations

import re

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.gui.kit.hints import plain
from cap_desktop.gui.kit.model_index import NO_PARENT, Index
from cap_desktop.gui.kit.tall_table import TallTable
from cap_desktop.gui.kit.text_size import wrapped_height
from cap_desktop.gui.look.look import BODY, SEMIBOLD, Look

PADDING = 24
INSIDE = 18
"""What Qt leaves out of the width of a cell; the rest of the padding keeps columns apart."""
ROW = 40
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

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.table.header)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return self._bold
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        hinting = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
        if role in hinting and index.column() == 0 and self.table.hints:
            said = self.table.hints[index.row()]
            return plain(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        """Figures end on the right, so that their units stand under each other."""
        is_figure = column in self.table.figures
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if side == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.table.header[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(section)
        elif role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            # The first column names its row, for a reader that moves along it.
            return self.table.rows[section][0]
        return None


class FittedTable(TallTable):
    """Entrée, or one click, on a row that has a name announces it."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.texts = TableModel(look, self)
        self.setModel(self.texts)
        self._given = EMPTY
        self._given_spread: tuple[int, ...] = (1,)
        self._spread: tuple[int, ...] = ()
        self.least: list[int] = []
        self.setFont(look.font(BODY))
        self.horizontalHeader().setFont(look.font(BODY, SEMIBOLD))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().setMinimumSectionSize(look.px(ROW))
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

    def go_to(self, name: str) -> None:
        """Put the keyboard on the row of this name, where there is one."""
        names = self.texts.table.names
        if name in names:
            self.setCurrentIndex(self.texts.index(names.index(name), 0))
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

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
    def _fonts(self) -> list[QFont]:
        """The font of each column; the first one names the row, in bold."""
        bold, plain = self._look.font(BODY, SEMIBOLD), self._look.font(BODY)
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
        if self.least:
            super()._fit()

    def _arrange(self, width: int) -> int:
        self._fold_or_unfold()
        shared = self._shared_least()
        free = max(width - sum(shared), 0)
        whole = sum(self._spread) or 1
        for column, least in enumerate(shared):
            self.setColumnWidth(column, least + free * self._spread[column] // whole)
        last = len(shared) - 1
        used = sum(self.columnWidth(column) for column in range(last))
        self.setColumnWidth(last, max(width - used, shared[last]))
        return sum(self._take_row(row) for row in range(self.texts.rowCount()))

    def _shared_least(self) -> list[int]:
        """What the columns need, those of the table lined up with this one included."""
        beside = self.least if self.beside is None else self.beside.least
        if len(beside) != len(self.least):
            return self.least
        shared = [max(pair) for pair in zip(self.least, beside, strict=True)]
        return shared if sum(shared) <= self.viewport().width() else self.least

    def _fold_or_unfold(self) -> None:
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
        tall = max(
            wrapped_height(font, texts[column], self.columnWidth(column) - px(INSIDE))
            for column, font in enumerate(self._fonts)
        )
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
            "\n".join(
                _headed(header, text)
                for header, text in zip(table.header[1:], row[1:], strict=True)
                if text
            ),
        )
        for row in table.rows
    )
    return ChartTable(table.title, ("", ""), rows, table.names, hints=table.hints)
