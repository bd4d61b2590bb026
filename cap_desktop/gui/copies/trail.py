"""The way to a page of copies, above its title: each step leads back there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import BOLD, CAPTION, TITLE, Look
from cap_desktop.gui.session.destinations import Destination

Step = tuple[str, Destination]


class TrailHead(QWidget):
    """The title of a page, and the way to it."""

    def __init__(
        self, look: Look, steps: tuple[Step, ...], go: Callable[[Destination], None]
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        for words, to in steps:
            made = button(look, words, "link")
            made.clicked.connect(lambda _checked=False, to=to: go(to))
            row.addWidget(made)
            row.addWidget(IconLabel(look, "chevron-right", size=16))
        self.here = label(look, "", CAPTION, tone="secondary")
        self.here.setWordWrap(False)
        row.addWidget(self.here)
        row.addStretch(1)
        self.title = label(look, "", TITLE, BOLD)
        # A reader hears the title first, whatever stands above it.
        column.addLayout(row)
        column.addWidget(self.title)
