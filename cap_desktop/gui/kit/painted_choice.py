"""A choice that measures and draws itself whole, whichever button of Qt it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QRadioButton

from cap_desktop.gui.kit.painted_control import HALF, WrappingControl
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import FOCUS_OFFSET, FOCUS_WIDTH

MARK = 22
INSET = FOCUS_WIDTH + FOCUS_OFFSET


class PaintedChoice(WrappingControl):
    """A frame that says whether it is chosen; the focus ring stands around it."""

    radius = 10
    is_kept = False
    """True where it can be read and not changed: the answer of a year that is over."""

    @property
    def is_usable(self) -> bool:
        """True where it may be chosen."""
        return self.isEnabled() and not self.is_kept

    def nextCheckState(self) -> None:
        """Leave the choice as it is where it may only be read."""
        if not self.is_kept:
            super().nextCheckState()

    def draw_ground(self, painter: QPainter) -> None:
        chosen, usable = self.isChecked(), self.is_usable
        edge = "accent" if chosen else "control_border" if usable else "line"
        is_quiet = self.underMouse() or not usable
        self.draw_frame(
            painter, edge, "accent_soft" if chosen else "subtle" if is_quiet else "surface"
        )

    def draw_frame(self, painter: QPainter, edge: str, ground: str) -> None:
        """Draw the frame in these colours, thick around what is chosen."""
        look, radius = self.look, self.look.px(self.radius)
        pen = look.outline(edge, 3 if self.isChecked() else 1, is_usable=self.is_usable)
        painter.setPen(pen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(self.inside(INSET + pen.widthF() / 2), radius, radius)
        self.draw_ring(painter, HALF, radius + 3)

    def draw_mark(self, painter: QPainter, left: float) -> None:
        """A round mark with a dot, or a square one with a check, halfway up."""
        look, side = self.look, self.look.px(MARK)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        chosen, is_round = self.isChecked(), isinstance(self, QRadioButton)
        painter.setPen(QPen(look.colour("accent" if chosen else "control_border"), 2))
        painter.setBrush(look.colour("accent" if chosen else "surface"))
        if is_round:
            painter.drawEllipse(place)
        else:
            painter.drawRoundedRect(place, look.px(5), look.px(5))
        if not chosen:
            return
        if is_round:
            painter.setBrush(look.colour("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(place.center(), side / 6, side / 6)
        else:
            icons.paint(painter, "check", place.adjusted(3, 3, -3, -3), look.colour("on_accent"))
