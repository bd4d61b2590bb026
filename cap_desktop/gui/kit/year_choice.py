"""A choice of one year, with the program's own chevron."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, Look

SIDE = 18


class YearChoice(QComboBox):
    """Its data are ids of assessments."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setMinimumWidth(look.px(110))

    @property
    def chosen(self) -> str:
        """The assessment of the year, an empty text where there is none."""
        return self.currentData() or ""

    def show_years(self, years: tuple[Assessment, ...], chosen: str) -> None:
        """Propose other years, without announcing it as a choice."""
        former = self.blockSignals(True)
        self.clear()
        for item in years:
            self.addItem(str(item.year), item.id)
        self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(former)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(SIDE)
        left = self.width() - side - self._look.px(8)
        painter = QPainter(self)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, "chevron-down", place, self._look.colour("text_secondary"))
        painter.end()
