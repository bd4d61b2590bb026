"""A figure that was computed: large, with its unit beside it or, where long, under it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.look.look import BOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import NONE, number, with_unit

FIGURE = 36
SHORT_UNIT = 2


class ResultLabel(QWidget):
    """Says « – » where there is nothing to compute."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.figure = label(look, NONE, FIGURE, BOLD, "accent")
        self.figure.setWordWrap(False)
        self._unit = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.figure)
        column.addWidget(self._unit)

    def show_value(self, value: Fraction | None, unit: str) -> None:
        """Show another result."""
        is_short = len(unit) <= SHORT_UNIT
        figure = NONE if value is None else number(value)
        self.figure.setText(with_unit(value, unit) if is_short else figure)
        self.figure.setAccessibleName(_("Résultat\u00a0: {value}", value=with_unit(value, unit)))
        self._unit.setText(unit)
        self._unit.setVisible(not is_short and value is not None)
