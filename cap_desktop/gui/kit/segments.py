"""One of a few words, side by side: the chosen one is filled, and says that it is checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from cap_desktop.gui.kit.answer_field import show_chosen
from cap_desktop.gui.look.look import BUTTON, SMALL, Look

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(QPushButton):
    """One of the words; arrows move to the others, and only Espace or a click chooses."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        self.setFont(look.font(SMALL))
        self.setMinimumHeight(look.px(BUTTON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        # Its group keeps one checked; Qt tells a reader by this that it is a radio button.
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, group = STEPS.get(Qt.Key(event.key())), self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        buttons = group.buttons()
        rank = (buttons.index(self) + step) % len(buttons)
        buttons[rank].setFocus(Qt.FocusReason.TabFocusReason)


class Segments(QWidget):
    """Arrows move inside it, Tab stops at it once."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, options: Sequence[tuple[str, str]], columns: int
    ) -> None:
        super().__init__()
        # Each word says the name with it: said of what is around, Orca repeats it at each arrow.
        self._names = [option for option, _words in options]
        self.group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(6))
        for rank, (option, words) in enumerate(options):
            made = Segment(look, words)
            made.setAccessibleName(f"{name}\u00a0: {words}")
            made.clicked.connect(lambda _checked=False, option=option: self.chosen.emit(option))
            self.group.addButton(made)
            grid.addWidget(made, rank // columns, rank % columns)
        self._shown = ""
        self.show_choice("")

    def show_choice(self, name: str) -> None:
        """Fill the one that is kept."""
        self._shown = name
        show_chosen(self.group, self._names, name)
