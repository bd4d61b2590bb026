"""Cards to choose side by side, in as many columns as the page asks for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from cap_desktop.gui.kit.accessible_roles import tell_role
from cap_desktop.gui.kit.choice_card import CheckCard, ChoiceCard, RadioCard
from cap_desktop.gui.look.look import FOCUS_OFFSET, FOCUS_WIDTH, Look

BETWEEN = 10


class ChoiceGrid(QWidget):
    """Options by id, each a (title, line); `chosen` carries the ids that hold now."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        options: Mapping[str, tuple[str, str]],
        *,
        multiple: bool = False,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        kind = CheckCard if multiple else RadioCard
        # A group whose name is said once, on entering it.
        tell_role(ChoiceGrid, QAccessible.Role.Grouping)
        self.setAccessibleName(about)
        self.boxes: dict[str, ChoiceCard] = {
            name: kind(look, title, line) for name, (title, line) in options.items()
        }
        # Qt gives one stop of the Tab key to a group, even to one where several choices hold.
        self._group = None if multiple else QButtonGroup(self)
        for box in self.boxes.values():
            if self._group is not None:
                self._group.addButton(box)
            box.clicked.connect(lambda _checked, box=box: self._choose(box))
        self._grid = QGridLayout(self)
        # A card leaves room for its own focus ring: without it, edges would not line up.
        spare = FOCUS_WIDTH + FOCUS_OFFSET
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(max(look.px(BETWEEN) - 2 * spare, 0))
        self._columns = 0
        self.arrange(1)

    @property
    def values(self) -> tuple[str, ...]:
        """The ids that hold, in the order of the options."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def show_values(self, values: tuple[str, ...]) -> None:
        """Mark these and no other, without announcing it as a choice."""
        # An exclusive group keeps its last choice: it has to be let go to show none.
        if self._group is not None:
            self._group.setExclusive(False)
        for name, box in self.boxes.items():
            box.setChecked(name in values)
        if self._group is not None:
            self._group.setExclusive(True)

    def arrange(self, columns: int) -> None:
        """Lay the cards out again in this many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for rank, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, rank // columns, rank % columns)
        self._level()
        for column in range(max(len(self.boxes), columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level()

    def _level(self) -> None:
        """Give every row the height of the tallest card: a row of its own would not line up."""
        gaps = self._grid.horizontalSpacing() * (self._columns - 1)
        each = max((self.width() - gaps) // self._columns, 1)
        tallest = max(box.heightForWidth(each) for box in self.boxes.values())
        rows = -(-len(self.boxes) // self._columns)
        for row in range(self._grid.rowCount()):
            wanted = tallest if row < rows else 0
            if self._grid.rowMinimumHeight(row) != wanted:
                self._grid.setRowMinimumHeight(row, wanted)

    def focus_first(self) -> None:
        """Put the focus on what is chosen, else on the first card."""
        wanted = next((box for box in self.boxes.values() if box.isChecked()), None)
        (wanted or next(iter(self.boxes.values()))).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among cards that leave the arrows to the grid, which never lead out of it."""
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }.get(Qt.Key(event.key()))
        boxes = list(self.boxes.values())
        here = next((rank for rank, box in enumerate(boxes) if box.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(boxes):
            boxes[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, box: ChoiceCard) -> None:
        # Chosen by the mouse or by a screen reader: the keyboard goes on from there too.
        box.setFocus()
        self.chosen.emit(self.values)
