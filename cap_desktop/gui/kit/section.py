"""A title that opens on fields; closed, it keeps a page calm."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.gui.kit.fold import FoldTitle
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _


class FoldingSection(QWidget):
    """Its column takes what belongs under the title."""

    opened = Signal()

    def __init__(self, look: Look, icon: str, title: str) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.title = FoldTitle(look, icon, title)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        side = look.px(6)
        self.column.setContentsMargins(side, side, side, look.px(14))
        self.column.setSpacing(look.px(6))
        outer.addWidget(self.title)
        outer.addWidget(self.body)
        self.body.hide()
        self.title.toggled.connect(self._fold)

    def open(self, *, is_open: bool) -> None:
        """Open or close it, as a click on its title does."""
        self.title.setChecked(is_open)

    def count(self, number: int) -> None:
        """Say how many things it holds."""
        self.title.count = number
        name = self.title.text()
        said = _("{title}, {count}", title=name, count=number) if number else name
        self.title.setAccessibleName(said)
        self.title.update()

    def _fold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        if is_open:
            self.opened.emit()
