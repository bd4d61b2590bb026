"""What is whole beside what was damaged: the answers of each year, and the copies that have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import card, label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import BODY, Look
from cap_desktop.i18n import _, counted
from cap_desktop.words.days import whole_day

if TYPE_CHECKING:
    from cap_desktop.services.folder.damage import DamagedItem, IntactYear

SHOWN = 5
"""Years that are named: the others are counted together."""
EACH = 380
"""Effective width that a year takes where several stand side by side."""


class IntactRow(QFrame):
    """Each answer of these years was read again when the data were opened."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        frame, column = card(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(24))
        column.addLayout(self._grid)
        self._told: list[QWidget] = []
        self._columns = 1

    def show_years(self, years: Sequence[IntactYear]) -> None:
        """Show the years that hold answers."""
        for made in self._told:
            made.hide()
            made.deleteLater()
        self._told = []
        held = [year for year in years if year.answers]
        are_several = len({year.structure for year in held}) > 1
        for year in held[:SHOWN]:
            name = f"{year.structure} {year.year}" if are_several else str(year.year)
            self._add(_intact(name, year.answers))
        others = held[SHOWN:]
        if others:
            answers = sum(year.answers for year in others)
            name = counted("{number} autre année", "{number} autres années", len(others))
            self._add(_intact(name, answers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(int(self.width() / self._look.scale) // EACH, 1)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for rank, made in enumerate(self._told):
            self._grid.addWidget(made, rank // self._columns, rank % self._columns)

    def _add(self, words: str) -> None:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        row.addWidget(IconLabel(self._look, "circle-check", "success"))
        row.addWidget(label(self._look, words, BODY), 1)
        self._told.append(made)
        rank = len(self._told) - 1
        self._grid.addWidget(made, rank // self._columns, rank % self._columns)


def _intact(name: str, answers: int) -> str:
    return counted(
        "{name}\u00a0: {number} réponse intacte",
        "{name}\u00a0: {number} réponses intactes",
        answers,
        name=name,
    )


def held_words(item: DamagedItem) -> str:
    """In how many copies it is the same, where they were counted."""
    if item.copies < 2 or item.since is None:
        return ""
    return _(
        "La même dans {number} copies, depuis celle du {day}.",
        number=item.copies,
        day=whole_day(item.since),
    )
