"""A choice among several."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from cap_desktop.gui.kit.chevron_box import ChevronBox
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look.look import Look

SHORTEST = 8


class Choice(ChevronBox):
    """Announces the name of what a person chooses, never what is shown by itself."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        # A long title is shown whole in the list; the closed box takes the room there is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _rank: self.chosen.emit(self.currentData() or ""))

    def show_options(self, options: Iterable[tuple[str, str]], chosen: str) -> None:
        """Propose pairs of name and words."""
        shown = [(self.itemData(rank), self.itemText(rank)) for rank in range(self.count())]
        wanted = list(options)
        if shown != wanted:
            self.clear()
            for name, words in wanted:
                self.addItem(words, name)
        self.show_choice(chosen)

    def show_choice(self, chosen: str) -> None:
        """Show the one that is kept, the first where none is."""
        self.setCurrentIndex(max(self.findData(chosen), 0))
        give_hint(self, self.currentText())
