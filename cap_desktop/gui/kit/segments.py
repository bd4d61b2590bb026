"""One of a few words, side by side: the chosen one is filled, and says that it is checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from cap_desktop.gui.kit.answer_field import show_chosen
from cap_desktop.gui.kit.basics import button
from cap_desktop.gui.look.look import SMALL, Look


class Segments(QWidget):
    """Arrows move inside it, Tab stops at it once."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, options: Sequence[tuple[str, str]], columns: int
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._names = [option for option, _words in options]
        self.group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(6))
        for rank, (option, words) in enumerate(options):
            made = button(look, words, "segment")
            made.setFont(look.font(SMALL))
            made.setCheckable(True)
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
