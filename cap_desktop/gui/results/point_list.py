"""A card of lines that each lead somewhere, or one sentence where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from cap_desktop.gui.kit.basics import emptied, label, section_title
from cap_desktop.gui.look.look import CARD_PADDING, SMALL, Look
from cap_desktop.gui.results.point_button import PointButton, PointLine


class PointList(QFrame):
    """Shows lines; a click or Entrée announces the name of one."""

    chosen = Signal(str)

    def __init__(self, look: Look, title: str, icon: str) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("box", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(self)
        side = px(CARD_PADDING - 8)
        inside.setContentsMargins(side, px(6), side, px(4))
        inside.setSpacing(px(2))
        heading = section_title(look, icon, title)
        heading.setContentsMargins(px(6), 0, 0, 0)
        inside.addWidget(heading)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        inside.addLayout(self._lines)
        self.buttons: list[PointButton] = []

    def show_lines(self, lines: Iterable[PointLine], otherwise: str) -> None:
        """Show other lines, or the sentence `otherwise` where there is none."""
        emptied(self._lines)
        self.buttons = [self._button(line) for line in lines]
        for made in self.buttons:
            self._lines.addWidget(made)
        if not self.buttons:
            hint = label(self._look, otherwise, SMALL, tone="secondary")
            side = self._look.px(6)
            hint.setContentsMargins(side, side, side, side)
            self._lines.addWidget(hint)

    def _button(self, line: PointLine) -> PointButton:
        made = PointButton(self._look, line)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(line.name))
        return made
